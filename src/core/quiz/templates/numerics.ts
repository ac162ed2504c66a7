// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { num } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface Overflow {
  readonly cents: number;
  readonly size: number;
  readonly trades: number;
}

const exactNotional = (p: Overflow): number => p.cents * p.size * p.trades;

const int32 = defineTemplate({
  id: "numerics-int32-overflow",
  topic: "numerics",
  level: 2,
  ...sinceFirst,
  parameters: { cents: between(9000, 12_000, 5), size: oneOf(100, 200, 300, 500), trades: between(1500, 6000, 100) },
  answer: { kind: "numeric", unit: units.cents, decimals: 0, tolerance: 0 },
  text: (p) => ({
    en: `In TypeScript, const total = new Int32Array(1) collects the traded value in cents: for each of ${num(p.trades)} trades, total[0] += price * size with price = ${p.cents} and size = ${p.size}. What does total[0] hold at the end?`,
    zh: `在 TypeScript 中用 const total = new Int32Array(1) 累计成交额（单位：美分）：对 ${num(p.trades)} 笔成交逐笔执行 total[0] += price * size，其中 price = ${p.cents}，size = ${p.size}。最后 total[0] 的值是多少？`,
  }),
  accept: (p) => exactNotional(p) > 2 ** 31,
  solve: (p) => exactNotional(p) | 0,
  misconceptions: {
    "no overflow": exactNotional,
    "wraps as an unsigned number": (p) => ((exactNotional(p) | 0) < 0 ? exactNotional(p) >>> 0 : Number.NaN),
    "saturates at the largest value": () => 2 ** 31 - 1,
  },
});

const firstEarningBar = defineTemplate({
  id: "numerics-first-earning-bar",
  topic: "numerics",
  level: 2,
  ...sinceFirst,
  parameters: { lag: between(3, 30, 1), slow: between(10, 60, 1), signal: between(4, 20, 1) },
  answer: { kind: "numeric", unit: units.ratio, decimals: 0, tolerance: 0 },
  text: (p) => ({
    en: `Bars are numbered from 0. A strategy takes the rate of change close[t] / close[t − ${num(p.lag)}] − 1, its simple moving average over ${num(p.slow)} bars, and a second simple moving average over ${num(p.signal)} bars of the first. Each column is NaN until its whole window is filled with numbers. On the first bar on which the second average is a number, the strategy decides to be long; the order is filled at the open of the following bar. What is the number of that following bar?`,
    zh: `K线从 0 开始编号。某策略先计算变动率 close[t] / close[t − ${num(p.lag)}] − 1，再对其取 ${num(p.slow)} 根K线的简单移动平均，然后对该均线再取 ${num(p.signal)} 根K线的简单移动平均。每一列在其窗口全部填满数值之前均为 NaN。在第二条均线首次为数值的那根K线上，策略决定做多，订单在其后一根K线开盘时成交。成交的那根K线编号是多少？`,
  }),
  solve: (p) => p.lag + p.slow + p.signal - 1,
  misconceptions: {
    "the bar of the decision": (p) => p.lag + p.slow + p.signal - 2,
    "each window counted in full": (p) => p.lag + p.slow + p.signal + 1,
    "averages started one bar late": (p) => p.lag + p.slow + p.signal,
    "the longest window only": (p) => Math.max(p.lag, p.slow, p.signal),
  },
});

/** Numerics of trading in TypeScript. */
export const numerics: readonly QuizTemplate[] = [int32, firstEarningBar];
