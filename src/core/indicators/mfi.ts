import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { rollingSum } from "./rolling-sum.ts";
import { typicalPrice } from "./typical-price.ts";

/**
 * Money flow index, 0 … 100: share of the money (typical price × volume) of the last n bars that was traded in bars
 * whose typical price rose, out of those where it rose or fell; NaN where none was.
 */
export function mfi(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  volume: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("mfi: n", n);
  checkColumns("mfi", high, low, close, volume);
  const price = typicalPrice(high, low, close);
  const traded = toColumn(volume);
  const rising = emptyColumn(price.length, 1);
  const moving = emptyColumn(price.length, 1);
  for (let t = 1; t < price.length; t++) {
    const change = (price[t] as number) - (price[t - 1] as number);
    const money = (price[t] as number) * (traded[t] as number) + 0 * change; // NaN where the change is
    moving[t] = change === 0 ? 0 * money : money;
    rising[t] = change > 0 ? money : 0 * money;
  }
  const out = rollingSum(rising, n);
  const total = rollingSum(moving, n);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((100 * (out[t] as number)) / (total[t] as number));
  return out;
}
