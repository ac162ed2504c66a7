import { describe, expect, test } from "vitest";
import { excessKurtosis } from "../../../src/core/metrics/excess-kurtosis.ts";
import { expectedShortfall } from "../../../src/core/metrics/expected-shortfall.ts";
import { lowestValues } from "../../../src/core/metrics/lowest-values.ts";
import { psr, psrOf } from "../../../src/core/metrics/psr.ts";
import { skewness } from "../../../src/core/metrics/skewness.ts";
import { valueAtRisk } from "../../../src/core/metrics/value-at-risk.ts";
import { createRandom } from "../../../src/core/random.ts";

const scipyExample = [2, 8, 0, 4, 1, 9, 9, 0];

test("skewness of the example in scipy's documentation is 0.2650554122698573", () => {
  expect(skewness(scipyExample)).toBeCloseTo(0.2650554122698573, 14);
});

test("excessKurtosis of the same is −1.6660010752838508; of two values it is −2, the least there is", () => {
  expect(excessKurtosis(scipyExample)).toBeCloseTo(-1.6660010752838508, 14);
  expect(excessKurtosis([1, 3])).toBe(-2);
});

test("skewness changes sign with the returns, kurtosis does not", () => {
  const turned = scipyExample.map((x) => -x);
  expect(skewness(turned)).toBeCloseTo(-0.2650554122698573, 14);
  expect(excessKurtosis(turned)).toBeCloseTo(-1.6660010752838508, 14);
});

test("skewness, excessKurtosis and psr of constant, single and no returns are null", () => {
  for (const returns of [[], [0.1], [0.1, 0.1, 0.1]]) {
    expect([skewness(returns), excessKurtosis(returns), psr(returns)]).toEqual([null, null, null]);
  }
});

describe("valueAtRisk", () => {
  test("equals empyrical's tests: 1 81 82 83 84 85 at 10, 20, 30 % is 41, 81, 81.5 (a gain: below 0)", () => {
    const returns = [1, 81, 82, 83, 84, 85];
    const tails = [0.1, 0.2, 0.3].map((tail) => valueAtRisk(returns, tail));
    [-41, -81, -81.5].forEach((wanted, i) => {
      expect(tails[i]).toBeCloseTo(wanted, 12);
    });
  });
  test("of 21 returns −10 % … +10 % at 5 % is 9 %; of none null", () => {
    expect(valueAtRisk(Array.from({ length: 21 }, (_, i) => (10 - i) / 100))).toBeCloseTo(0.09, 15);
    expect(valueAtRisk([])).toBeNull();
  });
});

describe("expectedShortfall", () => {
  test("of 21 returns −10 % … +10 % at 5 % is 9.5 %, the mean of the two lowest; of none null", () => {
    expect(expectedShortfall(Array.from({ length: 21 }, (_, i) => (10 - i) / 100))).toBeCloseTo(0.095, 15);
    expect(expectedShortfall([])).toBeNull();
  });
  test("of a single return is its loss", () => expect(expectedShortfall([-0.3])).toBe(0.3));
});

test("lowestValues are the first of the sorted values, ties included, and change nothing", () => {
  const random = createRandom("lowest");
  for (let i = 0; i < 200; i++) {
    const values = Array.from({ length: random.int(50) }, () => random.int(1 + random.int(60)));
    const k = random.int(60);
    const before = [...values];
    expect([...lowestValues(values, k)]).toEqual([...values].sort((a, b) => a - b).slice(0, k));
    expect(values).toEqual(before);
  }
});

test.each([valueAtRisk, expectedShortfall])("%o refuses a tail that is no part: 5 is not 5 %%", (f) => {
  for (const tail of [5, 1, 0, -0.1, Number.NaN])
    expect(() => f([0.1, -0.1], tail)).toThrow(`tail is ${tail}: it must`);
});

describe("psr", () => {
  // Bailey & López de Prado (2012): two years of months, mean 3.6 %, deviation 7.9 %.
  test("of the published example is 0.982 if returns were normal, 0.913 with skewness −2.448 and kurtosis 10.164", () => {
    expect(psrOf(0.036 / 0.079, 0, 3, 24)).toBeCloseTo(0.982, 2);
    expect(psrOf(0.036 / 0.079, -2.448, 10.164, 24)).toBeCloseTo(0.913, 3);
  });
  test("at a benchmark equal to the Sharpe ratio is one half", () => expect(psrOf(0.1, -1, 8, 100, 0.1)).toBe(0.5));
  test("of returns uses kurtosis that is not in excess: −1, 2, −1, 2 per mille has γ4 = 1", () => {
    const returns = [-0.001, 0.002, -0.001, 0.002];
    const ratio = 0.0005 / (0.0015 * Math.sqrt(4 / 3));
    expect(psr(returns)).toBeCloseTo(psrOf(ratio, 0, 1, 4) ?? NaN, 12);
  });
  test("where the root is 0 is null: a two-valued return with skewness 2, kurtosis 5 and ratio 1", () => {
    expect(psrOf(1, 2, 5, 10)).toBeNull();
  });
});
