import type { StopKind } from "../../core/backtest/stop-fill.ts";
import { correlation } from "../../core/indicators/correlation.ts";
import { stdev } from "../../core/indicators/stdev.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";
import { forwardFill } from "../../core/positions.ts";
import { mean, median } from "../../core/stats/estimate.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";

/** What a program does, in numbers over all its paths; each path counts alike. */
export interface Behaviour {
  /** Shares of the scored bars that close long, short. */
  readonly long: number;
  readonly short: number;
  /** Mean of |position| over the bars with one; null if it never had any. */
  readonly size: number | null;
  readonly tradesAYear: number;
  /** Turnover a year, times equity. */
  readonly turnoverAYear: number;
  /** Median bars through which a trade was held; null without trades. */
  readonly held: number | null;
  /** Of the trades, the share that each kind of stop ended; only kinds that did. */
  readonly stops: readonly { readonly kind: StopKind; readonly share: number }[];
  /** The look-back whose move the target goes with most (above 0) or against (below 0); null where no target varies. */
  readonly reaction: Reaction | null;
  /** Correlation of |target| with the volatility of the last 20 bars; null where one of them does not vary. */
  readonly volatility: number | null;
}

/** Mean over the paths of the correlation of the target with the move of the last `bars` bars. */
export interface Reaction {
  readonly bars: number;
  readonly correlation: number;
}

const stopKinds: readonly StopKind[] = ["stop-loss", "take-profit", "trailing-stop"];
const lookBacks: readonly number[] = [1, 5, 20, 60];
const volatilityBars = 20;

/** What is looked at of one path, or of one market. */
export type Acted = Pick<PathAnalysis, "given" | "result" | "metrics" | "returns" | "trades"> & {
  readonly market: Pick<PathAnalysis["market"], "bars" | "warmupBars">;
};

/** What a program does on its paths (at least one), from its positions alone. */
export function behaviourOf(paths: readonly Acted[]): Behaviour {
  const trades = paths.flatMap((path) => path.trades);
  const years = paths.reduce((sum, { returns, market }) => sum + returns.length / market.bars.barsPerYear, 0);
  const turnover = paths.reduce((sum, path) => sum + path.metrics.turnover, 0);
  const stops = stopKinds.map((kind) => ({
    kind,
    share: trades.length === 0 ? 0 : trades.filter((trade) => trade.stop?.kind === kind).length / trades.length,
  }));
  return {
    ...sides(paths),
    tradesAYear: years > 0 ? trades.length / years : 0,
    turnoverAYear: years > 0 ? turnover / years : 0,
    held: median(trades.map((trade) => trade.bars)),
    stops: stops.filter(({ share }) => share > 0),
    reaction: strongest(paths),
    volatility: mean(paths.flatMap((path) => volatilityReaction(path) ?? [])),
  };
}

function sides(paths: readonly Acted[]): Pick<Behaviour, "long" | "short" | "size"> {
  let [long, short, bars, gross] = [0, 0, 0, 0];
  for (const { result } of paths) {
    for (let t = 1; t < result.position.length; t++) {
      const share = result.position[t] as number;
      bars++;
      gross += Math.abs(share);
      if (share > 0) long++;
      if (share < 0) short++;
    }
  }
  const inMarket = long + short;
  const whole = Math.max(1, bars);
  return { long: long / whole, short: short / whole, size: inMarket === 0 ? null : gross / inMarket };
}

function strongest(paths: readonly Acted[]): Reaction | null {
  let found: Reaction | null = null;
  for (const bars of lookBacks) {
    const value = mean(paths.flatMap((path) => momentumReaction(path, bars) ?? []));
    if (value !== null && Math.abs(value) > Math.abs(found?.correlation ?? 0)) found = { bars, correlation: value };
  }
  return found;
}

/** Correlation of the target at each scored close with the log move of the last `bars` bars. */
function momentumReaction({ market, given }: Acted, bars: number): number | null {
  const { close, length } = market.bars;
  const first = Math.max(bars, market.warmupBars - 1);
  const moves = new Float64Array(Math.max(0, length - first));
  for (let i = 0; i < moves.length; i++) {
    moves[i] = Math.log((close[first + i] as number) / (close[first + i - bars] as number));
  }
  return correlationOf(forwardFill(given.target).subarray(first), moves);
}

/** The same of the size of the target with the standard deviation of the last returns. */
function volatilityReaction({ market, given }: Acted): number | null {
  const first = Math.max(volatilityBars, market.warmupBars - 1);
  // Return i belongs to bar i + 1.
  const spread = stdev(simpleReturns(market.bars.close), volatilityBars).subarray(first - 1);
  return correlationOf(forwardFill(given.target).subarray(first).map(Math.abs), spread);
}

/** Pearson's, over whole columns; null where one of the two does not vary. */
function correlationOf(a: Float64Array, b: Float64Array): number | null {
  if (a.length < 2) return null;
  const whole = correlation(a, b, a.length)[a.length - 1] as number;
  return Number.isNaN(whole) ? null : whole;
}
