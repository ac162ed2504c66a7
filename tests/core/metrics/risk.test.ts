import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean } from "../../../src/core/metrics/mean.ts";
import { sharpe } from "../../../src/core/metrics/sharpe.ts";
import { sortino } from "../../../src/core/metrics/sortino.ts";
import { standardDeviation } from "../../../src/core/metrics/standard-deviation.ts";
import { volatility } from "../../../src/core/metrics/volatility.ts";
import { mixedReturns, sortinoExample } from "./published.ts";

const constant = new Array<number>(1000).fill(0.001 / 3);
const returnsArbitrary = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("mean and standardDeviation", () => {
  test("of 2 4 4 4 5 5 7 9 are 5 and √(32/7)", () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 15);
  });
  test("of equal numbers are that number and exactly 0", () => {
    expect(mean(constant)).toBe(0.001 / 3);
    expect(standardDeviation(constant)).toBe(0);
  });
  test("survive an offset of 1e9: sd of 1e9 + (4, 7, 13, 16) is √30", () => {
    expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(Math.sqrt(30));
  });
  test("of nothing are NaN, and so is the sd of one", () => {
    expect([mean([]), standardDeviation([]), standardDeviation([1])]).toEqual([NaN, NaN, NaN]);
  });
});

describe("volatility", () => {
  test("of empyrical's mixed returns is 0.9136465399704637", () => {
    expect(volatility(mixedReturns, 252)).toBeCloseTo(0.9136465399704637, 14);
  });
  test("under 2 returns is null, of a constant return 0", () => {
    expect([volatility([], 252), volatility([0.1], 252), volatility(constant, 252)]).toEqual([null, null, 0]);
  });
});

describe("sharpe", () => {
  test("of empyrical's mixed returns is 1.7238613961706866", () => {
    expect(sharpe(mixedReturns, 252)).toBeCloseTo(1.7238613961706866, 13);
  });
  test("of 1 % and 3 % a year is 2/√2 per year", () => expect(sharpe([0.01, 0.03], 1)).toBeCloseTo(Math.SQRT2, 14));
  test("under 2 returns, and of a constant return, is null", () => {
    expect([sharpe([], 252), sharpe([0.1], 252), sharpe([0, 0, 0], 252), sharpe(constant, 252)]).toEqual(
      new Array(4).fill(null),
    );
  });
  test("of a ruin in the middle counts the −1 and the zeros after it", () => {
    expect(sharpe([0, -1, 0], 1)).toBeCloseTo(-1 / 3 / Math.sqrt(1 / 3), 14);
  });
  test("does not depend on the size of the position: of k·r it is that of r", () => {
    fc.assert(
      fc.property(returnsArbitrary, fc.constantFrom(0.5, 3), (returns, k) => {
        fc.pre(standardDeviation(returns) > 1e-9);
        const scaled = sharpe(
          returns.map((r) => r * k),
          252,
        );
        expect(scaled).toBeCloseTo(sharpe(returns, 252) ?? NaN, 6);
      }),
    );
  });
});

describe("sortino", () => {
  test("of the published example is 4.417 (mean 10 %, downside deviation 2.26 %)", () => {
    expect(sortino(sortinoExample, 1)).toBeCloseTo(4.417, 3);
  });
  test("of empyrical's mixed returns is 2.605531251673693", () => {
    expect(sortino(mixedReturns, 252)).toBeCloseTo(2.605531251673693, 13);
  });
  test("without losses, and without returns, is null", () => {
    expect([sortino([0.01, 0.02], 252), sortino([0, 0], 252), sortino([], 252)]).toEqual([null, null, null]);
  });
});
