import type { Bars } from "../../../src/core/bars.ts";
import type { Dataset } from "../../../src/core/market/dataset.ts";
import { createRandom } from "../../../src/core/random.ts";

/** A random walk of weekdays from a seed: sound bars, normal steps of 1 %, gaps, volume. */
export function randomMarket(seed: string, length: number, drift = 0, sigma = 0.01): Bars {
  const random = createRandom(`test|${seed}`);
  const column = (): Float64Array => new Float64Array(length);
  const bars: Bars = {
    length,
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    barsPerYear: 252,
  };
  let close = 100;
  for (let t = 0; t < length; t++) {
    const open = close * Math.exp(0.3 * sigma * random.normal());
    close = open * Math.exp(drift + sigma * random.normal());
    // Weeks of five days, from Monday 2010-01-04 on.
    bars.time[t] = Date.UTC(2010, 0, 4) + (Math.floor(t / 5) * 7 + (t % 5)) * 86_400_000;
    bars.open[t] = open;
    bars.close[t] = close;
    bars.high[t] = Math.max(open, close) * Math.exp(sigma * random.next());
    bars.low[t] = Math.min(open, close) * Math.exp(-sigma * random.next());
    bars.volume[t] = 1000 + random.int(1000);
  }
  return bars;
}

/** A dataset of one instrument. */
export function datasetOf(id: string, bars: Bars, info: Partial<Dataset["info"]> = {}): Dataset {
  return {
    info: {
      id,
      title: id,
      class: "equity",
      interval: "1d",
      timezone: "UTC",
      barsPerYear: bars.barsPerYear,
      costs: { feeBps: 1, slippageBps: 2 },
      synthetic: true,
      fitForScoring: true,
      instruments: [{ symbol: "ONE", sha256: "0".repeat(64), bars: bars.length }],
      ...info,
    },
    bars: [bars],
  };
}
