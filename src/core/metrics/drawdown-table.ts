import type { Drawdown } from "./deepest-drawdown.ts";
import { rounding } from "./rounding.ts";

/** One fall of equity below its running peak, until it is there again. */
export interface DrawdownRow extends Drawdown {
  /** Opening time of the bar of the peak, milliseconds UTC; so are `trough` and `end`. */
  readonly start: number;
  readonly trough: number;
  /** Time of the recovery; null if equity never got there. */
  readonly end: number | null;
  /** Bars from the peak to the recovery, or to the last bar. */
  readonly bars: number;
}

/**
 * The `top` deepest drawdowns of equity [n], deepest first, the earlier of equals first; none where it never fell. Each
 * runs from a peak (of a flat peak, its first bar) to the first bar at that height again, so no two overlap. The first is
 * the one of `maxDrawdown` and `maxDrawdownBars`. Falls of up to 1e-12 are rounding. Ruin never recovers.
 *
 * @param time [n] Opening times of the bars, milliseconds UTC; RangeError for another length than equity's.
 * @param top How many at most; Infinity for all.
 * @example
 * import { metrics } from "walkforward";
 * const table = metrics.drawdownTable([0, 1, 2, 3, 4, 5], [100, 120, 90, 130, 117, 120]);
 * console.log(table.map((row) => [row.depth, row.start, row.trough, row.end, row.bars])); // [ [ 0.25, 1, 2, 3, 2 ], [ 0.1, 3, 4, null, 2 ] ]
 */
export function drawdownTable(time: ArrayLike<number>, equity: ArrayLike<number>, top = 10): readonly DrawdownRow[] {
  if (time.length !== equity.length) {
    throw new RangeError(`time has ${time.length} values, equity ${equity.length}: they must be of equal length`);
  }
  return drawdowns(equity)
    .sort((a, b) => b.depth - a.depth)
    .slice(0, top)
    .map((fall) => ({
      ...fall,
      start: time[fall.peakBar] as number,
      trough: time[fall.troughBar] as number,
      end: fall.recoveryBar === null ? null : (time[fall.recoveryBar] as number),
      bars: (fall.recoveryBar ?? equity.length - 1) - fall.peakBar,
    }));
}

/** All drawdowns, oldest first, with peaks and recoveries as `deepestDrawdown` takes them. */
function drawdowns(equity: ArrayLike<number>): Drawdown[] {
  const found: Drawdown[] = [];
  let peak = 0;
  let level = 0;
  let peakBar = 0;
  let depth = 0;
  let troughBar = -1;
  for (let t = 0; t < equity.length; t++) {
    const e = equity[t] as number;
    if (e < level) {
      const fall = (peak - e) / peak;
      if (fall > depth) {
        depth = fall;
        troughBar = t;
      }
      continue;
    }
    const recovered = troughBar >= 0;
    if (recovered) found.push({ depth, peakBar, troughBar, recoveryBar: t });
    if (recovered || e > peak * (1 + rounding)) peakBar = t;
    peak = Math.max(peak, e);
    level = peak * (1 - rounding);
    depth = 0;
    troughBar = -1;
  }
  if (troughBar >= 0) found.push({ depth, peakBar, troughBar, recoveryBar: null });
  return found;
}
