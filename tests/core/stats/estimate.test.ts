import { describe, expect, test } from "vitest";
import { estimate, mean, median } from "../../../src/core/stats/estimate.ts";

// Student (1908), "The probable error of a mean", table: additional hours of sleep gained with each of two drugs.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("estimate", () => {
  test("of Student's sleep differences is −1.58 ± 0.389, t −4.0621, p 0.002833, interval −2.4599 to −0.7001", () => {
    const result = estimate([{ weight: 1, values: first.map((hours, i) => hours - Number(second[i])) }]);
    expect(result?.value).toBeCloseTo(-1.58, 12);
    expect(result?.standardError).toBeCloseTo(1.58 / 4.0621277, 6);
    expect(result?.df).toBeCloseTo(9, 12);
    expect(result?.p).toBeCloseTo(0.00283289, 8);
    expect(result?.interval?.[0]).toBeCloseTo(-2.4598858, 7);
    expect(result?.interval?.[1]).toBeCloseTo(-0.7001142, 7);
  });

  test("of two independent means is Welch's t-test: the sleep data unpaired have df 17.776, p 0.07939", () => {
    const result = estimate([
      { weight: 1, values: first },
      { weight: -1, values: second },
    ]);
    expect(result?.df).toBeCloseTo(17.7765, 4);
    expect(result?.p).toBeCloseTo(0.07939, 5);
  });

  test("with weights 0.75 and 0.25 has variance 0.75²·Var_T + 0.25²·Var_Q", () => {
    const trading = estimate([{ weight: 1, values: first }]);
    const quiz = estimate([{ weight: 1, values: second }]);
    const both = estimate([
      { weight: 0.75, values: first },
      { weight: 0.25, values: second },
      { weight: 0, values: [] },
    ]);
    expect(both?.value).toBeCloseTo(0.75 * Number(trading?.value) + 0.25 * Number(quiz?.value), 14);
    const variance = (0.75 * Number(trading?.standardError)) ** 2 + (0.25 * Number(quiz?.standardError)) ** 2;
    expect(Number(both?.standardError) ** 2).toBeCloseTo(variance, 14);
  });

  test("a part of one unit gives a value without an error; a part without units gives nothing", () => {
    const one = { value: 3, standardError: null, df: null, interval: null, p: null };
    expect(estimate([{ weight: 1, values: [3] }])).toEqual(one);
    expect(estimate([{ weight: 1, values: [] }])).toBeNull();
    expect(estimate([{ weight: 0, values: [1, 2] }])).toBeNull();
  });

  test("units that agree exactly have error 0: p is 1 at 0 and 0 elsewhere", () => {
    const same = { value: 0, standardError: 0, df: null, interval: [0, 0], p: 1 };
    expect(estimate([{ weight: 1, values: [0, 0, 0] }])).toEqual(same);
    expect(estimate([{ weight: 1, values: [25, 25, 25] }])).toMatchObject({ value: 25, standardError: 0, p: 0 });
  });
});

test("median of 3, 1, 2 is 2, of 4, 1, 2, 3 is 2.5; mean and median of nothing are null", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(mean([1, 2, 6])).toBe(3);
  expect([mean([]), median([])]).toEqual([null, null]);
});
