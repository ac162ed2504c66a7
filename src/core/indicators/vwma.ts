import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingSum } from "./rolling-sum.ts";

/** Average of n values weighted by volume; NaN where no volume was traded. */
export function vwma(x: ArrayLike<number>, volume: ArrayLike<number>, n: number): Float64Array {
  checkLength("vwma: n", n);
  checkColumns("vwma", x, volume);
  const value = rollingSum(
    mapBars(x.length, (t) => (x[t] as number) * (volume[t] as number)),
    n,
  );
  const weight = rollingSum(volume, n);
  return mapBars(x.length, (t) => (value[t] as number) / (weight[t] as number));
}
