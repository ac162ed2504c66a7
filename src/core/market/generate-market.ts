import type { Bars } from "../bars.ts";
import { createRandom, type Random } from "../random.ts";
import type { MarketSpec } from "./market-spec.ts";
import { sessionTimes } from "./session-calendar.ts";
import { createShockProcess, studentScale } from "./shock-process.ts";

/** Steps of the walk inside a bar that its high and low are taken from. */
const innerSteps = 32;

/**
 * A market made of a specification: the same bytes for the same specification on every machine. Per bar a gap (at the open of
 * a session), then a walk of 32 steps from open to close whose extremes are high and low; shocks Student-t, scaled by
 * regime and GJR-GARCH variance and by the time of day; jumps; volume that follows the range; prices rounded to ticks.
 */
export function generateMarket(spec: MarketSpec): Bars {
  const random = createRandom(`market|${spec.seed}`);
  const { time, place, sessionBars } = sessionTimes(spec);
  const bars = emptyMarket(spec, time);
  const shocks = createShockProcess(spec, random);
  const round = tickRounder(spec.tickSize);
  const season = seasons(spec, sessionBars);
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
    const walk = drawWalk(shocks.drift() + pull + echo + jump(spec, sigma, random), bodySigma, spec, random);
    const open = level + gap;
    setPrices(bars, t, open, walk, spec, round);
    lastShock = (gap + walk.end) / sigma;
    shocks.step(lastShock / (season[at] as number));
    mood = 0.98 * mood + 0.05 * random.normal();
    const surprise = Math.log(Math.max(walk.high - walk.low, 1e-9) / (sigma * 1.6));
    bars.volume[t] = drawVolume(
      spec,
      mood,
      surprise + Math.log(sigma / yearlySigma(spec)),
      season[at] as number,
      random,
    );
    level = open + walk.end;
  }
  return bars;
}

/** A bar's volatility in an ordinary year. */
function yearlySigma(spec: MarketSpec): number {
  return spec.volatilityPerYear / Math.sqrt(spec.barsPerYear);
}

function emptyMarket(spec: MarketSpec, time: Float64Array): Bars {
  const column = (): Float64Array => new Float64Array(spec.bars);
  const { bars: length, barsPerYear } = spec;
  return {
    length,
    time,
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    barsPerYear,
  };
}

/** Variance of the gap before a session in units of one bar's. */
function gapVariance(spec: MarketSpec, sessionBars: number): number {
  return sessionBars === 1 ? spec.gapShare : (sessionBars * spec.gapShare) / (1 - spec.gapShare);
}

function shockOf(spec: MarketSpec, random: Random): number {
  return random.normal() * studentScale(spec.tailDegrees, random);
}

function jump(spec: MarketSpec, sigma: number, random: Random): number {
  const { perYear, mean, sd } = spec.jumps;
  const happens = random.next() * spec.barsPerYear < perYear;
  return happens ? sigma * (mean + sd * random.normal()) : 0;
}

interface Walk {
  readonly end: number;
  readonly high: number;
  readonly low: number;
}

/** A bar from its open on: log price at its end, its highest and its lowest (0 is the open). */
function drawWalk(drift: number, sigma: number, spec: MarketSpec, random: Random): Walk {
  const stepSigma = (sigma * studentScale(spec.tailDegrees, random)) / Math.sqrt(innerSteps);
  let at = 0;
  let high = 0;
  let low = 0;
  for (let i = 0; i < innerSteps; i++) {
    at += drift / innerSteps + stepSigma * random.normal();
    if (at > high) high = at;
    if (at < low) low = at;
  }
  const [top, bottom] = at > 0 ? [at, 0] : [0, at];
  return { end: at, high: top + (high - top) * spec.wickFactor, low: bottom + (low - bottom) * spec.wickFactor };
}

/** Rounds to the nearest multiple of the tick, at least one tick, without the digits of binary fractions. */
function tickRounder(tickSize: number): (price: number) => number {
  const decimals = String(tickSize).split(".")[1]?.length ?? 0;
  return (price) => Number((Math.max(1, Math.round(price / tickSize)) * tickSize).toFixed(decimals));
}

function setPrices(
  bars: Bars,
  t: number,
  open: number,
  walk: Walk,
  spec: MarketSpec,
  round: (price: number) => number,
): void {
  const first = round(Math.exp(open));
  const last = round(Math.exp(open + walk.end));
  bars.open[t] = first;
  bars.close[t] = last;
  bars.high[t] = Math.max(first, last, round(Math.exp(open + walk.high)));
  bars.low[t] = Math.min(first, last, Math.max(spec.tickSize, round(Math.exp(open + walk.low))));
}

/**
 * Volatility of each bar of a session against the mean: lively at the open and the close of an exchange, a swell around
 * 15:00 UTC in a market that never closes. Mean square 1.
 */
function seasons(spec: MarketSpec, sessionBars: number): Float64Array {
  const shape = Float64Array.from({ length: sessionBars }, (_, i) => {
    if (sessionBars === 1) return 1;
    const place = i / (sessionBars - 1);
    if (spec.session === "exchange") return 0.7 + 1.2 * (2 * place - 1) ** 4 + (i === 0 ? 0.5 : 0);
    return 1 + 0.3 * Math.cos(2 * Math.PI * (place - 0.625));
  });
  const square = shape.reduce((sum, value) => sum + value * value, 0) / sessionBars;
  return shape.map((value) => value / Math.sqrt(square));
}

function drawVolume(spec: MarketSpec, mood: number, surprise: number, season: number, random: Random): number {
  const { typical, elasticity, noise, decimals } = spec.volume;
  const log = mood + elasticity * surprise + noise * random.normal() + Math.log(season);
  return Number((typical * Math.exp(log)).toFixed(decimals));
}
