import { z } from "zod";
import { failureSchema } from "../failure-schema.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Moments, PathScore, PathStats, Utility } from "./path-score.ts";

const optional = (words: string): z.ZodType<number | null> => z.number().nullable().describe(words);

const metrics: z.ZodType<Metrics> = z.strictObject({
  totalReturn: optional("Growth of equity, fraction"),
  cagr: optional("Compound growth per year, fraction"),
  volatility: optional("Standard deviation of returns per year, fraction"),
  sharpe: optional("Annual Sharpe ratio, risk-free rate 0"),
  sortino: optional("Annual Sortino ratio"),
  maxDrawdown: optional("Deepest fall below the running peak, fraction"),
  maxDrawdownBars: optional("Bars from the peak of the deepest drawdown to its recovery, or to the end"),
  calmar: optional("cagr over maxDrawdown"),
  turnover: z.number().describe("Traded value over equity, summed over all rebalances"),
  exposure: optional("Share of bars with a position"),
  orders: z.number().describe("Rebalances"),
  trades: z.number().describe("Episodes from flat, or a flip, to flat"),
  winRate: optional("Share of trades that earned"),
  profitFactor: optional("Gains over losses of the trades"),
  skewness: optional("Skewness of returns"),
  excessKurtosis: optional("Excess kurtosis of returns"),
  var95: optional("5 % quantile of returns as a positive loss, fraction"),
  es95: optional("Mean of the returns below that quantile as a positive loss, fraction"),
  psr: optional("Probability that the true Sharpe ratio is above 0"),
  alpha: optional("Annual alpha against buy-and-hold, fraction"),
  beta: optional("Beta against buy-and-hold"),
  informationRatio: optional("Annual information ratio against buy-and-hold"),
  finalEquity: optional("Equity at the end, in units of the start"),
});

const moments: z.ZodType<Moments> = z.strictObject({
  count: z.int().describe("Number of values"),
  mean: z.number().describe("Mean"),
  m2: z.number().describe("Sum of squared deviations"),
  m3: z.number().describe("Sum of cubed deviations"),
  m4: z.number().describe("Sum of fourth powers of deviations"),
});

const stats: z.ZodType<PathStats> = z.strictObject({
  returns: z.int().describe("Number of scored returns, T"),
  sigma: z.number().describe("Standard deviation of the path's own log returns, per bar"),
  logGrowth: z.number().describe("ln(E_T/E_0), equity floored at 1e-6 of its start"),
  z: z.number().describe("logGrowth over sigma times the root of T"),
  moments: moments.describe("Moments of returns over sigma"),
  runUp: z.number().describe("Largest rise of log equity above the minimum before it"),
  drawdown: z.number().describe("Largest fall of log equity below the maximum before it"),
  exposure: z.number().describe("Mean absolute position"),
});

/** Checks what one program did on one path. */
export const pathScoreSchema: z.ZodType<PathScore> = z.strictObject({
  path: z.string().describe("Path, p1 … p8 or noise"),
  kind: z.enum(["history", "mirror", "twin", "noise"]).describe("Where its bars come from"),
  regime: z.enum(["rising", "falling", "flat"]).describe("Growth against volatility over the scored bars"),
  stress: z.boolean().describe("True if it holds a gap, a crash or a burst of volatility"),
  dataset: z.string().describe("Dataset it was drawn from"),
  symbol: z.string().describe("Instrument it was drawn from"),
  start: z.int().describe("Index of its first bar in the instrument"),
  failure: failureSchema.nullable().describe("What went wrong on this path; null if nothing"),
  stats: stats.nullable().describe("Sufficient statistics for utility; null where failure is set"),
  metrics: metrics.nullable().describe("Metrics of the scored bars; null where failure is set"),
});

/** Checks a utility with its parts. */
export const utilitySchema: z.ZodType<Utility> = z.strictObject({
  value: z.number().min(-1).max(1).describe("U"),
  growth: z.number().describe("R, growth against volatility"),
  sharpe: z.number().describe("S, pooled probabilistic Sharpe"),
  drawdown: z.number().describe("D, run-ups against drawdowns"),
  activity: z.number().describe("A, share of the wanted activity"),
  errors: z.number().describe("e, share of paths with a failure"),
});
