// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { cagr } from "../../metrics/cagr.ts";
import { calmar } from "../../metrics/calmar.ts";
import { maxDrawdown } from "../../metrics/max-drawdown.ts";
import { mean } from "../../metrics/mean.ts";
import { sharpe } from "../../metrics/sharpe.ts";
import { simpleReturns } from "../../metrics/simple-returns.ts";
import { totalReturn } from "../../metrics/total-return.ts";
import { seriesOf, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { grow, list, num, orNaN, signedPct, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

const compound = defineTemplate({
  id: "returns-compound",
  topic: "returns-risk",
  level: 1,
  ...sinceFirst,
  parameters: { returns: seriesOf(4, -0.08, 0.1, 0.001) },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.02 },
  text: ({ returns }) => ({
    en: `A strategy's simple returns in four consecutive months are ${list(returns, signedPct)}. What is its total compounded return over the whole period, in %, to 2 decimals?`,
    zh: `某策略连续四个月的简单收益率依次为 ${list(returns, signedPct)}。按复利计算，整个区间的总收益率是多少？以 % 表示，保留 2 位小数。`,
  }),
  solve: ({ returns }) => 100 * orNaN(totalReturn(grow(returns))),
  misconceptions: {
    "adds simple returns": ({ returns }) => 100 * sum(returns),
    "takes simple returns for log returns": ({ returns }) => 100 * (Math.exp(sum(returns)) - 1),
    "geometric mean a month instead of the total": ({ returns }) =>
      100 * (orNaN(totalReturn(grow(returns))) + 1) ** (1 / returns.length) - 100,
  },
});

const sharpeOfSeries = defineTemplate({
  id: "returns-sharpe",
  topic: "returns-risk",
  level: 2,
  ...sinceFirst,
  parameters: { returns: seriesOf(6, -0.015, 0.018, 0.0005) },
  answer: { kind: "numeric", unit: units.ratio, decimals: 2, tolerance: 0.02 },
  text: ({ returns }) => ({
    en: `Six daily returns of a strategy: ${list(returns, signedPct)}. Compute its annual Sharpe ratio (risk-free rate 0, sample standard deviation, 252 trading days a year), to 2 decimals.`,
    zh: `某策略的六个日收益率为 ${list(returns, signedPct)}。请计算其年化夏普比率（无风险利率取 0，使用样本标准差，一年按 252 个交易日），保留 2 位小数。`,
  }),
  accept: ({ returns }) => Math.abs(mean(returns)) > 0.0005 && Math.abs(orNaN(sharpe(returns, 252))) < 6,
  solve: ({ returns }) => orNaN(sharpe(returns, 252)),
  misconceptions: {
    "population standard deviation (ddof 0)": ({ returns }) => orNaN(sharpe(returns, 252)) * Math.sqrt(6 / 5),
    "×252 instead of ×√252": ({ returns }) => orNaN(sharpe(returns, 1)) * 252,
    "not annualised": ({ returns }) => orNaN(sharpe(returns, 1)),
    "calendar days instead of trading days": ({ returns }) => orNaN(sharpe(returns, 365)),
  },
});

/** Peak and trough of the deepest drawdown. */
function deepest(equity: readonly number[]): { readonly peak: number; readonly trough: number } {
  let best = { peak: equity[0] as number, trough: equity[0] as number };
  let peak = best.peak;
  for (const value of equity) {
    peak = Math.max(peak, value);
    if (1 - value / peak > 1 - best.trough / best.peak) best = { peak, trough: value };
  }
  return best;
}

const drawdown = defineTemplate({
  id: "returns-max-drawdown",
  topic: "returns-risk",
  level: 2,
  ...sinceFirst,
  parameters: { equity: walkOf(8, 100, 0.08, 0.5) },
  answer: { kind: "choice", unit: units.percent, decimals: 1 },
  text: ({ equity }) => ({
    en: `A strategy's equity at eight successive closes, the starting capital first: ${list(equity, num)}. What is its maximum drawdown?`,
    zh: `某策略连续八个收盘时点的净值（首个为初始资金）为 ${list(equity, num)}。其最大回撤是多少？`,
  }),
  accept: ({ equity }) => orNaN(maxDrawdown(equity)) > 0.04,
  solve: ({ equity }) => 100 * orNaN(maxDrawdown(equity)),
  misconceptions: {
    "measures from the start, not from the running peak": ({ equity }) => 100 * (1 - Math.min(...equity) / 100),
    "from the highest value to the last": ({ equity }) => 100 * (1 - (equity[7] as number) / Math.max(...equity)),
    "largest fall of a single bar": ({ equity }) => -100 * Math.min(...simpleReturns(equity)),
    "highest to lowest value in whatever order": ({ equity }) => 100 * (1 - Math.min(...equity) / Math.max(...equity)),
    "divides by the trough": ({ equity }) => 100 * (deepest(equity).peak / deepest(equity).trough - 1),
    "divides by the starting capital": ({ equity }) => deepest(equity).peak - deepest(equity).trough,
    "adds up all falls": ({ equity }) => -100 * sum([...simpleReturns(equity)].filter((r) => r < 0)),
  },
});

const calmarOfPath = defineTemplate({
  id: "returns-calmar",
  topic: "returns-risk",
  level: 3,
  ...sinceFirst,
  parameters: { equity: walkOf(9, 100, 0.08, 0.1) },
  answer: { kind: "numeric", unit: units.ratio, decimals: 3, tolerance: 0.01 },
  text: ({ equity }) => ({
    en: `Equity at the start and at the end of each of eight quarters: ${list(equity, num)}. Compute the Calmar ratio (compound annual growth over maximum drawdown, the starting capital counts as a peak), to 3 decimals.`,
    zh: `期初及随后八个季度末的净值依次为 ${list(equity, num)}。请计算卡玛比率（年化复合收益率除以最大回撤，初始资金也算作高点），保留 3 位小数。`,
  }),
  accept: ({ equity }) => orNaN(maxDrawdown(equity)) > 0.05 && Math.abs((equity[8] as number) - 100) > 4,
  solve: ({ equity }) => orNaN(calmar(cagr(equity, 4), maxDrawdown(equity))),
  misconceptions: {
    "total return instead of annual growth": ({ equity }) => orNaN(totalReturn(equity)) / orNaN(maxDrawdown(equity)),
    "arithmetic mean of quarterly returns times four": ({ equity }) =>
      (mean(simpleReturns(equity)) * 4) / orNaN(maxDrawdown(equity)),
    "counts nine quarters for nine values": ({ equity }) =>
      ((1 + orNaN(totalReturn(equity))) ** (4 / 9) - 1) / orNaN(maxDrawdown(equity)),
    "drawdown from the start": ({ equity }) => orNaN(cagr(equity, 4)) / (1 - Math.min(...equity) / 100),
  },
});

/** Returns and measures of risk. */
export const returnsRisk: readonly QuizTemplate[] = [compound, sharpeOfSeries, drawdown, calmarOfPath];
