import { rounding } from "./rounding.ts";

/** More than the rounding of what is compared with it, so that no deeper fall is passed over. */
const slack = 1e-15;

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
  const n = equity.length;
  let peak = 0;
  let level = 0; // what counts as being at the peak
  let deeper = 0; // what may be a deeper fall: the rest is not divided out
  let peakAt = 0;
  let depth = rounding + 0;
  let peakBar = 0;
  let troughBar = -1;
  for (let t = 0; t < n; t++) {
    const e = equity[t] as number;
    if (e >= level) {
      if (e > peak * (1 + rounding) || (equity[t - 1] as number) < level) peakAt = t;
      if (e > peak) peak = e;
      level = peak * (1 - rounding);
      deeper = peak * (1 - depth + slack);
    } else if (e < deeper && (peak - e) / peak > depth) {
      depth = (peak - e) / peak;
      deeper = peak * (1 - depth + slack);
      peakBar = peakAt;
      troughBar = t;
    }
  }
  if (troughBar < 0) return null;
  return { depth, peakBar, troughBar, recoveryBar: recovery(equity, peakBar, troughBar) };
}

function recovery(equity: ArrayLike<number>, peakBar: number, troughBar: number): number | null {
  const n = equity.length;
  const level = (equity[peakBar] as number) * (1 - rounding);
  for (let t = troughBar; t < n; t++) if ((equity[t] as number) >= level) return t;
  return null;
}
