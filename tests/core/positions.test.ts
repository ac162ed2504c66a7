import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forwardFill, inForce, positionsFrom } from "../../src/core/positions.ts";

describe("forwardFill", () => {
  it("[NaN, 1, NaN, 0] is [0, 1, 1, 0]", () => {
    expect([...forwardFill([Number.NaN, 1, Number.NaN, 0])]).toEqual([0, 1, 1, 0]);
  });

  it("filling twice is filling once, and the input stays as it was", () => {
    const targets = fc.array(fc.oneof(fc.constant(Number.NaN), fc.double({ min: -1, max: 1, noNaN: true })));
    fc.assert(
      fc.property(targets, (target) => {
        const before = [...target];
        const once = forwardFill(target);
        expect(forwardFill(once)).toEqual(once);
        expect(once.some(Number.isNaN)).toBe(false);
        expect(target).toEqual(before);
      }),
    );
  });
});

const none = Number.NaN;

describe("inForce", () => {
  it("stops are those of the bar whose target is in force; none where the target is 0", () => {
    const held = inForce({ target: [1, none, 1, 0.5, 0, 0], stopLoss: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] });
    expect([...held.target]).toEqual([1, 1, 1, 0.5, 0, 0]);
    expect([...(held.stopLoss ?? [])]).toEqual([0.1, 0.1, 0.1, 0.4, none, none]);
    expect(Object.keys(held)).toEqual(["target", "stopLoss"]);
  });

  it("a target of 0 from the start takes no stop", () => {
    expect([...(inForce({ target: [0, 0, -1], trailingStop: [1, 2, 3] }).trailingStop ?? [])]).toEqual([none, none, 3]);
  });
});

describe("positionsFrom", () => {
  it("a target set before and kept is taken up at the start with its own stop", () => {
    const from = positionsFrom({ target: [0, 1, none, 1, 0], takeProfit: [0.1, 0.2, 0.3, 0.4, 0.5] }, 3);
    expect([...from.target]).toEqual([1, 0]);
    expect([...(from.takeProfit ?? [])]).toEqual([0.2, none]);
  });
});
