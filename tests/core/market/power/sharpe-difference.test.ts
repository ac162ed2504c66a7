import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  detectableSharpeDifference,
  returnsForSharpeDifference,
  sharpeDifferenceVariance,
} from "../../../../src/core/market/power/sharpe-difference.ts";
import { mean } from "../../../../src/core/metrics/mean.ts";
import { standardDeviation } from "../../../../src/core/metrics/standard-deviation.ts";
import { createRandom } from "../../../../src/core/random.ts";

describe("sharpeDifferenceVariance", () => {
  it("less the 1/n of a strategy without mean is Lo's: standard error 0.306 at a ratio of 0.5 over 12, 0.137 over 60", () => {
    // Lo (2002), The Statistics of Sharpe Ratios, table 1.
    expect(Math.sqrt(sharpeDifferenceVariance(0.5, 0, 0, 12) - 1 / 12)).toBeCloseTo(0.306, 3);
    expect(Math.sqrt(sharpeDifferenceVariance(0.5, 0, 0, 60) - 1 / 60)).toBeCloseTo(0.137, 3);
  });

  it("of a strategy with itself is 0", () => {
    expect(sharpeDifferenceVariance(0.3, 0.3, 1, 100)).toBeCloseTo(0, 15);
  });
});

describe("detectableSharpeDifference", () => {
  it("of 20 years of days is 0.89 without correlation and 0.63 at 0.5", () => {
    const days = { returns: 5040, barsPerYear: 252 };
    expect(detectableSharpeDifference({ ...days, correlation: 0 })).toBeCloseTo(0.886, 3);
    expect(detectableSharpeDifference({ ...days, correlation: 0.5 })).toBeCloseTo(0.627, 3);
  });

  it("is undone by returnsForSharpeDifference", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 1e6, noNaN: true }),
        fc.double({ min: -1, max: 0.99, noNaN: true }),
        fc.constantFrom(1, 12, 252, 8760),
        (returns, correlation, barsPerYear) => {
          const difference = detectableSharpeDifference({ returns, barsPerYear, correlation }) ?? 0;
          expect(returnsForSharpeDifference(difference, { barsPerYear, correlation }) / returns).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it("does not exist for 3 returns", () => {
    expect(detectableSharpeDifference({ returns: 3, barsPerYear: 252, correlation: 0 })).toBeNull();
  });

  it.each([0, 0.5])(
    "simulated, ρ = %d: 3,000 markets of 250 bars find it 80 times in a hundred, and find nothing 95 times where nothing is",
    (correlation) => {
      const returns = 250;
      const there = detectableSharpeDifference({ returns, barsPerYear: 1, correlation }) ?? 0;
      // Three standard errors of a share of 3,000.
      expect(Math.abs(shareFound(there, correlation, returns) - 0.8)).toBeLessThan(3 * Math.sqrt(0.16 / 3000));
      expect(Math.abs(shareFound(0, correlation, returns) - 0.05)).toBeLessThan(3 * Math.sqrt(0.0475 / 3000));
    },
  );
});

/** Share of simulated pairs of strategies, Sharpe ratios `difference` and 0, that the test tells apart at 5 %. */
function shareFound(difference: number, correlation: number, returns: number): number {
  const random = createRandom(`power|${difference}|${correlation}`);
  const a = new Float64Array(returns);
  const b = new Float64Array(returns);
  let found = 0;
  for (let trial = 0; trial < 3000; trial++) {
    for (let t = 0; t < returns; t++) {
      const common = random.normal();
      a[t] = difference + common;
      b[t] = correlation * common + Math.sqrt(1 - correlation ** 2) * random.normal();
    }
    const [ratioA, ratioB] = [mean(a) / standardDeviation(a), mean(b) / standardDeviation(b)];
    const variance = sharpeDifferenceVariance(ratioA, ratioB, correlationOf(a, b), returns);
    if (Math.abs(ratioA - ratioB) > 1.959964 * Math.sqrt(variance)) found += 1;
  }
  return found / 3000;
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = a.map((value, t) => (value - meanA) * ((b[t] as number) - meanB));
  return (mean(products) * a.length) / (a.length - 1) / (standardDeviation(a) * standardDeviation(b));
}
