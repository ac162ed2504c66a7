import { checkColumns } from "./check.ts";
import { emptyColumn } from "./column.ts";

/** On-balance volume: from 0, plus the volume of each bar that closes higher, minus that of each that closes lower. */
export function obv(close: ArrayLike<number>, volume: ArrayLike<number>): Float64Array {
  checkColumns("obv", close, volume);
  const out = emptyColumn(close.length);
  let total = 0;
  let started = false;
  for (let t = 0; t < close.length; t++) {
    const price = close[t] as number;
    const traded = volume[t] as number;
    if (!Number.isFinite(price) || !Number.isFinite(traded)) {
      started = false;
      continue;
    }
    total = started ? total + Math.sign(price - (close[t - 1] as number)) * traded : 0;
    started = true;
    out[t] = total;
  }
  return out;
}
