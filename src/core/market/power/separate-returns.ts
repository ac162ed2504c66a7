import { mean } from "../../metrics/mean.ts";
import { studentTTwoSided } from "../../stats/distributions.ts";
import { holm } from "../../stats/holm.ts";
import { longRunVariance } from "./long-run-variance.ts";

/** The returns of one strategy on a market. */
export interface NamedReturns {
  readonly name: string;
  /** [n] per bar, fractions. */
  readonly returns: ArrayLike<number>;
}

/** Whether two strategies earned differently. */
export interface PairSeparation {
  readonly a: string;
  readonly b: string;
  /** Mean of a's returns less b's, per bar. */
  readonly difference: number;
  /** Two-sided p-value; 1 where the two are the same bar by bar. */
  readonly p: number;
  /** The p-value after Holm's correction over all pairs. */
  readonly adjusted: number;
}

/** How well strategies are told apart by their returns. */
export interface Separation {
  /** Every pair once, in the order of the strategies. */
  readonly pairs: readonly PairSeparation[];
  /** Pairs whose adjusted p-value is at most 5 %. */
  readonly significant: number;
}

/**
 * Every pair's paired test of "both earn the same a bar": mean of the differences over its standard error that allows for
 * autocorrelation and changing variance (Newey and West, 1987), Student's t with n − 1 degrees of freedom, Holm over all pairs.
 *
 * @param strategies returns of equal length n, each n ≥ 2
 */
export function separateReturns(strategies: readonly NamedReturns[]): Separation {
  const tests = strategies.flatMap((a, i) => strategies.slice(i + 1).map((b) => testPair(a, b)));
  const adjusted = holm(tests.map((test) => test.p));
  const pairs = tests.map((test, i) => ({ ...test, adjusted: adjusted[i] ?? 1 }));
  return { pairs, significant: pairs.filter((pair) => pair.adjusted <= 0.05).length };
}

function testPair(a: NamedReturns, b: NamedReturns): Omit<PairSeparation, "adjusted"> {
  const n = a.returns.length;
  if (n < 2 || b.returns.length !== n) {
    throw new RangeError(`${a.name} has ${n} returns, ${b.name} ${b.returns.length}: wanted equally many, at least 2`);
  }
  const differences = Float64Array.from(a.returns, (value, t) => value - (b.returns[t] as number));
  const difference = mean(differences);
  const error = Math.sqrt(longRunVariance(differences).longRun / n);
  const p = error > 0 ? studentTTwoSided(difference / error, n - 1) : difference === 0 ? 1 : 0;
  return { a: a.name, b: b.name, difference, p };
}
