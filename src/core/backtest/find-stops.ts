import type { Bars } from "../bars.ts";
import type { PositionsInput } from "../positions.ts";
import type { StopFill, StopKind } from "./stop-fill.ts";

/** The position that a target opened, with its stops. */
interface Entry {
  /** 1 long, −1 short. */
  readonly side: 1 | -1;
  /** Levels in units of price; NaN = none. */
  readonly stopLoss: number;
  readonly takeProfit: number;
  /** Fraction; NaN = none. */
  readonly trailingStop: number;
}

/**
 * Where stops close positions. They hang on prices and targets alone, not on equity, so they are found before it is
 * computed. The choices of the model:
 *
 * - A target that changes is filled at the next open. The stops of its bar go with it, as fractions of that open,
 *   until the target changes again: a change of size is an entry of its own, with stops of its own. Stops on other
 *   bars are not read.
 * - They are checked on every bar from that of the entry on: low and high against levels E(1 − stopLoss) and E(1 +
 *   takeProfit) for a long of entry price E, E(1 + stopLoss) and E(1 − takeProfit) for a short.
 * - The trailing stop of a long stands at H(1 − trailingStop), H the highest of E and the highs of all earlier bars
 *   since the entry; that of a short at L(1 + trailingStop). The high of the current bar counts from the next bar on:
 *   whether it came before or after the low is not known, and a stop that it drew after it would close a position
 *   that was never so far down from its best.
 * - A stop-loss or trailing stop of 100 % changes nothing for a long, nor does a take-profit of 100 % for a short: their
 *   levels are 0, where no price gets. The stop-loss of a short at 100 % stands at twice its entry, its trailing stop at
 *   twice the lowest low, and a long's take-profit at twice its entry: these are met. Infinity is never met.
 * - Levels are doubles, and so is the comparison: 10·(1 + 0.1) is above 11, so that a high of 11 does not touch it.
 * - The fill is at the level, or at the open where that lies beyond it. A stop and a take-profit touched in one bar
 *   are the stop, even where the open is beyond the take-profit. Of a stop-loss and a trailing stop the nearer to the
 *   price is met first.
 * - A new target at an open goes before stops of the old one. Bar 0 has none: it never trades.
 * - Afterwards the position is flat until the target changes; NaN and the same number again do not change it.
 *
 * @param bars Highs and lows are read, besides opens.
 * @param positions Checked; targets NaN = keep, stops > 0 or NaN.
 * @returns At most one fill a bar, in order.
 */
export function findStops(bars: Bars, positions: PositionsInput): readonly StopFill[] {
  const { open, high, low, length: n } = bars;
  const found: StopFill[] = [];
  let inForce = 0;
  let entry: Entry | null = null;
  let best = 0;
  for (let t = 1; t < n; t++) {
    const wanted = positions.target[t - 1] as number;
    const o = open[t] as number;
    const enters = !Number.isNaN(wanted) && wanted !== inForce;
    if (enters) {
      inForce = wanted;
      entry = wanted === 0 ? null : entryAt(positions, t, wanted > 0 ? 1 : -1, o);
      best = o;
    }
    if (entry === null) continue;
    const against = (entry.side > 0 ? low[t] : high[t]) as number;
    const favour = (entry.side > 0 ? high[t] : low[t]) as number;
    const fill = touched(entry, best, o, against, favour);
    if (fill !== null) {
      const { kind, price } = fill;
      // Written as "at the level and at the open" too: a level may lie on the open itself.
      const atOpen = !enters && price === o;
      found.push({ bar: t, kind, side: entry.side > 0 ? "long" : "short", price, atOpen });
      entry = null;
    } else if (entry.side > 0 ? favour > best : favour < best) {
      best = favour;
    }
  }
  return found;
}

/** The position that is entered at the open `price` of bar t; null where it has no stop. */
function entryAt(positions: PositionsInput, t: number, side: 1 | -1, price: number): Entry | null {
  const stopLoss = price * (1 - side * (positions.stopLoss?.[t - 1] ?? Number.NaN));
  const takeProfit = price * (1 + side * (positions.takeProfit?.[t - 1] ?? Number.NaN));
  const trailingStop = positions.trailingStop?.[t - 1] ?? Number.NaN;
  if (Number.isNaN(stopLoss) && Number.isNaN(takeProfit) && Number.isNaN(trailingStop)) return null;
  return { side, stopLoss, takeProfit, trailingStop };
}

/** The stop that a bar meets, with its price; null if it meets none. `best` is the best price before the bar. */
function touched(
  { side, stopLoss, takeProfit, trailingStop }: Entry,
  best: number,
  open: number,
  against: number,
  favour: number,
): { readonly kind: StopKind; readonly price: number } | null {
  const trailing = best * (1 - side * trailingStop);
  const trails = Number.isNaN(stopLoss) || side * trailing > side * stopLoss;
  const level = trails ? trailing : stopLoss;
  if (side * against <= side * level) {
    return { kind: trails ? "trailing-stop" : "stop-loss", price: side * open <= side * level ? open : level };
  }
  if (side * favour >= side * takeProfit) {
    return { kind: "take-profit", price: side * open >= side * takeProfit ? open : takeProfit };
  }
  return null;
}
