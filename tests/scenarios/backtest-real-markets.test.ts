import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadMarket } from "../../src/adapters/market-data.ts";
import { backtest } from "../../src/core/backtest.ts";
import { sliceBars } from "../../src/core/bars.ts";
import { ta } from "../../src/core/indicators/index.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import { ledger } from "../core/backtest/ledger.ts";
import { settings } from "../core/backtest/markets.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, "..", "shared", "market-data", "markets");
const absent = !existsSync(folder) && !process.env["CI"];
if (absent) console.warn("../shared/market-data is not here: real markets are skipped");

describe
  .skipIf(absent)
  .each([
    "us-spy-daily-1998-2021",
    "fx-eurusd-hourly-2022-2025",
    "crypto-btcusdt-daily-2017-2021",
    "metal-xauusd-daily-2012-2022",
  ])("the last 1,000 bars of %s", (name) => {
  test.each(["on-change", "every-bar"] as const)(
    "long and short by two averages, %s: equity equals the ledger's to 1e-9",
    async (mode) => {
      const market = await loadMarket(`${name}.csv`, { folder, cacheFolder: null, cwd: folder });
      const bars = sliceBars(market.bars, market.bars.length - 1000, market.bars.length);
      const slow = ta.sma(bars.close, 50);
      const target = Array.from(ta.sma(bars.close, 10), (fast, t) => Math.sign(fast - (slow[t] ?? Number.NaN)));
      const result = backtest(bars, target, settings(10, mode));
      ledger(bars, target, settings(10, mode)).forEach((line, t) => {
        expect(Math.abs((result.equity[t] ?? Number.NaN) / line.equity - 1), `bar ${t}`).toBeLessThan(1e-9);
      });
      const metrics = computeMetrics(bars, result);
      expect(metrics.trades).toBeGreaterThan(10);
      expect(metrics.finalEquity).toBe(result.equity[999]);
      expect(metrics.totalReturn).toBeCloseTo((metrics.finalEquity ?? Number.NaN) - 1, 14);
    },
  );
});
