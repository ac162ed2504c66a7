import { describe, expect, test } from "vitest";
import { cagr } from "../../../src/core/metrics/cagr.ts";
import { calmar } from "../../../src/core/metrics/calmar.ts";
import { maxDrawdown } from "../../../src/core/metrics/max-drawdown.ts";
import { simpleReturns } from "../../../src/core/metrics/simple-returns.ts";
import { totalReturn } from "../../../src/core/metrics/total-return.ts";
import { compounded, mixedReturns } from "./published.ts";

describe("simpleReturns", () => {
  test("of 100 → 110 → 99 is 0.1, −0.1", () => {
    const [up, down] = simpleReturns([100, 110, 99]);
    expect(up).toBeCloseTo(0.1, 15);
    expect(down).toBeCloseTo(-0.1, 15);
  });
  test("at ruin is −1, after it 0", () => expect([...simpleReturns([2, 0, 0])]).toEqual([-1, 0]));
  test("of one value and of none is empty", () => {
    expect(simpleReturns([7])).toHaveLength(0);
    expect(simpleReturns([])).toHaveLength(0);
  });
});

describe("totalReturn", () => {
  test("of 100 → 90 → 120 is 0.2", () => expect(totalReturn([100, 90, 120])).toBeCloseTo(0.2, 15));
  test("of one bar is 0, at ruin −1, without bars null", () => {
    expect([totalReturn([5]), totalReturn([5, 0]), totalReturn([])]).toEqual([0, -1, null]);
  });
});

describe("cagr", () => {
  test("of 100 → 121 in 2 bars at 1 bar a year is 0.1", () => expect(cagr([100, 90, 121], 1)).toBeCloseTo(0.1, 14));
  test("of empyrical's mixed returns over 9 days is 1.9135925373194231", () => {
    expect(cagr([1, ...compounded(mixedReturns)], 252)).toBeCloseTo(1.9135925373194231, 11);
  });
  test("at ruin is −1, under 2 bars null, beyond the largest number null", () => {
    expect([cagr([1, 0], 252), cagr([1], 252), cagr([1, 1e9], 252)]).toEqual([-1, null, null]);
  });
});

describe("calmar", () => {
  test("of a growth of 0.1 and a drawdown of 0.25 is 0.4", () => expect(calmar(0.1, 0.25)).toBe(0.4));
  test("of empyrical's mixed returns over 9 days is 19.135925373194233", () => {
    const equity = [1, ...compounded(mixedReturns)];
    expect(calmar(cagr(equity, 252), maxDrawdown(equity))).toBeCloseTo(19.135925373194233, 10);
  });
  test("is null where either is undefined or 0, −1 at ruin", () => {
    expect([calmar(null, 0.1), calmar(0.1, null), calmar(0.1, 0), calmar(0, 0.1), calmar(-1, 1)]).toEqual([
      null,
      null,
      null,
      null,
      -1,
    ]);
  });
});

test("cagr of a small growth keeps its digits: equal to 60-digit arithmetic to 1e-14", () => {
  const expectClose = (found: number | null, exact: number): void =>
    expect(Math.abs((found ?? 0) / exact - 1)).toBeLessThan(1e-14);
  expectClose(cagr([100, 100.00001], 252), 2.5200316270634542e-5);
  expectClose(cagr([1, 1, 0.9999999], 19_656), -9.823172588298108e-4);
  expectClose(cagr([1e7, ...new Array<number>(398).fill(1e7), 1e7 + 0.5], 365), 4.5739348273487604e-8);
  expectClose(cagr([1, 1, 1, 1, 1.3], 252), 15_081_035.648520116);
});
