import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { createMarketData } from "../../src/adapters/market-data.ts";
import { backtest } from "../../src/core/backtest.ts";
import { type Bars, sliceBars } from "../../src/core/bars.ts";
import { ta } from "../../src/core/indicators/index.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import type { Metrics } from "../../src/core/metrics/metrics.ts";
import type { Strategy } from "../../strategies/contract.ts";
import { barsOf, settings } from "../core/backtest/markets.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const baselines = [
  ["cash", 0],
  ["buy-and-hold", 1],
  ["sma-cross", 20],
  ["rsi-reversion", 250],
  ["donchian-breakout", 155],
  ["volatility-target", 784],
  ["random", 153],
] as const;

let bars: Bars = barsOf([], []);

beforeAll(async () => {
  const data = createMarketData({ folder: join(root, "market-data"), cacheFolder: null });
  bars = (await data.load("us-sp500-daily")).bars[0] ?? bars;
});

/** Loaded by name: strategies are checked against the contract by a configuration of their own. */
async function load(name: string): Promise<Strategy> {
  const file = join(root, "strategies", "baselines", `${name}.ts`);
  return ((await import(pathToFileURL(file).href)) as { readonly default: Strategy }).default;
}

async function run(name: string): Promise<Metrics> {
  const { target } = (await load(name)).decide(bars, ta);
  return computeMetrics(bars, backtest(bars, target, settings(2)));
}

describe.each(baselines)("%s on the S&P 500 of 2000 to 2020", (name, orders) => {
  test(`makes ${orders} orders`, async () => {
    expect((await load(name)).name).toBe(name);
    expect((await run(name)).orders).toBe(orders);
  });

  test("decides the same on a history that ends earlier", async () => {
    const strategy = await load(name);
    const full = strategy.decide(bars, ta).target;
    for (const n of [0, 1, 60, 250, 3000]) {
      const short = strategy.decide(sliceBars(bars, 0, n), ta).target;
      expect(Array.from(short)).toEqual(Array.from(full).slice(0, n));
    }
  });
});

test("volatility-target is calmer than buy-and-hold: about 10 % a year instead of 19 %", async () => {
  const calm = (await run("volatility-target")).volatility ?? Number.NaN;
  const held = (await run("buy-and-hold")).volatility ?? Number.NaN;
  expect(calm).toBeGreaterThan(0.08);
  expect(calm).toBeLessThan(0.13);
  expect(held).toBeGreaterThan(0.18);
});
