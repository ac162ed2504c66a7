import { checkColumns, checkLength } from "./check.ts";
import { finiteOrNaN, toColumn } from "./column.ts";
import { rollingSum } from "./rolling-sum.ts";

/** Average of n values weighted by volume; NaN where no volume was traded. */
export function vwma(x: ArrayLike<number>, volume: ArrayLike<number>, n: number): Float64Array {
  checkLength("vwma: n", n);
  checkColumns("vwma", x, volume);
  const values = toColumn(x);
  const weights = toColumn(volume);
  const traded = new Float64Array(values.length);
  for (let t = 0; t < traded.length; t++) traded[t] = (values[t] as number) * (weights[t] as number);
  const out = rollingSum(traded, n);
  const total = rollingSum(weights, n);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((out[t] as number) / (total[t] as number));
  return out;
}
