import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { exposure } from "../../../src/core/metrics/exposure.ts";
import { type TradeRow, tradeList } from "../../../src/core/metrics/trade-list.ts";
import { trades } from "../../../src/core/metrics/trades.ts";
import { anySettings, barsOf, cases, settings } from "../backtest/markets.ts";

/** Bars with highs and lows of their own. */
function bars(open: number[], high: number[], low: number[], close: number[]): Bars {
  return { ...barsOf(open, close), high: Float64Array.from(high), low: Float64Array.from(low) };
}

function rowsOf(market: Bars, target: number[], bps = 0): readonly TradeRow[] {
  return tradeList(market, backtest(market, target, settings(bps)));
}

test("equityReturn keeps its digits where 100 flips at 10 % of cost leave 1e-8 of what 7 trades had tripled", () => {
  const target = Array.from({ length: 120 }, (_, t) => (t < 14 ? (t + 1) % 2 : t % 2 ? 1 : -1));
  const price = target.map((_, t) => 100 * 3 ** Math.min(t / 2, 7));
  const [first, ...rows] = rowsOf(barsOf(price, price), target, 1000)
    .slice(7, -1)
    .map((row) => row.equityReturn);
  expect(first).toBeLessThan(0);
  const [long, short] = [rows[1] ?? 0, rows[2] ?? 0];
  for (const [i, given] of rows.slice(1).entries()) {
    expect(given, `trade ${i}`).toBeCloseTo(i % 2 ? short : long, 13);
  }
});

// therobusttrader.com and lunchbreakinvesting.com on Sweeney's measures: bought at 25, down to 15, then up to 50.
test("bought at 25, as low as 15, as high as 50, sold at 45: MAE 10/25, MFE 25/25, return 20/25", () => {
  const market = bars([25, 25, 20, 45], [25, 26, 50, 60], [25, 15, 20, 10], [25, 20, 48, 50]);
  expect(rowsOf(market, [1, 1, 0, 0])).toEqual([
    {
      side: "long",
      entryBar: 1,
      exitBar: 3,
      open: false,
      profit: expect.closeTo(0.8, 14),
      entryTime: 86_400_000,
      exitTime: 3 * 86_400_000,
      bars: 2,
      entryPrice: 25,
      exitPrice: 45,
      return: 0.8,
      equityReturn: expect.closeTo(0.8, 14),
      mae: 0.4,
      mfe: 1,
    },
  ]);
});

// tradersync.com: a position entered at 4.72 meets 5.18 on one side and 4.645 on the other.
test("sold short at 4.72, between 4.645 and 5.18: MAE 0.46/4.72, MFE 0.075/4.72", () => {
  const market = bars([5, 4.72, 4.7], [5, 5.18, 4.7], [5, 4.645, 4.7], [5, 4.7, 4.7]);
  const [row] = rowsOf(market, [-1, 0, 0]);
  expect(row?.side).toBe("short");
  expect(row?.mae).toBeCloseTo(0.46 / 4.72, 14);
  expect(row?.mfe).toBeCloseTo(0.075 / 4.72, 14);
  expect(row?.return).toBeCloseTo(0.02 / 4.72, 14);
});

test("of the bar at whose open a trade is left, only that open counts: a gap to 80 is an MAE of 0.2", () => {
  const [row] = rowsOf(bars([100, 100, 80], [100, 100, 200], [100, 100, 10], [100, 100, 90]), [1, 0, 0]);
  expect([row?.mae, row?.mfe, row?.bars]).toEqual([0.2, 0, 1]);
});

test("a trade open at the end is marked at the last close, and its last bar counts whole", () => {
  const [row] = rowsOf(bars([100, 100, 110], [100, 100, 150], [100, 100, 90], [100, 110, 120]), [1, 1, 1]);
  expect(row).toMatchObject({ open: true, exitPrice: 120, return: 0.2, mae: 0.1, mfe: 0.5, bars: 2 });
});

test("costs are in equityReturn and profit, not in return; half a position moves equity by half", () => {
  const flat = [50, 50, 50];
  const [row] = rowsOf(barsOf(flat, flat), [1, 0, 0], 100);
  expect(row?.return).toBe(0);
  expect(row?.equityReturn).toBeCloseTo(0.99 / 1.01 - 1, 15);
  const [half] = rowsOf(barsOf([100, 100, 120], [100, 110, 120]), [0.5, 0, 0]);
  expect([half?.return, half?.equityReturn]).toEqual([0.2, expect.closeTo(0.1, 14)]);
});

describe("ruin", () => {
  test("at the open ends the trade there: the bar's own high does not count", () => {
    const market = bars([100, 100, 210], [100, 100, 900], [100, 90, 50], [100, 90, 100]);
    expect(rowsOf(market, [-1, -1, 1])).toMatchObject([{ exitPrice: 210, return: -1.1, mae: 1.1, bars: 1 }]);
  });
  test("at the close ends it there: the whole bar counts", () => {
    const market = bars([100, 100, 110], [100, 100, 300], [100, 90, 80], [100, 90, 250]);
    expect(rowsOf(market, [-1, -1, 1])).toMatchObject([{ exitPrice: 250, return: -1.5, mae: 2, mfe: 0.2, bars: 2 }]);
  });
  test("on the bar of a flip: the long ends at the open, the short at the close", () => {
    const market = bars([100, 100, 110, 1], [100, 100, 300, 1], [100, 100, 100, 1], [100, 100, 300, 1]);
    expect(rowsOf(market, [1, -1, 1, 1])).toMatchObject([
      { side: "long", exitPrice: 110, bars: 1, mae: 0 },
      { side: "short", exitPrice: 300, bars: 1, equityReturn: expect.closeTo(-1, 14) },
    ]);
  });
});

test("no bars, one bar and no position have no trades", () => {
  expect([rowsOf(barsOf([], []), []), rowsOf(barsOf([1], [1]), [1]), rowsOf(barsOf([1, 1], [1, 1]), [0, 0])]).toEqual([
    [],
    [],
    [],
  ]);
});

describe("laws", () => {
  const runs = { numRuns: 150 };
  test("the rows are the trades; returns lie between −mae and mfe; nothing is NaN", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars: market, target }, options) => {
        const result = backtest(market, target, options);
        const rows = tradeList(market, result);
        expect(rows).toMatchObject(trades(market, result));
        for (const row of rows) {
          expect(row.return).toBeLessThanOrEqual(row.mfe + 1e-12);
          expect(row.return).toBeGreaterThanOrEqual(-row.mae - 1e-12);
          expect(Math.min(row.mae, row.mfe)).toBeGreaterThanOrEqual(0);
          expect(row.side === "long" ? row.mae : row.mfe).toBeLessThan(1);
          expect(Object.values(row).filter((value) => typeof value === "number" && !Number.isFinite(value))).toEqual(
            [],
          );
        }
      }),
      runs,
    );
  });
  test("equity returns compound to the growth of equity", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars: market, target }, options) => {
        const result = backtest(market, target, options);
        fc.pre(result.ruinBar === null && market.length > 0);
        const growth = tradeList(market, result).reduce((g, row) => g * (1 + row.equityReturn), 1);
        expect(growth / ((result.equity.at(-1) ?? 1) / options.initial)).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });
  test("bars held add up to the exposure, but for a bar of ruin", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars: market, target }, options) => {
        const result = backtest(market, target, options);
        fc.pre(result.ruinBar === null);
        const held = tradeList(market, result).reduce((sum, row) => sum + row.bars, 0);
        expect(held).toBe(Math.round((exposure(result.position) ?? 0) * market.length));
      }),
      runs,
    );
  });
});
