import type { Bars } from "../../bars.ts";
import { simpleReturns } from "../../metrics/simple-returns.ts";
import { effectiveSample } from "./effective-sample.ts";
import { detectableSharpeDifference, returnsForSharpeDifference } from "./sharpe-difference.ts";

/** Correlations of two strategies' returns that are looked at: none, and that of two usual ones on one market. */
const correlations = [0, 0.5] as const;

/** Differences of annual Sharpe ratios whose price in bars is stated. */
const differences = [0.5, 1] as const;

/** What a market can tell of two strategies that were tried on it. JSON-serialisable; null where it does not exist. */
export interface MarketPower {
  readonly bars: number;
  readonly barsPerYear: number;
  /** Returns over bars per year. */
  readonly years: number;
  /** What its returns are worth in independent ones, and their long-run variance's lag; null where no price moves. */
  readonly effectiveReturns: number | null;
  readonly lag: number | null;
  /** The same of the squares of the returns less their mean: how much is known of its volatility. */
  readonly effectiveSquares: number | null;
  /** Smallest difference of annual Sharpe ratios told at 80 % power, 5 % two-sided, by the correlation of the two. */
  readonly detectable: readonly { readonly correlation: number; readonly difference: number | null }[];
  /** Bars and years of this market that a difference takes. */
  readonly needed: readonly {
    readonly correlation: number;
    readonly difference: number;
    readonly bars: number;
    readonly years: number;
  }[];
}

/**
 * The power of a market: how small a difference of two strategies its bars can tell. Independent returns are counted as the
 * lesser of its returns and their effective number: a strategy's returns are at best as independent as the market's, and a
 * market that turns back (negative autocorrelation) does not make a strategy's returns more than they are.
 */
export function marketPower(bars: Bars): MarketPower {
  const returns = simpleReturns(bars.close);
  const count = returns.length;
  const { barsPerYear } = bars;
  const effective = effectiveSample(returns);
  const share = effective === null || count === 0 ? 1 : Math.min(1, effective.size / count);
  return {
    bars: bars.length,
    barsPerYear,
    years: count / barsPerYear,
    effectiveReturns: effective?.size ?? null,
    lag: effective?.lag ?? null,
    effectiveSquares: effectiveSample(squares(returns))?.size ?? null,
    detectable: correlations.map((correlation) => ({
      correlation,
      difference:
        effective === null ? null : detectableSharpeDifference({ returns: count * share, barsPerYear, correlation }),
    })),
    needed: correlations.flatMap((correlation) =>
      differences.map((difference) => {
        const wanted = Math.ceil(returnsForSharpeDifference(difference, { barsPerYear, correlation }) / share) + 1;
        return { correlation, difference, bars: wanted, years: (wanted - 1) / barsPerYear };
      }),
    ),
  };
}

function squares(returns: Float64Array): Float64Array {
  const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
  return returns.map((value) => (value - mean) ** 2);
}
