import type { MarketView } from "./market-view.ts";

const dayMs = 86_400_000;

/** Bars of about one session: 1 of daily bars, else the bars between two pauses, by their mean, at most 2,000. */
export function sessionBars(market: MarketView): number {
  if (market.daily || market.length < 2) return 1;
  const span = (market.time[market.length - 1] as number) - (market.time[0] as number);
  return Math.max(1, Math.min(2000, Math.round((market.length * dayMs) / span)));
}

/** True if bar t is the first after a pause: every daily bar, and a bar after a step longer than three intervals. */
export function startsSession(market: MarketView, t: number): boolean {
  if (t === 0 || market.daily) return true;
  return (market.time[t] as number) - (market.time[t - 1] as number) > 3 * market.stepMs;
}
