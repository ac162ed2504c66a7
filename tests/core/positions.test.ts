import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forwardFill } from "../../src/core/positions.ts";

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
