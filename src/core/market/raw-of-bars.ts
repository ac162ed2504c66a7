import type { Bars } from "../bars.ts";
import type { RawBars } from "./raw-bars.ts";

/** Bars as a canonical CSV holds them: a header in line 1, bar t in line t + 2. The columns are the bars' own. */
export function rawOfBars(bars: Bars): RawBars {
  const { length, time, open, high, low, close, volume } = bars;
  return { length, time, open, high, low, close, volume, line: Int32Array.from({ length }, (_, t) => t + 2) };
}
