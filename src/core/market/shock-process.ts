import type { Random } from "../random.ts";
import type { MarketSpec } from "./market-spec.ts";

/** The state that the shocks of a market come from, one step a bar. */
export interface ShockProcess {
  /** sd of the coming bar's log return. */
  sigma(): number;
  /** Expected log return of the coming bar. */
  drift(): number;
  /** Takes the bar's shock, in standard deviations, and moves on. */
  step(shock: number): void;
}

/** Variance never exceeds this many times its mean: four times the usual volatility, as in the worst weeks of 1987, 2008 and 2020. */
const varianceCap = 15;

/** What shocks are made of. */
export type ShockSpec = Pick<MarketSpec, "volatilityPerYear" | "barsPerYear" | "regimes" | "garch">;

/**
 * Regimes that switch at random with lengths of no memory (Hamilton, 1989), times a GJR-GARCH(1,1) variance: bursts of
 * volatility (Engle, 1982; Bollerslev, 1986) that falls set off more than rises (Glosten, Jagannathan and Runkle, 1993; the
 * leverage effect of Black, 1976).
 */
export function createShockProcess(spec: ShockSpec, random: Random): ShockProcess {
  const { alpha, gamma, beta } = spec.garch;
  const omega = 1 - alpha - gamma / 2 - beta;
  const perBar = spec.volatilityPerYear / Math.sqrt(spec.barsPerYear);
  const { regimes } = spec;
  let variance = 1;
  let state = random.int(regimes.length);
  const regime = (): MarketSpec["regimes"][number] => {
    const found = regimes[state];
    if (found === undefined) throw new RangeError("generateMarket: no regimes, wanted at least one");
    return found;
  };
  return {
    sigma: () => perBar * Math.sqrt(variance) * regime().volatilityFactor,
    drift: () => regime().driftPerYear / spec.barsPerYear,
    step(shock) {
      const weight = alpha + (shock < 0 ? gamma : 0);
      variance = Math.min(varianceCap, omega + weight * shock * shock * variance + beta * variance);
      if (regimes.length > 1 && random.next() * regime().meanBars < 1) {
        state = (state + 1 + random.int(regimes.length - 1)) % regimes.length;
      }
    },
  };
}

/**
 * √((ν − 2)/χ²_ν): the scale that makes a normal a Student-t of variance 1 with `degrees` = ν. Student's t for returns: Praetz
 * (1972), Blattberg and Gonedes (1974); within GARCH: Bollerslev (1987).
 */
export function studentScale(degrees: number, random: Random): number {
  let chiSquared = 0;
  for (let i = 0; i < degrees; i++) chiSquared += random.normal() ** 2;
  return Math.sqrt((degrees - 2) / Math.max(chiSquared, 1e-9));
}

/**
 * Log return of the jump of a bar, mostly 0: jumps come at random as in Merton (1976), with normal sizes in units of the bar's own
 * `sigma`.
 */
export function drawJump(spec: Pick<MarketSpec, "jumps" | "barsPerYear">, sigma: number, random: Random): number {
  const { perYear, mean, sd } = spec.jumps;
  const happens = random.next() * spec.barsPerYear < perYear;
  return happens ? sigma * (mean + sd * random.normal()) : 0;
}
