import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Offer, paretoFrontier } from "../../../src/report/charts/pareto-frontier.ts";

const number = fc.integer({ min: 0, max: 9 });
const offers = fc.array(fc.record({ cost: number, value: number }), { maxLength: 25 });
const beats = (a: Offer, b: Offer): boolean =>
  a.cost <= b.cost && a.value >= b.value && (a.cost < b.cost || a.value > b.value);

describe("paretoFrontier", () => {
  it("holds exactly the points that no other beats", () => {
    fc.assert(
      fc.property(offers, (points) => {
        const wanted = points.flatMap((point, i) => (points.some((other) => beats(other, point)) ? [] : [i]));
        expect([...paretoFrontier(points)].sort((a, b) => a - b)).toEqual(wanted);
      }),
    );
  });

  it("rises in cost and in value", () => {
    fc.assert(
      fc.property(offers, (points) => {
        const on = paretoFrontier(points).map((i) => points[i] as Offer);
        for (const [i, point] of on.entries()) {
          const before = on[i - 1] ?? point;
          expect(point.cost).toBeGreaterThanOrEqual(before.cost);
          expect(point.value).toBeGreaterThanOrEqual(before.value);
        }
      }),
    );
  });

  it("of (1, 5), (2, 4), (3, 6) and (3, 2) is (1, 5) and (3, 6)", () => {
    const points = [
      [1, 5],
      [2, 4],
      [3, 6],
      [3, 2],
    ].map(([cost = 0, value = 0]) => ({ cost, value }));
    expect(paretoFrontier(points)).toEqual([0, 2]);
  });
});
