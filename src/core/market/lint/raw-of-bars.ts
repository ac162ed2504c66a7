import type { Bars } from "../../bars.ts";
import type { RawBars } from "../raw-bars.ts";

/** Loaded bars as a file would state them, so that they can be linted: bar t stands on line t + 2 of its canonical CSV. Shares the columns. */
export function rawOfBars(bars: Bars): RawBars {
  const { length, time, open, high, low, close, volume } = bars;
  return { length, time, open, high, low, close, volume, line: Int32Array.from({ length }, (_, t) => t + 2) };
}
