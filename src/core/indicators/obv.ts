import { checkColumns } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";

/** On-balance volume: from 0, plus the volume of each bar that closes higher, minus that of each that closes lower. */
export function obv(close: ArrayLike<number>, volume: ArrayLike<number>): Float64Array {
  checkColumns("obv", close, volume);
  const closes = toColumn(close);
  const traded = toColumn(volume);
  const out = emptyColumn(closes.length);
  let total = 0;
  let started = false;
  for (let t = 0; t < out.length; t++) {
    const price = closes[t] as number;
    const step = traded[t] as number;
    if (!Number.isFinite(price) || !Number.isFinite(step)) {
      started = false;
      continue;
    }
    const change = price - (closes[t - 1] as number);
    const size = Math.abs(change);
    const side = size > 0 ? change / size : size; // the sign, without a branch that no one can predict
    total = started ? total + side * step : 0;
    started = true;
    out[t] = total;
  }
  return out;
}
