import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMarket } from "../../../src/adapters/market-data.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { basketIds, basketPresets } from "../../../src/core/market/basket-presets.ts";
import { factNames, factRanges, judgeFact } from "../../../src/core/market/fact-ranges.ts";
import { generateBasket } from "../../../src/core/market/generate-basket.ts";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets, type PresetId, presetIds } from "../../../src/core/market/market-presets.ts";
import { stylisedFacts } from "../../../src/core/market/stylised-facts.ts";
import { sharedData, withoutSharedData } from "../../adapters/market-data/shared-data.ts";
import { randomMarket } from "../paths/random-market.ts";

/** The real market that each daily class is held against. Rates have none. */
const counterparts: readonly (readonly [PresetId, string])[] = [
  ["syn-equity-index-daily", "us-spy-daily-1998-2021.csv"],
  ["syn-equity-index-daily", "idx-kospi-daily-2006-2019.csv"],
  ["syn-equity-daily", "us-msft-daily-1990-2022.csv"],
  ["syn-fx-daily", "fx-eurusd-daily-2007-2021.csv"],
  ["syn-crypto-daily", "crypto-btcusdt-daily-2017-2021.csv"],
  ["syn-commodity-daily", "metal-xauusd-daily-2012-2022.csv"],
];

/** `low` ≤ `made`/`real` ≤ `high`. */
function within(made: number | null, real: number | null, low: number, high: number): void {
  const ratio = (made ?? Number.NaN) / (real ?? Number.NaN);
  expect(ratio).toBeGreaterThanOrEqual(low);
  expect(ratio).toBeLessThanOrEqual(high);
}

/** |made − real| ≤ `most`. */
function near(made: number | null, real: number | null, most: number): void {
  expect(Math.abs((made ?? Number.NaN) - (real ?? Number.NaN))).toBeLessThanOrEqual(most);
}

describe.skipIf(withoutSharedData).each(counterparts)("%s against %s", (id, file) => {
  const made = stylisedFacts(generateMarket(marketPresets[id]));
  let real: typeof made;
  beforeAll(async () => {
    const options = { folder: "", cacheFolder: null, cwd: join(sharedData, "markets") };
    real = stylisedFacts((await loadMarket(file, options)).bars);
  });

  it("tails: volatility 0.7–1.4 times, excess kurtosis 0.5–2 times the real one's", () => {
    within(made.volatilityPerYear, real.volatilityPerYear, 0.7, 1.4);
    within(made.excessKurtosis, real.excessKurtosis, 0.5, 2);
  });

  it("memory: autocorrelation of |r| within 0.15 at 1, 0.1 at 10, 0.08 at 50 bars; of r within 0.1", () => {
    near(made.absolute1, real.absolute1, 0.15);
    near(made.absolute10, real.absolute10, 0.1);
    near(made.absolute50, real.absolute50, 0.08);
    near(made.autocorrelation1, real.autocorrelation1, 0.1);
  });

  it("shape: leverage within 0.03, share of gaps within 0.2, range ratio within a fifth, volume follows the range", () => {
    near(made.leverage, real.leverage, 0.03);
    near(made.gapShare, real.gapShare, 0.2);
    within(made.rangeRatio, real.rangeRatio, 0.8, 1.2);
    expect(made.volumeRange).toBeGreaterThan(0.15);
    near(made.volumeRange, real.volumeRange, 0.2);
  });
});

/** Real sets of each class and interval. */
const realSets: readonly (readonly [file: string, marketClass: string, interval: string])[] = [
  ["us-spy-daily-1998-2021.csv", "equity-index", "1d"],
  ["idx-spx-daily-1990-2022.csv", "equity-index", "1d"],
  ["idx-kospi-daily-2006-2019.csv", "equity-index", "1d"],
  ["us-msft-daily-1990-2022.csv", "equity", "1d"],
  ["fx-eurusd-daily-2007-2021.csv", "fx", "1d"],
  ["fx-eurusd-hourly-2022-2025.csv", "fx", "1h"],
  ["crypto-btcusdt-daily-2017-2021.csv", "crypto", "1d"],
  ["crypto-btcusd-hourly-2018-2019.csv", "crypto", "1h"],
  ["metal-xauusd-daily-2012-2022.csv", "commodity", "1d"],
];

/** The facts that lie outside of the range of the class. */
function outside(bars: Bars, marketClass: string, interval: string): readonly string[] {
  const facts = stylisedFacts(bars);
  const ranges = factRanges(marketClass, interval);
  if (ranges === null) throw new Error(`no ranges for ${marketClass}, ${interval}`);
  return factNames.flatMap((name) => {
    const verdict = judgeFact(facts[name], ranges[name]);
    return verdict === "within" ? [] : [`${name} ${facts[name]} ${verdict} ${ranges[name].join(" … ")}`];
  });
}

describe("ranges of the classes", () => {
  it.skipIf(withoutSharedData).each(realSets)("hold every fact of the real %s (%s, %s)", async (file, ...of) => {
    const options = { folder: "", cacheFolder: null, cwd: join(sharedData, "markets") };
    expect(outside((await loadMarket(file, options)).bars, ...of)).toEqual([]);
  });

  it.each(presetIds)("hold every fact of %s", (id) => {
    const spec = marketPresets[id];
    expect(outside(generateMarket(spec), spec.class, spec.interval)).toEqual([]);
  });

  it.each(basketIds)("hold every fact of every instrument of %s", (id) => {
    const spec = basketPresets[id];
    for (const bars of generateBasket(spec)) expect(outside(bars, spec.class, spec.interval)).toEqual([]);
  });

  it("tell a plain random walk from a market: no tails, no bursts of volatility", () => {
    const found = outside(randomMarket("plain", 5000), "equity", "1d").map((line) => line.split(" ")[0]);
    expect(found).toEqual(expect.arrayContaining(["excessKurtosis", "absolute1", "absolute10"]));
  });

  it("are known of no other class and of no interval of weeks", () => {
    expect(factRanges("bonds", "1d")).toBeNull();
    expect(factRanges("equity", "1w")).toBeNull();
    expect(factRanges("rates", "1h")).toBeNull();
  });

  it("a fact is within up to its ends, and unknown where it does not exist", () => {
    expect([0.9, 1, 2, 2.1, null].map((value) => judgeFact(value, [1, 2]))).toEqual([
      "below",
      "within",
      "within",
      "above",
      null,
    ]);
  });
});

describe("crypto, hourly", () => {
  it.skipIf(withoutSharedData)("has tails, memory and range of a real coin's hours", async () => {
    const made = stylisedFacts(generateMarket(marketPresets["syn-crypto-1h"]));
    const options = { folder: "", cacheFolder: null, cwd: join(sharedData, "markets") };
    const real = stylisedFacts((await loadMarket("crypto-btcusd-hourly-2018-2019.csv", options)).bars);
    within(made.volatilityPerYear, real.volatilityPerYear, 0.7, 1.4);
    within(made.excessKurtosis, real.excessKurtosis, 0.5, 2);
    near(made.absolute1, real.absolute1, 0.1);
    near(made.absolute10, real.absolute10, 0.1);
    near(made.absolute50, real.absolute50, 0.1);
    within(made.rangeRatio, real.rangeRatio, 0.8, 1.2);
  });
});
