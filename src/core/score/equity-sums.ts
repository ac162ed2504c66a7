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
 * Places in the swings that blocks hand on: the running extremes; beyond what a value may be a new record; the record fall and rise so
 * far, from and to; the floor. A column, because V8 keeps the numbers of an object on the heap.
 */
const at = {
  peak: 0,
  trough: 1,
  low: 2,
  high: 3,
  fallFrom: 4,
  fallTo: 5,
  riseFrom: 6,
  riseTo: 7,
  floor: 8,
} as const;

/** Filled anew by each call, so that none allocates: Σr … Σr⁴, and the swings. */
const sums = new Float64Array(4);
const swings = new Float64Array(9);

/**
 * Moments of the simple returns of [n] equity ≥ 0, n ≥ 2, and its largest fall and rise. For the swings, but not the returns,
 * equity below `floor` counts as `floor`.
 *
 * @param floor > 0, at most the first value.
 */
export function equitySums(equity: Float64Array, floor: number): EquitySums {
  const n = equity.length;
  sums.fill(0);
  swings.fill(equity[0] as number);
  swings[at.floor] = floor;
  for (let t = 1; t < n; t += block) addBlock(equity, t, Math.min(n, t + block));
  const fallTo = swings[at.fallTo] as number;
  const riseFrom = swings[at.riseFrom] as number;
  return {
    moments: centralSums(equity, sums[0] as number, sums[1] as number, sums[2] as number, sums[3] as number),
    fall: ((swings[at.fallFrom] as number) - fallTo) / fallTo,
    rise: ((swings[at.riseTo] as number) - riseFrom) / riseFrom,
  };
}

/**
 * Adds the bars from `from` to before `to`. Between `low` and `high` a value can be no record and is passed over: most are. Every
 * new peak is above `high`, every new trough below `low`, up to rounding that makes them candidates that are none.
 */
function addBlock(equity: Float64Array, from: number, to: number): void {
  let before = equity[from - 1] as number;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let r4 = 0;
  let peak = swings[at.peak] as number;
  let trough = swings[at.trough] as number;
  let low = swings[at.low] as number;
  let high = swings[at.high] as number;
  let fallFrom = swings[at.fallFrom] as number;
  let fallTo = swings[at.fallTo] as number;
  let riseFrom = swings[at.riseFrom] as number;
  let riseTo = swings[at.riseTo] as number;
  const floor = swings[at.floor] as number;
  for (let t = from; t < to; t++) {
    const value = equity[t] as number;
    const r = before === 0 ? 0 : (value - before) / before;
    const square = r * r;
    before = value;
    r1 += r;
    r2 += square;
    r3 += square * r;
    r4 += square * square;
    if (value > high) {
      if (value > peak) {
        peak = value;
        low = peak * (fallTo / fallFrom) * (1 + slack);
      }
      if ((value - trough) * riseFrom > (riseTo - riseFrom) * trough) {
        riseFrom = trough;
        riseTo = high = value;
      }
    }
    if (value < low) {
      const x = Math.max(value, floor);
      if ((peak - x) * fallTo > (fallFrom - fallTo) * x) {
        fallFrom = peak;
        fallTo = low = x;
      }
      if (value < trough) {
        trough = x;
        high = trough * (riseTo / riseFrom) * (1 - slack);
      }
    }
  }
  sums[0] = (sums[0] as number) + r1;
  sums[1] = (sums[1] as number) + r2;
  sums[2] = (sums[2] as number) + r3;
  sums[3] = (sums[3] as number) + r4;
  swings[at.peak] = peak;
  swings[at.trough] = trough;
  swings[at.low] = low;
  swings[at.high] = high;
  swings[at.fallFrom] = fallFrom;
  swings[at.fallTo] = fallTo;
  swings[at.riseFrom] = riseFrom;
  swings[at.riseTo] = riseTo;
}
