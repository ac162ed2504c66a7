import { checkColumns, checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { moneyFlow } from "./money-flow.ts";
import { rollingSum } from "./rolling-sum.ts";

/**
 * Chaikin money flow, −1 … 1: volume times the place of the close in the range, over the volume, of n bars; NaN if
 * none.
 */
export function cmf(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  volume: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("cmf: n", n);
  checkColumns("cmf", high, low, close, volume);
  const out = rollingSum(moneyFlow(high, low, close, volume), n);
  const total = rollingSum(volume, n);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((out[t] as number) / (total[t] as number));
  return out;
}
