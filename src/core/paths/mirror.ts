import type { Bars } from "../bars.ts";

/**
 * The market with every log return negated: each price p becomes k/p, k the square of the first close, so that high and low
 * change places and gaps, ranges and volatility stay as they were. The first close, times and volume are kept. Mirroring
 * twice gives the market back.
 */
export function mirror(bars: Bars): Bars {
  const k = (bars.close[0] as number) ** 2;
  const invert = (column: Float64Array): Float64Array => column.map((price) => k / price);
  return {
    ...bars,
    open: invert(bars.open),
    high: invert(bars.low),
    low: invert(bars.high),
    close: invert(bars.close),
  };
}
