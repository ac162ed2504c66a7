import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMarket } from "../../../src/adapters/market-data.ts";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { marketPresets, type PresetId } from "../../../src/core/market/market-presets.ts";
import { stylisedFacts } from "../../../src/core/market/stylised-facts.ts";
import { sharedData, withoutSharedData } from "../../adapters/market-data/shared-data.ts";

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
function within(made: number, real: number, low: number, high: number): void {
  expect(made / real).toBeGreaterThanOrEqual(low);
  expect(made / real).toBeLessThanOrEqual(high);
}

/** |made − real| ≤ `most`. */
function near(made: number, real: number, most: number): void {
  expect(Math.abs(made - real)).toBeLessThanOrEqual(most);
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
    near(made.volumeRange ?? 0, real.volumeRange ?? 0, 0.2);
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
