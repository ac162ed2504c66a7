import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { rollingSum } from "./rolling-sum.ts";
import { typicalPrice } from "./typical-price.ts";

/**
 * Money flow index, 0 … 100: share of the money (typical price × volume) of the last n bars that was traded in bars whose
 * typical price rose, out of those where it rose or fell; NaN where none was.
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
  const flow = mapBars(price.length, (t) => {
    const before = t === 0 ? Number.NaN : (price[t - 1] as number);
    return Math.sign((price[t] as number) - before) * (price[t] as number) * (volume[t] as number);
  });
  const inward = rollingSum(
    mapBars(flow.length, (t) => Math.max(flow[t] as number, 0)),
    n,
  );
  const outward = rollingSum(
    mapBars(flow.length, (t) => Math.max(-(flow[t] as number), 0)),
    n,
  );
  return mapBars(flow.length, (t) => (100 * (inward[t] as number)) / ((inward[t] as number) + (outward[t] as number)));
}
