import type { StopFill } from "../backtest/stop-fill.ts";
import type { Backtest } from "../backtest.ts";
import type { Bars } from "../bars.ts";
import { rounding } from "./rounding.ts";

/** One episode with a position, from flat (or a flip) to flat (or a flip). Changes of size do not end it. */
export interface Trade {
  readonly side: "long" | "short";
  /** Bar at whose open it was entered. */
  readonly entryBar: number;
  /** Bar at whose open it was left, or inside which a stop closed it; the bar of ruin; the last bar if still open then. */
  readonly exitBar: number;
  /** True if it was still open at the last close. */
  readonly open: boolean;
  /** Change of equity from before its entry to after its exit, costs of both included, in money; 0 where it is rounding. */
  readonly profit: number;
  /** The stop that closed it; absent where none did. */
  readonly stop?: StopFill;
}

/**
 * The trades of a back-test, in order. Profit is the change of equity over the episode, so the profits of all trades add
 * up to E[last] − E[0] (but for an order out of cash that its cost alone ruins: it opens nothing). At a flip the closing part of
 * the order (and its cost) belongs to the old trade, the opening part to the new one. A trade that is open at the end is marked at the last close, without exit cost. Ruin ends a trade
 * with the loss of all equity.
 */
export function trades(bars: Bars, backtest: Backtest): Trade[] {
  return episodes(bars, backtest).map(({ trade }) => trade);
}

/** A trade with the equity before its entry. */
export interface Episode {
  readonly trade: Trade;
  readonly start: number;
}

/** The `trades` of a back-test, each with the equity that it started from: what profits add up to loses digits after a fall. */
export function episodes(bars: Bars, backtest: Backtest): Episode[] {
  const { equity, position } = backtest;
  const found: Episode[] = [];
  let side = 0;
  let entryBar = 0;
  let start = 0;
  const end = (exitBar: number, value: number, open: boolean, stop?: StopFill): void => {
    const gain = value - start;
    const profit = Math.abs(gain) > rounding * start ? gain : 0;
    const trade = { side: side > 0 ? "long" : "short", entryBar, exitBar, open, profit } as const;
    found.push({ trade: stop === undefined ? trade : { ...trade, stop }, start });
  };
  const stops = backtest.stops ?? [];
  let nextStop = 0;
  for (let t = 1; t < bars.length; t++) {
    const stop = stops[nextStop]?.bar === t ? stops[nextStop++] : undefined;
    const inside = stop !== undefined && !stop.atOpen;
    const next = inside ? (stop.side === "long" ? 1 : -1) : Math.sign(sideAfterOpen(backtest, t));
    if (next !== side) {
      const between = equityBetween(bars, backtest, t, side);
      if (side !== 0) end(t, between, false, stop?.atOpen ? stop : undefined);
      side = next;
      entryBar = t;
      start = between;
    }
    if (t === backtest.ruinBar) {
      if (side !== 0) end(t, 0, false, inside ? stop : undefined);
      return found;
    }
    if (inside) {
      end(t, equity[t] as number, false, stop);
      side = 0;
    }
  }
  if (side !== 0 && position.length > 0) end(bars.length - 1, equity[bars.length - 1] as number, true);
  return found;
}

/** Sign of the position held from the open of bar t on. */
export function sideAfterOpen({ position, turnover, ruinBar }: Backtest, t: number): number {
  if (t !== ruinBar) return position[t] as number;
  // Ruin at the open: the old position. Ruin at the close: only a short can lose more than everything, so where the
  // order of that open came to be filled, it left a short.
  return (turnover[t] as number) > 0 ? -1 : (position[t - 1] as number);
}

/** Equity at the open of bar t after the position of `side` is closed at its cost, before another is opened. */
export function equityBetween(bars: Bars, backtest: Backtest, t: number, side: number): number {
  const { equity, position } = backtest;
  const before = equity[t - 1] as number;
  if (side === 0) return before;
  const held = (position[t - 1] as number) * before * ((bars.open[t] as number) / (bars.close[t - 1] as number));
  const value = before * (1 - (position[t - 1] as number)) + held;
  return value - (backtest.costRates?.[t] ?? backtest.costRate) * Math.abs(held);
}
