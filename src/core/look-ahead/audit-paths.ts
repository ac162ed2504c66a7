import type { Bars } from "../bars.ts";
import type { Path } from "../paths/path.ts";
import { createRandom } from "../random.ts";

const warmupBars = 250;
const scoredBars = 750;
const dayMs = 86_400_000;

/**
 * Markets for an audit without market data: `count` random walks of 1,000 daily bars, 250 of them warm-up, with bursts of
 * volatility, overnight gaps, whole-number volumes that follow volatility, and weekends without bars. Same seed, same paths.
 */
export function auditPaths(seed: string, count: number): readonly Path[] {
  return Array.from({ length: count }, (_, i): Path => {
    return {
      id: `p${i + 1}`,
      kind: "noise",
      regime: "flat",
      stress: false,
      dataset: "generated",
      symbol: `walk-${i + 1}`,
      start: 0,
      bars: randomWalk(`${seed}|audit|${i}`, warmupBars + scoredBars),
      warmupBars,
      costs: { feeBps: 1, slippageBps: 1 },
    };
  });
}

/** `n` bars of a driftless random walk whose volatility clusters: log-volatility is a slow autoregression. */
function randomWalk(seed: string, n: number): Bars {
  const random = createRandom(seed);
  const column = (): Float64Array => new Float64Array(n);
  const bars = { length: n, time: column(), open: column(), high: column(), low: column(), close: column() };
  const volume = column();
  let price = 50 * Math.exp(random.normal());
  let heat = 0;
  let day = 10_000 + random.int(3000);
  for (let t = 0; t < n; t++) {
    heat = 0.97 * heat + 0.15 * random.normal();
    const sigma = 0.01 * Math.exp(heat);
    const open = price * Math.exp(0.3 * sigma * random.normal());
    const close = open * Math.exp(sigma * random.normal());
    bars.open[t] = open;
    bars.close[t] = close;
    bars.high[t] = Math.max(open, close) * Math.exp(0.4 * sigma * Math.abs(random.normal()));
    bars.low[t] = Math.min(open, close) * Math.exp(-0.4 * sigma * Math.abs(random.normal()));
    volume[t] = Math.round(1e6 * Math.exp(0.5 * heat + 0.4 * random.normal()));
    // Day 0 of 1970 was a Thursday: days 2 and 3 of each week are a weekend.
    while (day % 7 === 2 || day % 7 === 3) day++;
    bars.time[t] = day * dayMs;
    day++;
    price = close;
  }
  return { ...bars, volume, barsPerYear: 252 };
}
