import type { MarketView } from "./market-view.ts";
import { sessionBars } from "./session-start.ts";

/** A jump between two bars, read as a split. */
export interface SplitEvidence {
  /** Place of the first bar at the new level. */
  readonly place: number;
  /** New shares for each old one: 2 halves the price, 1/10 is a reverse split. */
  readonly ratio: number;
  /** How the ratio is written: `2:1`, `3:2`, `1:10`. */
  readonly name: string;
  /** ln of how much likelier the bars are under a split than under a true move; above 0 a split is likelier. */
  readonly logOdds: number;
}

/** Ratios new : old with how common they are among splits and bonus issues. Reverse splits are the inverses. */
const ratios: readonly (readonly [number, number, number])[] = [
  [2, 1, 0.4],
  [3, 2, 0.13],
  [3, 1, 0.1],
  [4, 1, 0.07],
  [5, 1, 0.05],
  [10, 1, 0.05],
  [5, 4, 0.04],
  [4, 3, 0.03],
  [7, 1, 0.02],
  [20, 1, 0.02],
  [6, 1, 0.02],
  [8, 1, 0.02],
  [6, 5, 0.02],
  [5, 2, 0.01],
  [15, 1, 0.01],
  [25, 1, 0.01],
  [30, 1, 0.01],
  [50, 1, 0.01],
];

/** No smaller jump is looked at: 6:5 is ln 1.2 = 0.18. Nor is a jump of fewer than 20 ticks, whose ratio is a matter of rounding. */
const smallest = 0.17;
const leastTicks = 20;

/** ln density of a normal, but for the √2π that all share. */
function normal(x: number, mean: number, sd: number): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd);
}

/** Mean of ln(high/low) and of volume over bars [from, to); volume NaN where unknown. */
function means(market: MarketView, from: number, to: number): { range: number; volume: number } {
  let range = 0;
  let volume = 0;
  for (let t = from; t < to; t++) {
    range += Math.log((market.high[t] as number) / (market.low[t] as number));
    volume += market.volume[t] as number;
  }
  return { range: range / (to - from), volume: volume / (to - from) };
}

/** What is seen around a jump. */
interface Witnesses {
  /** ln(open / close before). */
  readonly jump: number;
  /** ln of range and of volume of the session against those of the twenty before; NaN where not known. */
  readonly wider: number;
  readonly more: number;
  /** ln of volatility after against before. */
  readonly wilder: number;
  /** Usual move of a session, and the days since the bar before. */
  readonly usual: number;
  readonly days: number;
}

function witnesses(market: MarketView, t: number, window: number): Witnesses {
  const before = means(market, Math.max(0, t - 20 * window), t);
  const session = means(market, t, Math.min(market.length, t + window));
  const rangeKnown = before.range > 0 && session.range > 0;
  const volumeKnown = before.volume > 0 && session.volume > 0;
  return {
    jump: Math.log((market.open[t] as number) / (market.close[t - 1] as number)),
    wider: rangeKnown ? Math.log(session.range / before.range) : Number.NaN,
    more: volumeKnown ? Math.log(session.volume / before.volume) : Number.NaN,
    wilder: Math.log((market.scaleAfter[t] as number) / (market.scaleBefore[t] as number)),
    usual: Math.max((market.scaleBefore[t] as number) * Math.sqrt(window), 1e-4),
    days: ((market.time[t] as number) - (market.time[t - 1] as number)) / 86_400_000,
  };
}

/** ln density of a witness, 0 of one that is not there. */
function told(x: number, mean: number, sd: number): number {
  return Number.isNaN(x) ? 0 : normal(x, mean, sd);
}

/** A split: the overnight return left is an ordinary one, volume grows by the ratio, all else is as it was. */
function splitDensity({ jump, wider, more, wilder, usual }: Witnesses, ratio: number): number {
  const left = normal(jump + Math.log(ratio), 0, Math.max(usual, 0.006));
  return left + told(wider, 0.1, 0.45) + told(more - Math.log(ratio), 0.2, 0.6) + normal(wilder, 0, 0.4);
}

/**
 * News or a crash: sizes beyond 17 % fall off exponentially; ranges are 2.5 times and volumes 4.5 times the usual, and volatility doubles:
 * round numbers after the gaps beyond 17 % of unadjusted histories.
 */
function newsDensity({ jump, wider, more, wilder }: Witnesses): number {
  const size = 0.92 - Math.log(0.12) - (Math.abs(jump) - smallest) / 0.12;
  return size + told(Math.max(wider, -1), 0.9, 0.5) + told(more, 1.5, 0.8) + normal(wilder, 0.7, 0.5);
}

/** The way that a price goes in the days of a hole, after which all is as before; twice the usual move, for nobody saw those days. */
function driftDensity({ jump, wider, more, wilder, usual, days }: Witnesses): number {
  if (days <= 5) return Number.NEGATIVE_INFINITY;
  const size = normal(jump, 0, 2 * usual * Math.sqrt(days));
  return size + told(wider, 0.1, 0.45) + told(more, 0.2, 0.6) + normal(wilder, 0, 0.4);
}

/** True if what is left of the jump, and of the whole bar, is a possible move of this market. */
function fits(market: MarketView, t: number, ratio: number, window: number): boolean {
  const usual = (market.scaleBefore[t] as number) * Math.sqrt(window);
  const jump = Math.log((market.open[t] as number) / (market.close[t - 1] as number));
  const whole = market.returns[t] as number;
  return (
    Math.abs(jump + Math.log(ratio)) <= Math.max(3 * usual, 0.015) &&
    Math.abs(whole + Math.log(ratio)) <= Math.max(5 * usual, 0.03)
  );
}

/** The price is back near its old level within five bars, or was near its new one in the five before: a bad tick, no split. */
function comesBack(market: MarketView, t: number): boolean {
  const old = Math.log(market.close[t - 1] as number);
  const fresh = Math.log(market.open[t] as number);
  const near = 0.3 * Math.abs(fresh - old);
  for (let k = 0; k < 5; k++) {
    const after = market.close[t + k];
    const before = market.close[t - 2 - k];
    if (after !== undefined && Math.abs(Math.log(after) - old) < near) return true;
    if (before !== undefined && Math.abs(Math.log(before) - fresh) < near) return true;
  }
  return false;
}

/** The best reading of the jump into place t as a split; undefined where there is no such jump, or no ratio fits. */
export function splitEvidence(market: MarketView, t: number): SplitEvidence | undefined {
  const jump = Math.log((market.open[t] as number) / (market.close[t - 1] as number));
  const ticks = Math.abs((market.open[t] as number) - (market.close[t - 1] as number)) / market.tick;
  if (!(Math.abs(jump) >= smallest) || ticks < leastTicks || comesBack(market, t)) return undefined;
  const window = sessionBars(market);
  const seen = witnesses(market, t, window);
  const other = Math.max(newsDensity(seen), driftDensity(seen));
  let best: SplitEvidence | undefined;
  for (const [fresh, old, share] of ratios) {
    const ratio = jump < 0 ? fresh / old : old / fresh;
    if (!fits(market, t, ratio, window)) continue;
    const logOdds = splitDensity(seen, ratio) - other + Math.log(share);
    const name = jump < 0 ? `${fresh}:${old}` : `${old}:${fresh}`;
    if (best === undefined || logOdds > best.logOdds) best = { place: t, ratio, name, logOdds };
  }
  return best;
}
