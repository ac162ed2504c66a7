import type { Bars } from "../../bars.ts";
import { drawTwin, twinSource } from "../../paths/twin.ts";
import { createRandom } from "../../random.ts";
import { scalePrices } from "./scale-prices.ts";

/**
 * The stationary block bootstrap of Politis and Romano (1994, JASA 89): blocks of bars in another order, each bar with its gap
 * from the close before, its shape and its volume. Keeps the bars, short memory, bursts of volatility and times of day; breaks
 * what is longer than a block, a month of days or a session. The close before the first bar is the source's first open.
 */
export function bootstrapTwin(bars: Bars, seed: string): Bars {
  const twin = drawTwin(twinSource(bars), 0, bars.length, createRandom(seed));
  return scalePrices(twin, bars.open[0] as number);
}
