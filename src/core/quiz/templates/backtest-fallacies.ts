// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, seriesOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, pct, signedPct, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

const bestOfMany = defineTemplate({
  id: "fallacies-best-of-many",
  topic: "backtest-fallacies",
  level: 2,
  ...sinceFirst,
  parameters: { trials: between(5, 60, 1), alpha: between(0.01, 0.05, 0.005) },
  answer: { kind: "numeric", unit: units.percent, decimals: 1, tolerance: 0.2 },
  text: (p) => ({
    en: `${num(p.trials)} independent strategies without any edge are each tested once, on data of their own, at a significance level of ${pct(p.alpha)}. What is the probability, in %, that at least one of them looks significant, to 1 decimal?`,
    zh: `对 ${num(p.trials)} 个相互独立、毫无优势的策略各用独立数据检验一次，显著性水平为 ${pct(p.alpha)}。至少有一个看起来“显著”的概率是百分之几？保留 1 位小数。`,
  }),
  solve: (p) => 100 * (1 - (1 - p.alpha) ** p.trials),
  misconceptions: {
    "adds the levels": (p) => 100 * p.trials * p.alpha,
    "probability that none does": (p) => 100 * (1 - p.alpha) ** p.trials,
    "the level itself": (p) => 100 * p.alpha,
    "exactly one": (p) => 100 * p.trials * p.alpha * (1 - p.alpha) ** (p.trials - 1),
  },
});

interface Shift {
  readonly returns: readonly number[];
  readonly costBps: number;
}

/** Compounded return over days 2 … n of the position that follows the sign of the return `lag` days earlier. */
function signFollower(p: Shift, lag: number, costBps: number = p.costBps): number {
  let equity = 1;
  let before = 0;
  for (let t = 1; t < p.returns.length; t++) {
    const position = Math.sign(p.returns[t - lag] as number);
    equity *= 1 + position * (p.returns[t] as number) - (costBps / 10_000) * Math.abs(position - before);
    before = position;
  }
  return 100 * (equity - 1);
}

const shiftedSignal = defineTemplate({
  id: "fallacies-shifted-signal",
  topic: "backtest-fallacies",
  level: 3,
  ...sinceFirst,
  parameters: { returns: seriesOf(7, -0.03, 0.03, 0.001), costBps: between(5, 30, 5) },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.03 },
  text: (p) => ({
    en: `Daily returns of a market on days 1 to 7: ${list(p.returns, signedPct)}. A momentum strategy holds weight +1 after a day with a positive return and −1 after a negative one. A faulty back-test lets it hold, on each of days 2 to 7, the sign of that same day's return; the right one uses the sign of the day before. Both start flat before day 2, multiply capital each day by 1 + weight × return − cost, and charge ${num(p.costBps)} bps × |change of weight| as the day's cost. By how many percentage points does the faulty total return exceed the right one, to 2 decimals?`,
    zh: `某市场第 1 至 7 日的日收益率为 ${list(p.returns, signedPct)}。一个动量策略在上涨日之后持有仓位 +1，在下跌日之后持有 −1。一个有错误的回测在第 2 至 7 日的每一天都按当日收益率的符号持仓；正确的回测按前一日收益率的符号持仓。两者在第 2 日之前均为空仓，每日资金乘以 1 + 仓位 × 收益率 − 成本，当日成本为 ${num(p.costBps)} 个基点 × |仓位变化|。错误回测的总收益率比正确回测高多少个百分点？保留 2 位小数。`,
  }),
  accept: (p) => p.returns.every((r) => Math.abs(r) > 0.0015),
  solve: (p) => signFollower(p, 0) - signFollower(p, 1),
  misconceptions: {
    "no costs": (p) => signFollower(p, 0, 0) - signFollower(p, 1, 0),
    "the faulty return itself": (p) => signFollower(p, 0),
    "adds daily returns": (p) =>
      100 * sum(p.returns.map((r, t) => (t === 0 ? 0 : Math.abs(r) - Math.sign(p.returns[t - 1] as number) * r))),
    "the wrong way round": (p) => signFollower(p, 1) - signFollower(p, 0),
  },
});

/** How back-tests mislead. */
export const backtestFallacies: readonly QuizTemplate[] = [bestOfMany, shiftedSignal];
