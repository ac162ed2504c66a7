import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "../../../src/core/stats/holm.ts";

test("holm of 0.01, 0.04, 0.03, 0.005 is 0.03, 0.06, 0.06, 0.02 (worked example of the Holm–Bonferroni method)", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  for (const [i, wanted] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[i]).toBeCloseTo(wanted, 15);
});

test("holm rejects 3 of the 15 hypotheses of Benjamini & Hochberg 1995, as many as Bonferroni", () => {
  // The p-values of the myocardial infarction trial as printed there, smallest first.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const adjusted = holm(p);
  expect(adjusted.filter((value) => value !== null && value <= 0.05)).toHaveLength(3);
  expect(adjusted[0]).toBeCloseTo(0.0015, 12);
  expect(adjusted[2]).toBeCloseTo(0.0247, 12);
  expect(adjusted[3]).toBeCloseTo(0.114, 12);
});

test("a comparison without a p-value stays without one and does not count", () => {
  expect(holm([null, 0.02, null, 0.03])).toEqual([null, 0.04, null, 0.04]);
  expect(holm([])).toEqual([]);
});

test("adjusted p-values lie between p and min(1, n·p), keep the order of p, and do not depend on where p stands", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (p) => {
      const adjusted = holm(p).map(Number);
      for (const [i, value] of adjusted.entries()) {
        const raw = Number(p[i]);
        expect(value).toBeGreaterThanOrEqual(raw);
        expect(value).toBeLessThanOrEqual(Math.min(1, p.length * raw));
        for (const [j, other] of adjusted.entries()) if (raw <= Number(p[j])) expect(value).toBeLessThanOrEqual(other);
      }
      expect(holm(p.toReversed())).toEqual(adjusted.toReversed());
    }),
    { numRuns: 100 },
  );
});
