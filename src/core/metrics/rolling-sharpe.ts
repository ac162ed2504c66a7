import { checkLength } from "../indicators/check.ts";
import { sma } from "../indicators/sma.ts";
import { stdev } from "../indicators/stdev.ts";
import { smallestDeviation } from "./standard-deviation.ts";

/**
 * Annual Sharpe ratio of the last `window` returns at each of [T] returns: `sharpe` of returns i − window + 1 … i, so
 * later ones never matter. Result: [T]; NaN in the warm-up of window − 1 values and where the sd of the window is below
 * 1e-12. Of returns of n bars, value i belongs to bar i + 1. Linear time. Equals pandas' rolling mean/std·√P.
 *
 * @param window Whole number of returns, at least 2; RangeError otherwise.
 * @param barsPerYear P; the ratio per bar is multiplied by √P.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.rollingSharpe([0.01, 0.03, 0.03], 2, 1).map((x) => Math.round(x * 1e4) / 1e4)); // Float64Array(3) [ NaN, 1.4142, NaN ]
 */
export function rollingSharpe(returns: ArrayLike<number>, window: number, barsPerYear: number): Float64Array {
  checkLength("rollingSharpe: window", window, 2);
  const ratios = sma(returns, window);
  const deviations = stdev(returns, window);
  const sample = Math.sqrt(window / (window - 1));
  const perYear = Math.sqrt(barsPerYear);
  for (let i = 0; i < ratios.length; i++) {
    const sd = (deviations[i] as number) * sample;
    ratios[i] = sd >= smallestDeviation ? ((ratios[i] as number) / sd) * perYear : Number.NaN;
  }
  return ratios;
}
