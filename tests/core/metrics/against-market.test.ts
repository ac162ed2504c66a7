import { describe, expect, test } from "vitest";
import { alpha } from "../../../src/core/metrics/alpha.ts";
import { beta } from "../../../src/core/metrics/beta.ts";
import { informationRatio } from "../../../src/core/metrics/information-ratio.ts";

const market = [0.01, -0.02, 0.03, 0.02];
// Twice the market and a hundredth of a per cent a bar on top.
const geared = market.map((m) => 2 * m + 0.0001);

describe("beta and alpha", () => {
  test("of 2·market + 0.0001 are 2 and 0.0001 a bar, 0.0252 a year", () => {
    expect(beta(geared, market)).toBeCloseTo(2, 13);
    expect(alpha(geared, market, 252)).toBeCloseTo(0.0252, 13);
  });
  test("of the market itself are 1 and 0, of cash 0 and 0", () => {
    expect(beta(market, market)).toBe(1);
    expect(alpha(market, market, 252)).toBeCloseTo(0, 15);
    expect([beta([0, 0, 0, 0], market), alpha([0, 0, 0, 0], market, 252)]).toEqual([0, 0]);
  });
  test("of (3, 1, 2) on (1, 2, 6) is the least-squares slope −1/14", () => {
    expect(beta([3, 1, 2], [1, 2, 6])).toBeCloseTo(-1 / 14, 15);
  });
  test("on a market that does not move, and under 2 returns, are null", () => {
    expect([beta([1, 2], [0, 0]), alpha([1, 2], [0, 0], 1), beta([1], [1]), beta([], [])]).toEqual(
      new Array(4).fill(null),
    );
  });
});

describe("informationRatio", () => {
  test("of 3 % and 1 % over a market of 1 % and 0 % is 1.5/√0.5 a year", () => {
    expect(informationRatio([0.03, 0.01], [0.01, 0], 1)).toBeCloseTo(1.5 / Math.sqrt(0.5), 12);
  });
  test("of the market against itself is null", () => expect(informationRatio(market, market, 252)).toBeNull());
});
