import { checkColumns, checkRange } from "./check.ts";
import { emptyColumn, finiteUntil, toColumn } from "./column.ts";

/**
 * Parabolic stop and reverse: the stop in force at each bar, after the reversal where the bar touched it; below the low
 * while long, above the high while short. It moves by a share of its distance from the extreme price of the trade,
 * `step` at first and `step` more with each new extreme up to `max`, never into the range of this bar or the one
 * before. Starts at bar 1, short if the low fell by more than the high rose and fell at all, else long, from bar 0's
 * far end (as TA-Lib does). Source: Wilder (1978), New Concepts.
 */
export function psar(high: ArrayLike<number>, low: ArrayLike<number>, step: number, max: number): Float64Array {
  checkRange("psar: step", step, 0, 1);
  checkRange("psar: max", max, 0, 1);
  checkColumns("psar", high, low);
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const out = emptyColumn(tops.length);
  for (let start = 0; start < out.length; ) {
    const end = Math.min(finiteUntil(tops, start), finiteUntil(bottoms, start));
    fillRun(tops, bottoms, start, end, step, max, out);
    start = end + 1;
  }
  return out;
}

/** The stops of bars `start + 1` to `end − 1`; all prices from `start` to there are finite. */
function fillRun(
  high: Float64Array,
  low: Float64Array,
  start: number,
  end: number,
  step: number,
  max: number,
  out: Float64Array,
): void {
  if (end - start < 2) return;
  const fall = (low[start] as number) - (low[start + 1] as number);
  let long = !(fall > 0 && fall > (high[start + 1] as number) - (high[start] as number));
  let stop = long ? (low[start] as number) : (high[start] as number);
  let extreme = long ? (high[start + 1] as number) : (low[start + 1] as number);
  let pace = Math.min(step, max);
  for (let t = start + 1; t < end; t++) {
    const top = Math.max(high[t] as number, high[t - 1] as number);
    const bottom = Math.min(low[t] as number, low[t - 1] as number);
    if (long ? (low[t] as number) <= stop : (high[t] as number) >= stop) {
      stop = long ? Math.max(extreme, top) : Math.min(extreme, bottom);
      long = !long;
      extreme = long ? (high[t] as number) : (low[t] as number);
      pace = Math.min(step, max);
      out[t] = stop;
    } else {
      out[t] = stop;
      const reached = long ? (high[t] as number) : (low[t] as number);
      if (long ? reached > extreme : reached < extreme) {
        extreme = reached;
        pace = Math.min(pace + step, max);
      }
    }
    stop += pace * (extreme - stop);
    stop = long ? Math.min(stop, bottom) : Math.max(stop, top);
  }
}
