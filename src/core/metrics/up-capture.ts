import { capture } from "./capture.ts";

/**
 * Up capture: geometric mean of the strategy's returns [T] on the bars on which the market rose, over the market's own;
 * 1 for the market itself, 0 for cash, below 0 where the strategy lost when the market rose; null where it never
 * rose. Bars on which the market stood still count for neither side. RangeError for unequal lengths.
 *
 * @param compoundedBars Both means are compounded to so many bars before they are divided: 1 compares returns a bar; with
 * bars per year it equals empyrical's `up_capture`, which says little on short bars, whose rises alone compound to
 * astronomic years.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.upCapture([0.015, -0.01, 0.015], [0.03, -0.01, 0.03])); // 0.5
 */
export function upCapture(returns: ArrayLike<number>, market: ArrayLike<number>, compoundedBars = 1): number | null {
  return capture(returns, market, 1, compoundedBars);
}
