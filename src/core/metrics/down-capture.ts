import { capture } from "./capture.ts";

/**
 * Down capture: geometric mean of the strategy's returns [T] on the bars on which the market fell, over the market's own;
 * 1 for the market itself, 0 for cash, below 0 where the strategy earned when the market fell; null where it never fell.
 * Lower is better. Bars on which the market stood still count for neither side. RangeError for unequal lengths.
 *
 * @param compoundedBars Both means are compounded to so many bars before they are divided: 1 compares returns a bar; with
 * bars per year it equals empyrical's `down_capture`, near 1 for whatever loses nearly all.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.downCapture([0.015, -0.01, 0.015], [0.03, -0.04, 0.03])); // 0.25
 */
export function downCapture(returns: ArrayLike<number>, market: ArrayLike<number>, compoundedBars = 1): number | null {
  return capture(returns, market, -1, compoundedBars);
}
