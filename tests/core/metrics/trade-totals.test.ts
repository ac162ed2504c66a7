import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { profitFactor } from "../../../src/core/metrics/profit-factor.ts";
import { tradeTotals } from "../../../src/core/metrics/trade-totals.ts";
import { trades } from "../../../src/core/metrics/trades.ts";
import { winRate } from "../../../src/core/metrics/win-rate.ts";
import { anySettings } from "../backtest/markets.ts";
import { stopCases } from "../backtest/stop-markets.ts";

describe("tradeTotals", () => {
  it("equals the list of trades, stops and ruin included", () => {
    let stopped = 0;
    fc.assert(
      fc.property(stopCases, anySettings, ({ bars, positions }, options) => {
        const result = backtest(bars, positions, options);
        const list = trades(bars, result);
        stopped += list.filter((trade) => trade.stop !== undefined).length;
        const totals = tradeTotals(bars, result);
        expect(totals.count).toBe(list.length);
        expect(totals.winRate).toBe(winRate(list));
        const factor = profitFactor(list);
        if (factor === null) expect(totals.profitFactor).toBeNull();
        else expect(totals.profitFactor).toBeCloseTo(factor, 9);
      }),
      { numRuns: 200 },
    );
    expect(stopped).toBeGreaterThan(50);
  });
});
