import type { Bars } from "../../bars.ts";
import { drawNoise } from "../../paths/noise.ts";
import { twinSource } from "../../paths/twin.ts";
import { createRandom } from "../../random.ts";
import { scalePrices } from "./scale-prices.ts";

/**
 * A market on which nobody can earn: blocks of the source's bars whose gaps and bodies are turned by fair coins and freed of
 * drift, so that the price is a martingale. Keeps volatility, its bursts, ranges and volume; breaks every trend.
 */
export function noiseTwin(bars: Bars, seed: string): Bars {
  const twin = drawNoise(twinSource(bars), 0, bars.length, createRandom(seed));
  return scalePrices(twin, bars.open[0] as number);
}
