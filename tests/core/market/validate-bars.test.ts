import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bars } from "../../../src/core/bars.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { randomMarket } from "../paths/random-market.ts";

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);

/** Three sound bars, with some columns replaced. */
function threeBars(changes: Partial<Bars> = {}): Bars {
  return {
    length: 3,
    time: column(1, 2, 3),
    open: column(10, 11, 12),
    high: column(12, 12, 13),
    low: column(9, 10, 11),
    close: column(11, 11, 12),
    volume: column(1, Number.NaN, 0),
    barsPerYear: 252,
    ...changes,
  };
}

describe("validateBars", () => {
  it("sound bars have no findings; an unknown volume and a volume of 0 are sound", () => {
    expect(validateBars(threeBars())).toEqual([]);
  });

  it.each([
    ["time", [1, 1, 3], 1, "order"],
    ["time", [1, 3, 2], 2, "order"],
    ["time", [Number.NaN, 2, 3], 0, "finite"],
    ["open", [10, 0, 12], 1, "positive"],
    ["close", [11, -1, 12], 1, "positive"],
    ["low", [9, 10, Number.NaN], 2, "finite"],
    ["high", [12, Number.POSITIVE_INFINITY, 13], 1, "finite"],
    ["high", [10.5, 12, 13], 0, "high-low"],
    ["low", [10.5, 10, 11], 0, "high-low"],
    ["volume", [1, -1, 0], 1, "volume"],
    ["volume", [1, Number.POSITIVE_INFINITY, 0], 1, "volume"],
  ] as const)("%s %j breaks a rule on bar %i: %s", (name, values, row, rule) => {
    const findings = validateBars(threeBars({ [name]: column(...values) }));
    expect(findings).toContainEqual(expect.objectContaining({ row, column: name, rule }));
    expect(findings.every((finding) => finding.row === row)).toBe(true);
  });

  it("a finding holds the value and what was wanted", () => {
    expect(validateBars(threeBars({ high: column(10.5, 12, 13) }))).toEqual([
      { row: 0, column: "high", value: 10.5, rule: "high-low", wanted: "at least 11" },
    ]);
  });

  it("stops at the limit", () => {
    expect(validateBars(threeBars({ close: column(-1, -1, -1) }), 2)).toHaveLength(2);
  });

  it("any one price moved out of the range of its bar is found on that bar", () => {
    const market = randomMarket("validate", 50);
    fc.assert(
      fc.property(
        fc.nat(49),
        fc.constantFrom("open", "close"),
        fc.double({ min: 1.01, max: 5, noNaN: true }),
        (row, name, by) => {
          const changed = (market[name] as Float64Array).slice();
          changed[row] = (market.high[row] as number) * by;
          const findings = validateBars({ ...market, [name]: changed });
          return findings.length === 1 && findings[0]?.row === row && findings[0].rule === "high-low";
        },
      ),
    );
  });
});
