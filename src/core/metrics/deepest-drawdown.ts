import { rounding } from "./rounding.ts";

/** The deepest fall of equity below its running peak. */
export interface Drawdown {
  /** Fall as a fraction of the peak, in [0, 1]. */
  readonly depth: number;
  /** Bar of the peak; of a flat peak, the first of its bars. */
  readonly peakBar: number;
  readonly troughBar: number;
  /** First bar at or above the peak again; null if equity never got there. */
  readonly recoveryBar: number | null;
}

/**
 * The deepest drawdown of [n] equity ≥ 0, starting equity included as a peak; the first of equals; null where equity
 * never fell. Falls of up to 1e-12 are rounding: none by themselves, and no hindrance to a recovery.
 * `deepestDrawdown([100, 120, 90, 130])` is depth 0.25, peak at bar 1, trough at 2, recovery at 3.
 */
export function deepestDrawdown(equity: ArrayLike<number>): Drawdown | null {
  let peak = 0;
  let level = 0; // what counts as being at the peak
  let peakAt = 0;
  let depth = rounding;
  let peakBar = 0;
  let troughBar = -1;
  for (let t = 0; t < equity.length; t++) {
    const e = equity[t] as number;
    if (e >= level) {
      if (e > peak * (1 + rounding) || (equity[t - 1] as number) < level) peakAt = t;
      peak = Math.max(peak, e);
      level = peak * (1 - rounding);
    } else if ((peak - e) / peak > depth) {
      depth = (peak - e) / peak;
      peakBar = peakAt;
      troughBar = t;
    }
  }
  if (troughBar < 0) return null;
  return { depth, peakBar, troughBar, recoveryBar: recovery(equity, peakBar, troughBar) };
}

function recovery(equity: ArrayLike<number>, peakBar: number, troughBar: number): number | null {
  const level = (equity[peakBar] as number) * (1 - rounding);
  for (let t = troughBar; t < equity.length; t++) if ((equity[t] as number) >= level) return t;
  return null;
}
