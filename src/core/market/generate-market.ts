import type { Bars } from "../bars.ts";
import { createRandom, type Random } from "../random.ts";
import { drawPath, innerSteps, walkOf } from "./bar-walk.ts";
import type { MarketSpec } from "./market-spec.ts";
import { sessionTimes } from "./session-calendar.ts";
import { sessionSeasons } from "./session-seasons.ts";
import { createShockProcess, drawJump, studentScale } from "./shock-process.ts";
import { drawVolume, emptyMarket, setPrices, tickRounder } from "./synthetic-bar.ts";

/**
 * A market made of a specification: the same bytes for the same specification on every machine. Per bar a gap (at the open of
 * a session), then a walk of 32 steps from open to close whose extremes are high and low; shocks Student-t, scaled by
 * regime and GJR-GARCH variance and by the time of day; jumps; volume that follows the range; prices rounded to ticks.
 *
 * Sources, each beside what it gave: regimes and variance, jumps and tails in shock-process.ts, times of day in
 * session-seasons.ts, range and mixture in bar-walk.ts, volume and tick in synthetic-bar.ts. That markets that are closed go on
 * moving, but less than open ones, so that a night is a share of the session's variance: French and Roll (1986). Prices that
 * return to a level, for rates: the process of Vasicek (1977) in the logarithm. What all of it is measured against: Cont (2001).
 */
export function generateMarket(spec: MarketSpec): Bars {
  const random = createRandom(`market|${spec.seed}`);
  const { time, place, sessionBars } = sessionTimes(spec);
  const bars = emptyMarket(time, spec.barsPerYear);
  const shocks = createShockProcess(spec, random);
  const round = tickRounder(spec.tickSize);
  const season = sessionSeasons(spec, sessionBars);
  const path = new Float64Array(innerSteps);
  let level = Math.log(spec.startPrice);
  let lastShock = 0;
  let mood = 0;
  for (let t = 0; t < spec.bars; t++) {
    const at = place[t] as number;
    const sigma = shocks.sigma();
    // A session's variance is its bars' and its gap's: the gap is gapShare of the whole.
    const gap = at === 0 && t > 0 ? sigma * Math.sqrt(gapVariance(spec, sessionBars)) * shockOf(spec, random) : 0;
    const pull = spec.halfLifeBars === null ? 0 : (Math.LN2 / spec.halfLifeBars) * (Math.log(spec.startPrice) - level);
    const bodySigma = sigma * (season[at] as number) * Math.sqrt(sessionBars === 1 ? 1 - spec.gapShare : 1);
    const echo = spec.autocorrelation * lastShock * sigma;
    const drift = shocks.drift() + pull + echo + drawJump(spec, sigma, random);
    drawPath(path, drift, bodySigma, spec.tailDegrees, random);
    const walk = walkOf(path, spec.wickFactor);
    const open = level + gap;
    setPrices(bars, t, open, walk, spec.tickSize, round);
    lastShock = (gap + walk.end) / sigma;
    shocks.step(lastShock / (season[at] as number));
    mood = 0.98 * mood + 0.05 * random.normal();
    const surprise =
      Math.log(Math.max(walk.high - walk.low, 1e-9) / (sigma * 1.6)) + Math.log(sigma / usualSigma(spec));
    bars.volume[t] = drawVolume(spec.volume, mood, surprise, season[at] as number, random);
    level = open + walk.end;
  }
  return bars;
}

/** A bar's volatility in an ordinary year. */
function usualSigma(spec: MarketSpec): number {
  return spec.volatilityPerYear / Math.sqrt(spec.barsPerYear);
}

/** Variance of the gap before a session in units of one bar's. */
function gapVariance(spec: MarketSpec, sessionBars: number): number {
  return sessionBars === 1 ? spec.gapShare : (sessionBars * spec.gapShare) / (1 - spec.gapShare);
}

function shockOf(spec: MarketSpec, random: Random): number {
  return random.normal() * studentScale(spec.tailDegrees, random);
}
