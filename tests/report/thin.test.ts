import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thin } from "../../src/report/charts/thin.ts";

describe("thin", () => {
  it("1000 values with one spike at 617 keep the spike, both ends, and at most 100 points", () => {
    const values = new Float64Array(1000);
    values[617] = 1;
    const kept = thin(values, 100);
    expect(kept.length).toBeLessThanOrEqual(100);
    expect([kept[0], kept.at(-1), kept.includes(617)]).toEqual([0, 999, true]);
  });

  it("indices rise strictly, and lowest and highest value are kept", () => {
    const columns = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(columns, fc.integer({ min: 8, max: 100 }), (values, points) => {
        const kept = thin(values, points);
        expect(kept.every((index, i) => i === 0 || index > (kept[i - 1] as number))).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(Math.max(points, Math.min(values.length, points)));
        const drawn = kept.map((i) => values[i] as number);
        expect(Math.max(...drawn)).toBe(Math.max(...values));
        expect(Math.min(...drawn)).toBe(Math.min(...values));
      }),
    );
  });
});
