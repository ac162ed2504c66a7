import type { Bars } from "../bars.ts";
import { createRandom, type Random } from "../random.ts";
import { drawPath, innerSteps, walkOf } from "./bar-walk.ts";
import type { BasketMember, BasketSpec, FactorSpec } from "./basket-spec.ts";
import { sessionTimes } from "./session-calendar.ts";
import { createShockProcess, drawJump, type ShockProcess, studentScale } from "./shock-process.ts";
import { drawVolume, emptyMarket, setPrices, tickRounder } from "./synthetic-bar.ts";

/** A factor while a basket is made: the gap and the path of its present bar. */
interface Factor {
  readonly spec: FactorSpec;
  readonly shocks: ShockProcess;
  readonly random: Random;
  readonly path: Float64Array;
  gap: number;
}

/**
 * Correlated daily markets on one axis of time, in the order of `members`: the log path of each bar, inside it too, is β times
 * the common factor's, plus its sector's, plus its own. Each factor is a market of its own kind, with regimes, GJR-GARCH
 * variance, Student-t shocks and jumps from a stream of its own, so that volatility is shared as returns are. Prices are
 * rounded to ticks. The same bytes for the same specification on every machine; an instrument more changes none of the others.
 *
 * Source of the construction: the one-factor model of Sharpe (1963) with the industry factors of King (1966), whose
 * factors have GARCH variance (Engle, Ng and Rothschild, 1990).
 */
export function generateBasket(spec: BasketSpec): readonly Bars[] {
  const { time } = sessionTimes(spec);
  const common = createFactor(spec, spec.common, "common");
  const sectors = new Map<number, Factor>();
  for (const { sector } of spec.members) {
    if (!sectors.has(sector)) sectors.set(sector, createFactor(spec, spec.sector, `sector|${sector}`));
  }
  const instruments = spec.members.map((member) => createInstrument(spec, member, time));
  for (let t = 0; t < spec.bars; t++) {
    for (const factor of [common, ...sectors.values()]) drawFactor(spec, factor, t);
    for (const instrument of instruments) {
      drawFactor(spec, instrument.own, t);
      drawBar(spec, instrument, common, sectors.get(instrument.member.sector) as Factor, t);
    }
  }
  return instruments.map(({ bars }) => bars);
}

function createFactor(spec: BasketSpec, factor: FactorSpec, name: string): Factor {
  const random = createRandom(`basket|${spec.seed}|${name}`);
  const shocks = createShockProcess({ ...factor, barsPerYear: spec.barsPerYear }, random);
  return { spec: factor, shocks, random, path: new Float64Array(innerSteps), gap: 0 };
}

/** Draws the factor's bar `t` and moves its variance on. */
function drawFactor({ gapShare, barsPerYear }: BasketSpec, factor: Factor, t: number): void {
  const { spec, shocks, random, path } = factor;
  const sigma = shocks.sigma();
  const gap = sigma * Math.sqrt(gapShare) * random.normal() * studentScale(spec.tailDegrees, random);
  factor.gap = t > 0 ? gap : 0;
  const drift = shocks.drift() + drawJump({ jumps: spec.jumps, barsPerYear }, sigma, random);
  drawPath(path, drift, sigma * Math.sqrt(1 - gapShare), spec.tailDegrees, random);
  shocks.step((factor.gap + (path[innerSteps - 1] as number)) / sigma);
}

/** An instrument while it is made. */
interface Instrument {
  readonly member: BasketMember;
  readonly own: Factor;
  readonly bars: Bars;
  readonly path: Float64Array;
  readonly volumes: Random;
  /** sd of its log return in an ordinary year, per bar. */
  readonly usualSigma: number;
  level: number;
  mood: number;
}

function createInstrument(spec: BasketSpec, member: BasketMember, time: Float64Array): Instrument {
  const own = { ...spec.own, volatilityPerYear: spec.own.volatilityPerYear * member.ownFactor };
  const variance =
    (member.beta * spec.common.volatilityPerYear) ** 2 +
    spec.sector.volatilityPerYear ** 2 +
    own.volatilityPerYear ** 2;
  return {
    member,
    own: createFactor(spec, own, `own|${member.symbol}`),
    bars: emptyMarket(time.slice(), spec.barsPerYear),
    path: new Float64Array(innerSteps),
    volumes: createRandom(`basket|${spec.seed}|volume|${member.symbol}`),
    usualSigma: Math.sqrt(variance / spec.barsPerYear),
    level: Math.log(member.startPrice),
    mood: 0,
  };
}

function drawBar(spec: BasketSpec, instrument: Instrument, common: Factor, sector: Factor, t: number): void {
  const { member, own, path, bars, volumes, usualSigma } = instrument;
  const { beta } = member;
  for (let i = 0; i < innerSteps; i++) {
    path[i] = beta * (common.path[i] as number) + (sector.path[i] as number) + (own.path[i] as number);
  }
  const walk = walkOf(path, spec.wickFactor);
  const open = instrument.level + beta * common.gap + sector.gap + own.gap;
  setPrices(bars, t, open, walk, spec.tickSize, tickRounder(spec.tickSize));
  instrument.mood = 0.98 * instrument.mood + 0.05 * volumes.normal();
  const surprise = Math.log(Math.max(walk.high - walk.low, 1e-9) / (usualSigma * 1.6));
  bars.volume[t] = drawVolume({ ...spec.volume, typical: member.typicalVolume }, instrument.mood, surprise, 1, volumes);
  instrument.level = open + walk.end;
}
