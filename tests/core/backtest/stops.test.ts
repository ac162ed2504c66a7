import { describe, expect, test } from "vitest";
import type { StopFill } from "../../../src/core/backtest/stop-fill.ts";
import { backtest } from "../../../src/core/backtest.ts";
import { createBars } from "../../../src/core/create-bars.ts";
import { tradeList } from "../../../src/core/metrics/trade-list.ts";
import type { PositionsInput } from "../../../src/core/positions.ts";
import { settings } from "./markets.ts";
import { all, ohlc } from "./stop-markets.ts";

const none = Number.NaN;

/** Entry at the open of bar 1, 100; bar 2 falls to 94 and rises to 107; bar 3 is calm. */
const calm = [100, 101, 99, 100] as const;
const swing = ohlc(calm, calm, [100, 107, 94, 102], [102, 103, 101, 103]);

function fill(of: Partial<StopFill>): StopFill {
  return { bar: 2, kind: "stop-loss", side: "long", price: 95, atOpen: false, ...of };
}

function run(bars: typeof swing, positions: PositionsInput, bps = 0) {
  return backtest(bars, positions, settings(bps));
}

const long = all(4, 1);
const short = all(4, -1);

describe("inside the bar", () => {
  test("a stop-loss of 5 % of an entry at 100 fills at 95: equity 0.95, flat from then on", () => {
    const { equity, position, turnover, stops } = run(swing, { target: long, stopLoss: all(4, 0.05) });
    expect(stops).toEqual([fill({})]);
    expect([...equity]).toEqual([1, 1, 0.01 * 95, 0.01 * 95]);
    expect([...position]).toEqual([0, 1, 0, 0]);
    expect([...turnover]).toEqual([0, 1, 1, 0]);
  });

  test("a short is stopped at 105 and loses the same", () => {
    const { equity, stops } = run(swing, { target: short, stopLoss: all(4, 0.05) });
    expect(stops).toEqual([fill({ side: "short", price: 105 })]);
    expect([...equity]).toEqual([1, 1, 0.95, 0.95]);
  });

  test("a take-profit of 6 % fills at 106, of a short at 94", () => {
    expect(run(swing, { target: long, takeProfit: all(4, 0.06) }).stops).toEqual([
      fill({ kind: "take-profit", price: 106 }),
    ]);
    expect(run(swing, { target: short, takeProfit: all(4, 0.06) }).stops).toEqual([
      fill({ kind: "take-profit", side: "short", price: 94 }),
    ]);
  });

  test("stop and take-profit in one bar are the stop", () => {
    const both = { stopLoss: all(4, 0.05), takeProfit: all(4, 0.06) };
    expect(run(swing, { target: long, ...both }).stops).toEqual([fill({})]);
    expect(run(swing, { target: short, ...both }).stops).toEqual([fill({ side: "short", price: 105 })]);
  });

  test("the bar of entry counts: entered at 100 and stopped at 98 in one bar, turnover 2", () => {
    const bars = ohlc(calm, [100, 101, 97, 100], calm, calm);
    const { equity, position, turnover, stops } = run(bars, { target: long, stopLoss: all(4, 0.02) });
    expect(stops).toEqual([fill({ bar: 1, price: 98 })]);
    expect([...equity]).toEqual([1, 0.98, 0.98, 0.98]);
    expect([...position]).toEqual([0, 0, 0, 0]);
    expect([...turnover]).toEqual([0, 2, 0, 0]);
  });

  test("both fills pay: 100 bp at 100 and at 95 leave 0.95·0.99/1.01", () => {
    const { equity } = run(swing, { target: long, stopLoss: all(4, 0.05) }, 100);
    expect(equity[2]).toBeCloseTo((0.95 * 0.99) / 1.01, 14);
  });
});

describe("gaps", () => {
  const gap = ohlc(calm, calm, [90, 92, 89, 91], [91, 91, 91, 91]);

  test("a bar that opens at 90, below the stop at 95, fills at 90", () => {
    const { equity, stops } = run(gap, { target: long, stopLoss: all(4, 0.05) });
    expect(stops).toEqual([fill({ price: 90, atOpen: true })]);
    expect([...equity]).toEqual([1, 1, 0.9, 0.9]);
  });

  test("a short's take-profit at 95 fills at 90, better than its price", () => {
    const { equity, stops } = run(gap, { target: short, takeProfit: all(4, 0.05) });
    expect(stops).toEqual([fill({ kind: "take-profit", side: "short", price: 90, atOpen: true })]);
    expect(equity[3]).toBeCloseTo(1.1, 14);
  });

  test("an open beyond the take-profit in a bar that falls to the stop is the stop", () => {
    const bars = ohlc(calm, calm, [110, 111, 94, 100], calm);
    const { stops } = run(bars, { target: long, stopLoss: all(4, 0.05), takeProfit: all(4, 0.05) });
    expect(stops).toEqual([fill({})]);
  });

  test("a target that changes at the gap is filled, and the old stop is gone", () => {
    const { equity, stops } = run(gap, { target: [1, 0.5, 0.5, 0.5], stopLoss: [0.05, none, none, none] });
    expect(stops).toBeUndefined();
    expect(equity[2]).toBeCloseTo(0.9 * (1 + (0.5 * 1) / 90), 14);
  });

  test("every-bar closes at the gap instead of restoring the weight, and stays flat", () => {
    const options = settings(0, "every-bar");
    const { position, stops } = backtest(gap, { target: all(4, 0.5), stopLoss: all(4, 0.05) }, options);
    expect(stops).toEqual([fill({ price: 90, atOpen: true })]);
    expect([...position.subarray(2)]).toEqual([0, 0]);
  });
});

describe("trailing stops", () => {
  const rise = ohlc(calm, [100, 120, 99, 118], [118, 119, 107, 110], [110, 112, 100, 101]);

  test("10 % below the high of 120 of the bar before is 108", () => {
    expect(run(rise, { target: long, trailingStop: all(4, 0.1) }).stops).toEqual([
      fill({ kind: "trailing-stop", price: 108 }),
    ]);
  });

  test("a bar's own high counts from the next bar on: 99 in the bar that reaches 120 is above 90 = 100·0.9", () => {
    expect(run(rise, { target: long, trailingStop: all(4, 0.1) }).stops?.[0]?.bar).toBe(2);
  });

  test("of a short it stands above the lowest low: 80·1.1 = 88", () => {
    const fall = ohlc(calm, [100, 101, 80, 82], [82, 89, 81, 85], [85, 86, 84, 85]);
    expect(run(fall, { target: short, trailingStop: all(4, 0.1) }).stops).toEqual([
      fill({ kind: "trailing-stop", side: "short", price: 80 * 1.1 }),
    ]);
  });

  test("beside a stop-loss the nearer one is met: the stop-loss at first, the trailing stop after a rise", () => {
    const both = { target: long, stopLoss: all(4, 0.05), trailingStop: all(4, 0.1) };
    expect(run(swing, both).stops?.[0]?.kind).toBe("stop-loss");
    expect(run(rise, both).stops?.[0]?.kind).toBe("trailing-stop");
  });
});

describe("after a stop, and between stops", () => {
  test("the same target again and NaN open nothing; another target does", () => {
    const bars = ohlc(calm, [100, 100, 90, 95], calm, calm, calm, calm);
    const stopLoss = all(6, 0.05);
    expect([...run(bars, { target: [1, 1, none, 1, 1, 1], stopLoss }).position]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...run(bars, { target: [1, 1, 0, 1, 1, 1], stopLoss }).position]).toEqual([0, 0, 0, 0, 1, 1]);
    expect(run(bars, { target: [1, 1, 0.5, none, none, none], stopLoss }).position[3]).toBe(0.5);
  });

  test("stops on bars whose target does not change are not read", () => {
    expect(run(swing, { target: long, stopLoss: [none, 0.05, 0.05, 0.05] }).stops).toBeUndefined();
    expect(run(swing, { target: long, stopLoss: [0.05, none, none, none] }).stops).toHaveLength(1);
  });

  test("a change of size takes its own stop, as a fraction of its own open", () => {
    const bars = ohlc(calm, calm, [110, 111, 109, 110], [110, 110, 103, 104]);
    const { stops } = run(bars, { target: [1, 0.5, 0.5, 0.5], stopLoss: all(4, 0.05) });
    expect(stops).toEqual([fill({ bar: 3, price: 110 * 0.95 })]);
  });

  test("a short's stop-loss of 100 % stands at twice its entry: it is met at 200, where half a position has lost half", () => {
    const bars = createBars({
      open: [100, 100, 100],
      high: [100, 250, 100],
      low: [100, 100, 50],
      close: [100, 100, 50],
    });
    const [whole, half] = [-1, -0.5].map((weight) => all(3, weight));
    const stopLoss = all(3, 1);
    expect(run(bars, { target: half ?? [], stopLoss }).equity[2]).toBe(0.5);
    expect(run(bars, { target: half ?? [] }).equity[2]).toBe(1.25);
    expect(run(bars, { target: whole ?? [], stopLoss })).toMatchObject({ ruinBar: 1, stops: [{ price: 200 }] });
    expect(run(bars, { target: whole ?? [] }).ruinBar).toBeNull();
  });
  test("a long's take-profit of 100 % stands at twice its entry, its stop-loss and trailing stop at 0", () => {
    const bars = createBars({
      open: [100, 100, 100],
      high: [100, 200, 100],
      low: [100, 1e-9, 1e-9],
      close: [100, 100, 50],
    });
    const target = all(3, 1);
    expect(run(bars, { target, takeProfit: all(3, 1) }).stops).toMatchObject([{ kind: "take-profit", price: 200 }]);
    expect(run(bars, { target, stopLoss: all(3, 1), trailingStop: all(3, 1) }).stops).toBeUndefined();
  });
  test("a short stopped beyond twice its entry is ruined there, whatever the close", () => {
    const bars = ohlc(calm, calm, [100, 230, 100, 100], calm);
    const { equity, ruinBar, stops } = run(bars, { target: short, stopLoss: all(4, 1.2) });
    expect([...equity]).toEqual([1, 1, 0, 0]);
    expect(ruinBar).toBe(2);
    expect(stops).toEqual([fill({ side: "short", price: 100 * 2.2 })]);
  });
});

describe("trades", () => {
  test("a stopped trade has the stop's bar, price and profit", () => {
    const result = run(swing, { target: long, stopLoss: all(4, 0.05) });
    const rows = tradeList(swing, result);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      side: "long",
      entryBar: 1,
      exitBar: 2,
      bars: 2,
      exitPrice: 95,
      mae: 0.05,
      mfe: 0.01,
    });
    expect(rows[0]?.profit).toBeCloseTo(-0.05, 14);
    expect(rows[0]?.return).toBeCloseTo(-0.05, 14);
    expect(rows[0]?.stop?.kind).toBe("stop-loss");
  });

  test("entered and stopped in one bar is a trade of one bar", () => {
    const bars = ohlc(calm, [100, 101, 97, 100], calm, calm);
    const result = run(bars, { target: short.map((w, t) => (t < 2 ? w : 1)), stopLoss: [0.005, none, none, none] });
    const [first, second] = tradeList(bars, result);
    expect(first).toMatchObject({ side: "short", entryBar: 1, exitBar: 1, bars: 1, exitPrice: 100.49999999999999 });
    expect(second).toMatchObject({ side: "long", entryBar: 3, open: true });
    expect(second?.stop).toBeUndefined();
  });

  test("a flip that is stopped in its first bar is two trades", () => {
    const bars = ohlc(calm, calm, [100, 106, 100, 104], calm);
    const result = run(bars, { target: [1, -1, -1, -1], stopLoss: all(4, 0.05) });
    expect(tradeList(bars, result).map(({ side, entryBar, exitBar }) => [side, entryBar, exitBar])).toEqual([
      ["long", 1, 2],
      ["short", 2, 2],
    ]);
  });

  test("a trade closed at a gap names the stop and ends at the open", () => {
    const gap = ohlc(calm, calm, [90, 92, 89, 91], [91, 91, 91, 91]);
    const [row] = tradeList(gap, run(gap, { target: long, stopLoss: all(4, 0.05) }));
    expect(row).toMatchObject({ exitBar: 2, bars: 1, exitPrice: 90, stop: { atOpen: true } });
  });
});

describe("bad input says where", () => {
  test.each([
    [{ stopLoss: [0.1, 0, 0.1, 0.1] }, "stopLoss[1] is 0: it must be a fraction above 0, or NaN for none"],
    [{ takeProfit: [none, none, -1, none] }, "takeProfit[2] is -1"],
    [{ trailingStop: [0.1] }, "trailingStop has 1 values for 4 bars"],
  ])("%j", (stops, message) => {
    expect(() => run(swing, { target: long, ...stops })).toThrow(message);
  });

  test("a low that is no price, but only where there are stops", () => {
    const bars = ohlc(calm, [100, 101, 0, 100], calm, calm);
    expect(() => run(bars, { target: long, stopLoss: long })).toThrow("low[1] is 0: prices must be numbers above 0");
    expect(run(bars, { target: long }).equity[3]).toBe(1);
  });
});
