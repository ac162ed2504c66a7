import type { Bars } from "../../bars.ts";

/** The same market with every price multiplied by `factor` > 0. */
export function scalePrices(bars: Bars, factor: number): Bars {
  const scaled = (column: Float64Array): Float64Array => column.map((price) => price * factor);
  return {
    ...bars,
    open: scaled(bars.open),
    high: scaled(bars.high),
    low: scaled(bars.low),
    close: scaled(bars.close),
  };
}
