import type { Bars } from "../bars.ts";
import type { Path } from "../paths/path.ts";
import { createRandom, type Random } from "../random.ts";

const warmupBars = 250;
const scoredBars = 750;
const dayMs = 86_400_000;

const hourMs = dayMs / 24;

/** A class of generated markets. */
interface Kind {
  readonly barsPerYear: number;
  /** Volatility of a bar. */
  readonly sigma: number;
  /** Opening time of the bar after one that opens at `time`. */
  next(time: number): number;
  /** Volume of a bar whose ordinary volume would be `usual`; 0 where nobody traded, NaN where unknown. */
  volume?(usual: number, random: Random): number;
}

const weekdays: Kind = { barsPerYear: 252, sigma: 0.01, next: nextWeekday };

/** In the order in which they are used, then over again. Rare values belong to a market too: a leak may wait for one. */
const kinds: readonly Kind[] = [
  weekdays,
  { barsPerYear: 365, sigma: 0.03, next: (time) => time + dayMs },
  weekdays,
  { ...weekdays, volume: (usual, random) => (random.next() < 0.04 ? 0 : usual) },
  { barsPerYear: 19_656, sigma: 0.001, next: nextOfSession },
  { ...weekdays, sigma: 0.005, volume: (usual, random) => (random.next() < 0.04 ? Number.NaN : usual) },
  { barsPerYear: 8760, sigma: 0.006, next: (time) => time + hourMs },
];

/**
 * Markets for an audit without market data: `count` random walks of 1,000 bars, 250 of them warm-up, with bursts of
 * volatility, overnight gaps and whole-number volumes that follow volatility. Of each seven four have a bar each
 * weekday (one of them with some volumes of 0, one with some unknown), one has a bar each day, one each hour, one each
 * 5 minutes of a session from 14:30 to 21:00. Same seed, same paths.
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
      bars: randomWalk(`${seed}|audit|${i}`, warmupBars + scoredBars, kinds[i % kinds.length] ?? weekdays),
      warmupBars,
      costs: { feeBps: 1, slippageBps: 1 },
    };
  });
}

/** `n` bars of a driftless random walk whose volatility clusters: log-volatility is a slow autoregression. */
function randomWalk(seed: string, n: number, kind: Kind): Bars {
  const random = createRandom(seed);
  const column = (): Float64Array => new Float64Array(n);
  const bars = { length: n, time: column(), open: column(), high: column(), low: column(), close: column() };
  const volume = column();
  let price = 50 * Math.exp(random.normal());
  let heat = 0;
  let time = kind.next(nextWeekday((10_000 + random.int(3000)) * dayMs));
  for (let t = 0; t < n; t++) {
    heat = 0.97 * heat + 0.15 * random.normal();
    const sigma = kind.sigma * Math.exp(heat);
    const open = price * Math.exp(0.3 * sigma * random.normal());
    const close = open * Math.exp(sigma * random.normal());
    bars.open[t] = open;
    bars.close[t] = close;
    bars.high[t] = Math.max(open, close) * Math.exp(0.4 * sigma * Math.abs(random.normal()));
    bars.low[t] = Math.min(open, close) * Math.exp(-0.4 * sigma * Math.abs(random.normal()));
    const usual = Math.round(1e6 * Math.exp(0.5 * heat + 0.4 * random.normal()));
    volume[t] = kind.volume?.(usual, random) ?? usual;
    bars.time[t] = time;
    time = kind.next(time);
    price = close;
  }
  return { ...bars, volume, barsPerYear: kind.barsPerYear };
}

/** Day 0 of 1970 was a Thursday: days 2 and 3 of each week are a weekend. */
function nextWeekday(time: number): number {
  const day = Math.floor(time / dayMs) % 7;
  return time + (day === 1 ? 3 : day === 2 ? 2 : 1) * dayMs;
}

/** 78 bars of 5 minutes each weekday, from 14:30 on. */
function nextOfSession(time: number): number {
  const minute = (time % dayMs) / 60_000;
  if (minute < 14.5 * 60) return time - (time % dayMs) + 14.5 * hourMs;
  return minute < 21 * 60 - 5 ? time + 5 * 60_000 : nextWeekday(time - (time % dayMs)) + 14.5 * hourMs;
}
