import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, studentTCdf, studentTQuantile, studentTTwoSided } from "../../../src/core/stats/distributions.ts";

// Abramowitz & Stegun (1964), table 26.1, 15 decimals.
const normalTable = [
  [0, 0.5],
  [0.5, 0.691462461274013],
  [1, 0.841344746068543],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
] as const;

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t, 3 decimals.
const quantileTable = [
  [0.9, 1, 3.078],
  [0.95, 1, 6.314],
  [0.975, 1, 12.706],
  [0.975, 2, 4.303],
  [0.975, 7, 2.365],
  [0.975, 10, 2.228],
  [0.99, 12, 2.681],
  [0.975, 30, 2.042],
  [0.999, 100, 3.174],
] as const;

describe("normalCdf", () => {
  // From the series of erf in 400-digit arithmetic.
  test.each([
    [-3, 0.0013498980316300946],
    [-3.0001, 0.0013494549132607181],
    [-5, 2.8665157187919391e-7],
    [-8, 6.220960574271784e-16],
    [-20, 2.7536241186062337e-89],
  ])("the lower tail at %d is right to 1e-12 of itself", (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-12);
  });

  test("beyond the smallest number it is 0, and it rises where one method takes over from the other", () => {
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(-50)]).toEqual([0, 0]);
    expect(normalCdf(-3)).toBeGreaterThan(normalCdf(-3 - 1e-12));
  });

  test.each(normalTable)("of %f is %f (Abramowitz & Stegun 26.1)", (x, p) => {
    expect(normalCdf(x)).toBeCloseTo(p, 14);
    expect(normalCdf(-x)).toBeCloseTo(1 - p, 14);
  });

  test("refuses NaN", () => {
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });
});

describe("studentTCdf", () => {
  test("with 1 degree of freedom is 1/2 + arctan(t)/π", () => {
    for (const t of [-50, -1, -0.01, 0, 0.3, 1, 12]) {
      expect(studentTCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
    }
  });

  test("with 2 degrees of freedom is 1/2 + t/(2√(2 + t²))", () => {
    for (const t of [-9, -0.5, 0, 1, 3]) {
      expect(studentTCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 14);
    }
  });

  test("with a million degrees of freedom is the normal to 1e-6", () => {
    for (const t of [-3, -1, 0.5, 2]) expect(studentTCdf(t, 1e6)).toBeCloseTo(normalCdf(t), 6);
  });

  test("of t and −t add up to 1, and it rises with t", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (t, df) => {
          expect(studentTCdf(t, df) + studentTCdf(-t, df)).toBeCloseTo(1, 13);
          expect(studentTCdf(t + 0.5, df)).toBeGreaterThanOrEqual(studentTCdf(t, df));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is 0 and 1 at the ends, and refuses df 0 and NaN", () => {
    expect(studentTCdf(Number.NEGATIVE_INFINITY, 5)).toBe(0);
    expect(studentTCdf(Number.POSITIVE_INFINITY, 5)).toBe(1);
    expect(() => studentTCdf(1, 0)).toThrow(/df 0/);
    expect(() => studentTCdf(Number.NaN, 3)).toThrow(RangeError);
  });
});

describe("studentTQuantile", () => {
  test.each(quantileTable)("of %f with %i degrees of freedom is %f (NIST 1.3.6.7.2)", (p, df, t) => {
    expect(studentTQuantile(p, df)).toBeCloseTo(t, 2);
    expect(Math.abs(studentTQuantile(p, df) - t)).toBeLessThan(6e-4 * Math.max(1, t / 100));
    expect(studentTQuantile(1 - p, df)).toBeCloseTo(-studentTQuantile(p, df), 9);
  });

  test("of 0.975 with 10 degrees of freedom is 2.228138851986275 and with 4.5 is 2.658912347204404", () => {
    expect(Math.abs(studentTQuantile(0.975, 10) - 2.228138851986275)).toBeLessThan(1e-13);
    expect(Math.abs(studentTQuantile(0.975, 4.5) - 2.658912347204404)).toBeLessThan(1e-13);
  });

  test("is the inverse of the distribution function to 1e-13", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0.6, max: 300, noNaN: true }),
        (p, df) => {
          expect(Math.abs(studentTCdf(studentTQuantile(p, df), df) - p)).toBeLessThan(1e-13);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of one half is 0; 0, 1 and df 0 are refused", () => {
    expect(studentTQuantile(0.5, 3)).toBe(0);
    for (const [p, df] of [
      [0, 3],
      [1, 3],
      [0.5, 0],
      [Number.NaN, 3],
    ] as const) {
      expect(() => studentTQuantile(p, df)).toThrow(RangeError);
    }
  });
});

test("studentTTwoSided of the 97.5 % quantile is 0.05 and of an infinite t is 0", () => {
  expect(studentTTwoSided(studentTQuantile(0.975, 11), 11)).toBeCloseTo(0.05, 13);
  expect(studentTTwoSided(-studentTQuantile(0.975, 11), 11)).toBeCloseTo(0.05, 13);
  expect(studentTTwoSided(Number.POSITIVE_INFINITY, 11)).toBe(0);
  expect(studentTTwoSided(0, 11)).toBe(1);
});
