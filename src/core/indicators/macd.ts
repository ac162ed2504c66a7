import { checkLength } from "./check.ts";
import { mapBars } from "./column.ts";
import { ema } from "./ema.ts";

/** Moving average convergence divergence: difference of two EMAs, the EMA of that, and their difference. */
export function macd(
  x: ArrayLike<number>,
  fast: number,
  slow: number,
  signal: number,
): { readonly macd: Float64Array; readonly signal: Float64Array; readonly histogram: Float64Array } {
  checkLength("macd: fast", fast);
  checkLength("macd: slow", slow);
  checkLength("macd: signal", signal);
  const quick = ema(x, fast);
  const calm = ema(x, slow);
  const line = mapBars(x.length, (t) => (quick[t] as number) - (calm[t] as number));
  const average = ema(line, signal);
  return {
    macd: line,
    signal: average,
    histogram: mapBars(x.length, (t) => (line[t] as number) - (average[t] as number)),
  };
}
