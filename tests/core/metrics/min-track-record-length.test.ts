import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excessKurtosis } from "../../../src/core/metrics/excess-kurtosis.ts";
import { minTrackRecordLength, minTrackRecordLengthOf } from "../../../src/core/metrics/min-track-record-length.ts";
import { psrOf } from "../../../src/core/metrics/psr.ts";
import { sharpe } from "../../../src/core/metrics/sharpe.ts";
import { skewness } from "../../../src/core/metrics/skewness.ts";
import { mixedReturns } from "./published.ts";

/** Years to be sure of an annual Sharpe ratio of 2 against 1, from `perYear` returns a year. */
function years(perYear: number, skew = 0, kurtosis = 3): number {
  const root = Math.sqrt(perYear);
  return (minTrackRecordLengthOf(2 / root, skew, kurtosis, 1 / root, 0.95) ?? 0) / perYear;
}

// Bailey & López de Prado (2012), The Sharpe Ratio Efficient Frontier, section on the minimum track record length.
describe("Bailey & López de Prado: an annual Sharpe ratio of 2 is above 1 with 95 %", () => {
  test("after 2.73 years of daily returns", () => expect(years(252)).toBeCloseTo(2.73, 2));
  test("after 2.83 years of weekly returns", () => expect(years(52)).toBeCloseTo(2.83, 2));
  test("after 3.24 years of monthly returns", () => expect(years(12)).toBeCloseTo(3.24, 2));
  test("after 4.99 years of monthly returns with skewness −0.72 and kurtosis 5.78", () => {
    expect(years(12, -0.72, 5.78)).toBeCloseTo(4.99, 2);
  });
});

test("of a record of just that length, psr is the confidence", () => {
  const ratios = fc.double({ min: 0.01, max: 1, noNaN: true });
  const shape = fc.record({
    skew: fc.double({ min: -1, max: 0.5, noNaN: true }),
    kurtosis: fc.integer({ min: 3, max: 12 }),
  });
  fc.assert(
    fc.property(
      ratios,
      shape,
      fc.double({ min: 0.55, max: 0.999, noNaN: true }),
      (ratio, { skew, kurtosis }, confidence) => {
        const length = minTrackRecordLengthOf(ratio, skew, kurtosis, 0, confidence) ?? 0;
        fc.pre(length >= 2);
        expect(psrOf(ratio, skew, kurtosis, length)).toBeCloseTo(confidence, 10);
      },
    ),
  );
});

test("grows with the confidence, the benchmark and the kurtosis, and shrinks with the skewness", () => {
  const length = (skew: number, kurtosis: number, benchmark: number, confidence: number): number =>
    minTrackRecordLengthOf(0.2, skew, kurtosis, benchmark, confidence) ?? 0;
  const plain = length(0, 3, 0, 0.95);
  expect(length(0, 3, 0, 0.99)).toBeGreaterThan(plain);
  expect(length(0, 3, 0.1, 0.95)).toBeGreaterThan(plain);
  expect(length(0, 9, 0, 0.95)).toBeGreaterThan(plain);
  expect(length(0.5, 3, 0, 0.95)).toBeLessThan(plain);
});

test("of returns takes their Sharpe ratio, skewness and kurtosis, which is not in excess", () => {
  const parts = [sharpe(mixedReturns, 1) ?? 0, skewness(mixedReturns) ?? 0, (excessKurtosis(mixedReturns) ?? 0) + 3];
  const [ratio = 0, skew = 0, kurtosis = 0] = parts;
  expect(minTrackRecordLength(mixedReturns)).toBe(minTrackRecordLengthOf(ratio, skew, kurtosis));
});

test("is null where no record is long enough: a ratio at or below the benchmark, flat returns, none", () => {
  expect([minTrackRecordLengthOf(0.1, 0, 3, 0.1), minTrackRecordLength([-0.1, -0.2])]).toEqual([null, null]);
  expect([minTrackRecordLength([0.1, 0.1]), minTrackRecordLength([0.1]), minTrackRecordLength([])]).toEqual(
    new Array(3).fill(null),
  );
});

test("refuses a confidence outside (0.5, 1)", () => {
  for (const confidence of [0.5, 1, 95]) {
    expect(() => minTrackRecordLengthOf(0.2, 0, 3, 0, confidence)).toThrow(`confidence is ${confidence}`);
  }
});
