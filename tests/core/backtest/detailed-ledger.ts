import type { BacktestOptions } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";
import type { PositionsInput } from "../../../src/core/positions.ts";

/** One bar of the ledger. */
export interface DetailedLine {
  readonly equity: number;
  readonly units: number;
  /** Price at which a stop closed the position in this bar; null if none did. */
  readonly stopPrice: number | null;
}

interface Account {
  cash: number;
  units: number;
}

/**
 * The execution model with stops and all costs as a book-keeper would write it: one bar at a time, one event at a time,
 * no closed form (orders by bisection), stops as conditions on prices. Slow, and written to be different from the kernel.
 */
export function detailedLedger(bars: Bars, positions: PositionsInput, options: BacktestOptions): DetailedLine[] {
  const { costs } = options;
  const account: Account = { cash: options.initial, units: 0 };
  const lines: DetailedLine[] = [];
  let current = 0;
  let entry: { price: number; bar: number; decided: number } | null = null;
  let dead = false;
  for (let t = 0; t < bars.length; t++) {
    const at = (column: ArrayLike<number>, bar = t) => column[bar] ?? Number.NaN;
    const half = costs.halfSpread === undefined || Number.isNaN(at(costs.halfSpread)) ? 0 : at(costs.halfSpread);
    const costOf = (units: number, price: number) =>
      units === 0
        ? 0
        : Math.max(costs.minFee ?? 0, (costs.feeBps / 1e4) * units * price) +
          (costs.slippageBps / 1e4) * units * price +
          units * half;
    let stopPrice: number | null = null;
    const open = at(bars.open);
    const closeOut = (price: number) => {
      account.cash += account.units * price - costOf(Math.abs(account.units), price);
      account.units = 0;
      stopPrice = price;
      entry = null;
      if (account.cash <= 0) dead = true;
    };
    if (t > 0 && !dead && account.cash + account.units * open <= 0) dead = true;
    if (t > 0 && !dead) {
      const wanted = at(positions.target, t - 1);
      const changes = !Number.isNaN(wanted) && wanted !== current;
      if (changes) {
        current = wanted;
        dead = !trade(account, current, open, costOf);
        entry = current === 0 ? null : { price: open, bar: t, decided: t - 1 };
      } else if (account.units !== 0) {
        const level = entry && levels(bars, positions, entry, t, account.units > 0);
        const gapped =
          level &&
          (account.units > 0 ? open <= level.stop || open >= level.profit : open >= level.stop || open <= level.profit);
        const stopHit = level && (account.units > 0 ? at(bars.low) <= level.stop : at(bars.high) >= level.stop);
        const opensOnStop = level && (account.units > 0 ? open <= level.stop : open >= level.stop);
        if (gapped && (opensOnStop || !stopHit)) closeOut(open);
        else if (options.rebalance === "every-bar") dead = !trade(account, current, open, costOf);
      }
      if (!dead && entry !== null && account.units !== 0) {
        const long = account.units > 0;
        const { stop, profit } = levels(bars, positions, entry, t, long);
        const beyond = (a: number, b: number) => (long ? Math.min(a, b) : Math.max(a, b));
        if (long ? at(bars.low) <= stop : at(bars.high) >= stop) closeOut(beyond(stop, open));
        else if (long ? at(bars.high) >= profit : at(bars.low) <= profit) closeOut(profit);
      }
    }
    const value = account.units * at(bars.close);
    if (!dead) {
      account.cash -= (value * (costs.fundingBps ?? 0)) / 1e4;
      account.cash -= (Math.max(0, -value) * (costs.borrowBps ?? 0)) / 1e4 / bars.barsPerYear;
    }
    if (account.cash + value <= 0) dead = true;
    lines.push({ equity: dead ? 0 : account.cash + value, units: dead ? 0 : account.units, stopPrice });
  }
  return lines;
}

/** Levels of stop and take-profit at bar t; ∓Infinity where there is none. */
function levels(
  bars: Bars,
  positions: PositionsInput,
  entry: { price: number; bar: number; decided: number },
  t: number,
  long: boolean,
) {
  const of = (column: ArrayLike<number> | undefined) => {
    const value = column?.[entry.decided] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const { price } = entry;
  if (long) {
    const top = Math.max(price, ...bars.high.subarray(entry.bar, t));
    return {
      stop: Math.max(price * (1 - of(positions.stopLoss)), top * (1 - of(positions.trailingStop))),
      profit: price * (1 + of(positions.takeProfit)),
    };
  }
  const bottom = Math.min(price, ...bars.low.subarray(entry.bar, t));
  return {
    stop: Math.min(price * (1 + of(positions.stopLoss)), bottom * (1 + of(positions.trailingStop))),
    profit: price * (1 - of(positions.takeProfit)),
  };
}

/** Brings the account to `weight`; false where its cost is more than there is. */
function trade(
  account: Account,
  weight: number,
  price: number,
  costOf: (units: number, price: number) => number,
): boolean {
  const worth = account.cash + account.units * price;
  if (Math.abs(weight - (account.units * price) / worth) <= 1e-12) return true;
  const unitsAt = (equity: number) => (weight * equity) / price;
  const excess = (equity: number) => equity + costOf(Math.abs(unitsAt(equity) - account.units), price) - worth;
  let [low, high] = [0, worth];
  if (excess(0) >= 0) return false;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) high = middle;
    else low = middle;
  }
  const units = unitsAt(low);
  account.cash = low - units * price;
  account.units = units;
  return true;
}
