import { block } from "../metrics/block.ts";
import { centralSums } from "../metrics/return-moments.ts";
import type { Moments } from "./path-score.ts";

/** What one pass over equity gives: moments of its returns, and its largest swings, as higher over lower value less 1. */
export interface EquitySums {
  readonly moments: Moments;
  /** Largest peak/x − 1 below the running maximum, ≥ 0. */
  readonly fall: number;
  /** Largest x/trough − 1 above the running minimum, ≥ 0. */
  readonly rise: number;
}

/** Widens a limit by more than its rounding, so that no record is missed; what passes it is compared exactly. */
const slack = 1e-15;

/**
 * Moments of the simple returns of [n] equity ≥ 0, n ≥ 2, and its largest fall and rise. For the swings, but not the returns,
 * equity below `floor` counts as `floor`. Between `low` and `high` a value can be no record and is passed over: most are.
 *
 * @param floor > 0, at most the first value.
 */
export function equitySums(equity: Float64Array, floor: number): EquitySums {
  const n = equity.length;
  const least = floor + 0; // a sum, and so no number on the heap to V8; so `low` and `high` are none
  let before = equity[0] as number;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let sum4 = 0;
  // Running extremes; the record fall and rise so far, from and to; and beyond what a value may be a new record.
  let peak = before;
  let trough = before;
  let fallFrom = before;
  let fallTo = before;
  let riseFrom = before;
  let riseTo = before;
  let low = before;
  let high = before;
  for (let t = 1; t < n; ) {
    const end = Math.min(n, t + block);
    let r1 = 0;
    let r2 = 0;
    let r3 = 0;
    let r4 = 0;
    for (; t < end; t++) {
      const value = equity[t] as number;
      const r = before === 0 ? 0 : (value - before) / before;
      const square = r * r;
      before = value;
      r1 += r;
      r2 += square;
      r3 += square * r;
      r4 += square * square;
      if (value > peak) {
        peak = value;
        low = peak * (fallTo / fallFrom) * (1 + slack);
      } else if (value < low) {
        const x = Math.max(value, least);
        if ((peak - x) * fallTo > (fallFrom - fallTo) * x) {
          fallFrom = peak;
          fallTo = low = x;
        }
      }
      if (value < trough) {
        trough = Math.max(value, least);
        high = trough * (riseTo / riseFrom) * (1 - slack);
      } else if (value > high && (value - trough) * riseFrom > (riseTo - riseFrom) * trough) {
        riseFrom = trough;
        riseTo = high = value;
      }
    }
    sum1 += r1;
    sum2 += r2;
    sum3 += r3;
    sum4 += r4;
  }
  return {
    moments: centralSums(equity, sum1, sum2, sum3, sum4),
    fall: (fallFrom - fallTo) / fallTo,
    rise: (riseTo - riseFrom) / riseFrom,
  };
}
