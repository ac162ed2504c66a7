import { checkColumns } from "./check.ts";
import { fraction, toColumn } from "./column.ts";

/** On-balance volume: from 0, plus the volume of each bar that closes higher, minus that of each that closes lower. */
export function obv(close: ArrayLike<number>, volume: ArrayLike<number>): Float64Array {
  checkColumns("obv", close, volume);
  const closes = toColumn(close);
  const traded = toColumn(volume);
  const out = new Float64Array(closes.length);
  if (out.length > 0 && !fillAll(closes, traded, out)) fillRuns(closes, traded, out);
  return out;
}

/** Fills all bars; false if that came to nothing, because something is not finite. */
function fillAll(close: Float64Array, volume: Float64Array, out: Float64Array): boolean {
  const { length } = out;
  const unit = fraction;
  const whole = 1 / unit;
  let before = close[0] as number;
  let total = 0 * before + 0 * (volume[0] as number);
  for (let t = 1; t < length; t++) {
    const price = close[t] as number;
    // The sign of the change, without a branch, which no one could predict; 0 · price is NaN if the price is not finite.
    total += (+(price > before) - +(price < before)) * unit * (volume[t] as number) + 0 * price;
    out[t] = total * whole;
    before = price;
  }
  return Number.isFinite(total);
}

/** Fills bar by bar: NaN where something is not finite, from 0 again after it. */
function fillRuns(close: Float64Array, volume: Float64Array, out: Float64Array): void {
  let total = Number.NaN;
  for (let t = 0; t < out.length; t++) {
    const step = volume[t] as number;
    if (Number.isNaN(total)) total = 0;
    else total += Math.sign((close[t] as number) - (close[t - 1] as number)) * step;
    if (!Number.isFinite(close[t]) || !Number.isFinite(step)) total = Number.NaN;
    out[t] = total;
  }
}
