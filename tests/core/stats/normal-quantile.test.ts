import { expect, test } from "vitest";
import { normalCdf } from "../../../src/core/stats/distributions.ts";
import { normalQuantile } from "../../../src/core/stats/normal-quantile.ts";

// scipy.stats.norm.ppf
test.each([
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
])("normalQuantile of %d is %d, of the other tail its negative", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
  expect(normalQuantile(1 - p)).toBeCloseTo(-z, 10);
});

test("it turns normalCdf back for p from 0.001 to 0.999, and is 0 at a half", () => {
  for (let k = 1; k < 1000; k++) expect(normalCdf(normalQuantile(k / 1000))).toBeCloseTo(k / 1000, 12);
  expect(normalQuantile(0.5)).toBe(0);
});

test("0, 1, −1 and NaN are refused", () => {
  for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow("normalQuantile wants 0 < p < 1");
});
