import { describe, expect, it } from "vitest";
import { separateReturns } from "../../../../src/core/market/power/separate-returns.ts";
import { createRandom } from "../../../../src/core/random.ts";

/** n returns of mean `mean`, the same normal noise for the same seed. */
function draw(seed: string, n: number, mean: number, phi = 0): Float64Array {
  const random = createRandom(seed);
  let state = 0;
  return Float64Array.from({ length: n }, () => {
    state = phi * state + random.normal();
    return mean + 0.01 * state;
  });
}

describe("separateReturns", () => {
  it("three strategies, one better by half a standard deviation: two of three pairs are told apart", () => {
    const strategies = [
      { name: "a", returns: draw("a", 500, 0) },
      { name: "b", returns: draw("b", 500, 0) },
      { name: "better", returns: draw("c", 500, 0.005) },
    ];
    const { pairs, significant } = separateReturns(strategies);
    expect(significant).toBe(2);
    expect(pairs.map(({ a, b }) => `${a}-${b}`)).toEqual(["a-b", "a-better", "b-better"]);
    expect(pairs[1]?.difference).toBeLessThan(0);
    for (const { p, adjusted } of pairs) expect(adjusted).toBeGreaterThanOrEqual(p);
  });

  it("of differences 1, 3, 2, 4: t = 2.5/√(0.8125/4) = 5.55 with 3 degrees of freedom, p = 0.0116", () => {
    // γ0 = 1.25, γ1 = −0.4375, one lag: 1.25 − 2·½·0.4375 = 0.8125.
    const { pairs } = separateReturns([
      { name: "a", returns: [1, 3, 2, 4] },
      { name: "b", returns: [0, 0, 0, 0] },
    ]);
    expect(pairs[0]?.p).toBeCloseTo(0.01155, 5);
  });

  it("equal returns have p = 1, returns that differ by a constant p = 0", () => {
    const returns = draw("same", 50, 0);
    const [same] = separateReturns([
      { name: "a", returns },
      { name: "b", returns },
    ]).pairs;
    expect(same).toMatchObject({ difference: 0, p: 1, adjusted: 1 });
    const [apart] = separateReturns([
      { name: "a", returns: [0.5, 0.5, 0.5] },
      { name: "b", returns: [0.25, 0.25, 0.25] },
    ]).pairs;
    expect(apart).toMatchObject({ difference: 0.25, p: 0 });
  });

  it("differences that last (φ = 0.5) raise an alarm in less than 10 of a hundred trials of 500 bars, not in 26 like a plain t-test", () => {
    let alarms = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { significant } = separateReturns([
        { name: "a", returns: draw(`trial|${trial}`, 500, 0, 0.5) },
        { name: "b", returns: new Float64Array(500) },
      ]);
      alarms += significant;
    }
    expect(alarms / 400).toBeLessThan(0.1);
  });

  it("refuses returns of unequal length, or one return", () => {
    const one = { name: "a", returns: [1] };
    expect(() => separateReturns([one, { name: "b", returns: [1] }])).toThrow(/a has 1 returns, b 1: wanted/);
    expect(() => separateReturns([{ name: "a", returns: [1, 2] }, one])).toThrow(RangeError);
  });
});
