import { checkColumns, checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { trueRange } from "./true-range.ts";
import { wilder } from "./wilder.ts";

/**
 * Average directional index and the directional indicators, each 0 … 100, with Wilder's average over n bars.
 * Source: Wilder (1978). He sums where this averages; the ratios are the same.
 */
export function adx(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): { readonly adx: Float64Array; readonly plusDi: Float64Array; readonly minusDi: Float64Array } {
  checkLength("adx: n", n);
  checkColumns("adx", high, low, close);
  const range = wilder(trueRange(high, low, close), n);
  const up = wilder(
    mapBars(close.length, (t) => directionalMove(rise(high, t), -rise(low, t))),
    n,
  );
  const down = wilder(
    mapBars(close.length, (t) => directionalMove(-rise(low, t), rise(high, t))),
    n,
  );
  const plusDi = mapBars(close.length, (t) => (100 * (up[t] as number)) / (range[t] as number));
  const minusDi = mapBars(close.length, (t) => (100 * (down[t] as number)) / (range[t] as number));
  const dx = mapBars(close.length, (t) => {
    const [plus, minus] = [plusDi[t] as number, minusDi[t] as number];
    return (100 * Math.abs(plus - minus)) / (plus + minus);
  });
  return { adx: wilder(dx, n), plusDi, minusDi };
}

function rise(x: ArrayLike<number>, t: number): number {
  return t === 0 ? Number.NaN : (x[t] as number) - (x[t - 1] as number);
}

/** The move in one direction if it is above 0 and the larger one, else 0. */
function directionalMove(move: number, other: number): number {
  if (!Number.isFinite(move) || !Number.isFinite(other)) return Number.NaN;
  return move > other && move > 0 ? move : 0;
}
