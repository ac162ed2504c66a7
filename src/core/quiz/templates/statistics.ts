// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { psrOf } from "../../metrics/psr.ts";
import { between, oneOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { num, orNaN } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface Moments {
  readonly ratio: number;
  readonly skewness: number;
  readonly kurtosis: number;
  readonly months: number;
}

/** The ratio in %; NaN where it would be shown as 100.0, which no reader takes for an answer. */
const percentPsr = (p: Moments, change: Partial<Moments> = {}): number => {
  const m = { ...p, ...change };
  const percent = 100 * orNaN(psrOf(m.ratio, m.skewness, m.kurtosis, m.months));
  return percent < 99.95 ? percent : Number.NaN;
};

const probabilisticSharpe = defineTemplate({
  id: "statistics-probabilistic-sharpe",
  topic: "statistics",
  level: 3,
  ...sinceFirst,
  parameters: {
    ratio: between(0.08, 0.4, 0.01),
    months: oneOf(24, 30, 36, 48, 60),
    skewness: between(-1.8, 1, 0.1),
    kurtosis: between(3.4, 10, 0.2),
  },
  answer: { kind: "choice", unit: units.percent, decimals: 1 },
  text: (p) => ({
    en: `${num(p.months)} monthly returns of a fund have a Sharpe ratio of ${num(p.ratio)} per month (not annualised), skewness ${num(p.skewness)} and kurtosis ${num(p.kurtosis)} (a normal distribution has 3). What is the probabilistic Sharpe ratio of Bailey and López de Prado, the probability that the true Sharpe ratio is above 0?`,
    zh: `某基金 ${num(p.months)} 个月度收益率的夏普比率为每月 ${num(p.ratio)}（未年化），偏度为 ${num(p.skewness)}，峰度为 ${num(p.kurtosis)}（正态分布为 3）。按 Bailey 与 López de Prado 的概率夏普比率（PSR），真实夏普比率大于 0 的概率是多少？`,
  }),
  accept: (p) => percentPsr(p) > 65 && percentPsr(p) < 98,
  solve: (p) => percentPsr(p),
  misconceptions: {
    "excess kurtosis where kurtosis belongs": (p) => percentPsr(p, { kurtosis: p.kurtosis - 3 }),
    "kurtosis taken for excess kurtosis": (p) => percentPsr(p, { kurtosis: p.kurtosis + 3 }),
    "sign of the skewness": (p) => percentPsr(p, { skewness: -p.skewness }),
    "normal returns": (p) => percentPsr(p, { skewness: 0, kurtosis: 3 }),
    "annual ratio with the number of months": (p) => percentPsr(p, { ratio: p.ratio * Math.sqrt(12) }),
    "two-sided": (p) => 2 * percentPsr(p) - 100,
    "one year of data": (p) => percentPsr(p, { months: 13 }),
    "half of the data": (p) => percentPsr(p, { months: p.months / 2 }),
  },
});

const yearsNeeded = defineTemplate({
  id: "statistics-years-to-significance",
  topic: "statistics",
  level: 2,
  ...sinceFirst,
  parameters: { sharpe: between(0.4, 1.8, 0.05), tStat: oneOf(1.65, 2, 2.5, 3) },
  answer: { kind: "numeric", unit: units.years, decimals: 2, tolerance: 0.05 },
  text: (p) => ({
    en: `Daily returns are independent and a strategy's true annual Sharpe ratio is ${num(p.sharpe)}. After how many years is the expected t-statistic of its mean return ${num(p.tStat)}? Give years to 2 decimals.`,
    zh: `假设日收益率相互独立，某策略真实的年化夏普比率为 ${num(p.sharpe)}。大约需要多少年的数据，其平均收益率的 t 统计量期望才能达到 ${num(p.tStat)}？以年为单位，保留 2 位小数。`,
  }),
  solve: (p) => (p.tStat / p.sharpe) ** 2,
  misconceptions: {
    "no square": (p) => p.tStat / p.sharpe,
    "t squared over the ratio": (p) => p.tStat ** 2 / p.sharpe,
    "the reciprocal": (p) => (p.sharpe / p.tStat) ** 2,
  },
});

/** Statistics. */
export const statistics: readonly QuizTemplate[] = [probabilisticSharpe, yearsNeeded];
