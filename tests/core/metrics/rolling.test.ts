import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beta } from "../../../src/core/metrics/beta.ts";
import { rollingBeta } from "../../../src/core/metrics/rolling-beta.ts";
import { rollingSharpe } from "../../../src/core/metrics/rolling-sharpe.ts";
import { rollingVolatility } from "../../../src/core/metrics/rolling-volatility.ts";
import { sharpe } from "../../../src/core/metrics/sharpe.ts";
import { volatility } from "../../../src/core/metrics/volatility.ts";
import { createRandom } from "../../../src/core/random.ts";

type Rolling = (returns: Float64Array, market: Float64Array, window: number) => Float64Array;
type Whole = (returns: Float64Array, market: Float64Array) => number | null;

const measures: readonly (readonly [string, Rolling, Whole])[] = [
  ["rollingVolatility", (r, _, n) => rollingVolatility(r, n, 252), (r) => volatility(r, 252)],
  ["rollingSharpe", (r, _, n) => rollingSharpe(r, n, 252), (r) => sharpe(r, 252)],
  ["rollingBeta", rollingBeta, beta],
];

/** Two seeded columns of returns, some of them 0 for a while, some of the second falling by everything. */
function returnsOf(seed: string, length: number): [Float64Array, Float64Array] {
  const random = createRandom(seed);
  const flat = random.int(2) * random.int(length + 1);
  const draw = (t: number): number => (t < flat ? 0 : random.next() < 0.01 ? -1 : 0.02 * random.normal());
  return [Float64Array.from({ length }, (_, t) => draw(t)), Float64Array.from({ length }, (_, t) => draw(t))];
}

const cases = fc.record({
  seed: fc.string(),
  length: fc.integer({ min: 0, max: 80 }),
  window: fc.integer({ min: 2, max: 30 }),
});

describe.each(measures)("%s", (_, rolling, whole) => {
  test("equals the measure of each window alone, NaN where that is null or warming up", () => {
    fc.assert(
      fc.property(cases, ({ seed, length, window }) => {
        const [returns, market] = returnsOf(seed, length);
        const found = rolling(returns, market, window);
        expect(found.length).toBe(length);
        for (let i = 0; i < length; i++) {
          const start = i - window + 1;
          const alone = start < 0 ? null : whole(returns.slice(start, i + 1), market.slice(start, i + 1));
          if (alone === null) expect(found[i]).toBeNaN();
          else expect(Math.abs((found[i] as number) - alone)).toBeLessThan(1e-9 * (1 + Math.abs(alone)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("does not change a value when later returns change", () => {
    const [returns, market] = returnsOf("later", 60);
    const cut = rolling(returns.slice(0, 40), market.slice(0, 40), 7);
    expect(rolling(returns, market, 7).slice(0, 40)).toEqual(cut);
  });

  test("has lost no digits after 300,000 returns", () => {
    const [returns, market] = returnsOf("long", 300_000);
    const last = rolling(returns, market, 250).at(-1) as number;
    expect(last / (whole(returns.slice(-250), market.slice(-250)) as number)).toBeCloseTo(1, 11);
  });

  test("leaves its inputs as they are, and gives nothing but NaN where the window is longer than the returns", () => {
    const [returns, market] = returnsOf("kept", 30);
    const [before, marketBefore] = [returns.slice(), market.slice()];
    rolling(returns, market, 5);
    expect([returns, market]).toEqual([before, marketBefore]);
    expect(rolling(returns, market, 31).every(Number.isNaN)).toBe(true);
  });

  test("refuses a window of 1 or 2.5", () => {
    const [returns, market] = returnsOf("refused", 5);
    for (const window of [1, 2.5]) expect(() => rolling(returns, market, window)).toThrow(`window is ${window}`);
  });
});

test("rollingSharpe of three months of 1, 2, 3, −1 % is 2·√12, then 4/√39·√12 (ddof 1, as pandas' rolling std)", () => {
  const found = rollingSharpe([0.01, 0.02, 0.03, -0.01], 3, 12);
  expect(found[2]).toBeCloseTo(2 * Math.sqrt(12), 12);
  expect(found[3]).toBeCloseTo((4 / Math.sqrt(39)) * Math.sqrt(12), 12);
});

test("rollingBeta of the market itself is 1 to the last bit, and of unequal lengths an error", () => {
  const [market] = returnsOf("itself", 50);
  expect(new Set(rollingBeta(market, market, 5).slice(4))).toEqual(new Set([1]));
  expect(() => rollingBeta([0.1, 0.2], [0.1], 2)).toThrow("columns have 2, 1 values");
});
