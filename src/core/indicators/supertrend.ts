import { atr } from "./atr.ts";
import { checkFactor, checkLength } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";

/**
 * SuperTrend: a lower and an upper band, (high + low)/2 minus and plus k average true ranges, each of which only
 * tightens until a close breaks it. The line is the lower band while the direction is 1, the upper one while it is −1;
 * a close beyond the line turns it. Starts with direction 1 at bar n. Source: Seban (2008).
 */
export function supertrend(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
  k: number,
): { readonly line: Float64Array; readonly direction: Float64Array } {
  checkLength("supertrend: n", n);
  checkFactor("supertrend: k", k);
  const width = atr(high, low, close, n);
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const closes = toColumn(close);
  const line = emptyColumn(width.length);
  const direction = emptyColumn(width.length);
  let [lower, upper] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let side = 1;
  for (let t = 0; t < width.length; t++) {
    const half = k * (width[t] as number);
    if (!Number.isFinite(half)) {
      [lower, upper, side] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1];
      continue;
    }
    const middle = ((tops[t] as number) + (bottoms[t] as number)) / 2;
    const before = closes[t - 1] as number;
    lower = before < lower ? middle - half : Math.max(middle - half, lower);
    upper = before > upper ? middle + half : Math.min(middle + half, upper);
    const last = closes[t] as number;
    if (side === 1 ? last < lower : last > upper) side = -side;
    line[t] = side === 1 ? lower : upper;
    direction[t] = side;
  }
  return { line, direction };
}
