import { checkColumns, checkLength } from "./check.ts";
import { rollingArgmax } from "./rolling-argmax.ts";

/**
 * Aroon: 100 at a new high (up) or low (down) of n + 1 bars, this one included, and 100/n less for each bar since;
 * oscillator = up − down. Of equal highs the latest counts (as TA-Lib does). Source: Chande (1995), Stocks &
 * Commodities 13:9.
 */
export function aroon(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  n: number,
): { readonly up: Float64Array; readonly down: Float64Array; readonly oscillator: Float64Array } {
  checkLength("aroon: n", n);
  checkColumns("aroon", high, low);
  const up = rollingArgmax(high, n + 1, 1);
  const down = rollingArgmax(low, n + 1, -1);
  const oscillator = new Float64Array(up.length);
  for (let t = 0; t < up.length; t++) {
    up[t] = (100 * (n - (up[t] as number))) / n;
    down[t] = (100 * (n - (down[t] as number))) / n;
    oscillator[t] = (up[t] as number) - (down[t] as number);
  }
  return { up, down, oscillator };
}
