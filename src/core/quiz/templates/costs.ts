// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { backtest } from "../../backtest.ts";
import type { Bars } from "../../bars.ts";
import { between, oneOf, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, pct } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

const annualDrag = defineTemplate({
  id: "costs-annual-drag",
  topic: "costs",
  level: 1,
  ...sinceFirst,
  parameters: { trips: between(20, 250, 5), feeBps: between(1, 8, 0.5), slippageBps: between(1, 6, 0.5) },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.01 },
  text: (p) => ({
    en: `A strategy makes ${num(p.trips)} round trips a year, each with its whole capital. Fee ${num(p.feeBps)} bps and slippage ${num(p.slippageBps)} bps are paid on every purchase and on every sale. What do trading costs come to, in % of capital a year, without compounding, to 2 decimals?`,
    zh: `某策略每年完成 ${num(p.trips)} 次完整的买卖（一买一卖），每次都动用全部资金。每笔买入和每笔卖出均需支付手续费 ${num(p.feeBps)} 个基点、滑点 ${num(p.slippageBps)} 个基点。不计复利，全年交易成本占资金的百分之几？保留 2 位小数。`,
  }),
  solve: (p) => (p.trips * 2 * (p.feeBps + p.slippageBps)) / 100,
  misconceptions: {
    "one side of the round trip": (p) => (p.trips * (p.feeBps + p.slippageBps)) / 100,
    "fee only": (p) => (p.trips * 2 * p.feeBps) / 100,
    "slippage on one side": (p) => (p.trips * (2 * p.feeBps + p.slippageBps)) / 100,
  },
});

interface Flip {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly long: number;
  readonly short: number;
  readonly costBps: number;
}

/** Bars of six opens and closes; highs and lows play no part. */
function barsOf(p: Flip): Bars {
  const open = Float64Array.from(p.opens);
  const close = Float64Array.from(p.closes);
  return {
    length: open.length,
    time: Float64Array.from(p.opens, (_, t) => t * 86_400_000),
    open,
    high: open.map((value, t) => Math.max(value, close[t] as number)),
    low: open.map((value, t) => Math.min(value, close[t] as number)),
    close,
    volume: new Float64Array(open.length),
    barsPerYear: 252,
  };
}

function finalEquity(p: Flip, target: readonly number[], costBps: number = p.costBps): number {
  const costs = { feeBps: costBps, slippageBps: 0 };
  const run = backtest(barsOf(p), target, { initial: 10_000, costs, rebalance: "on-change" });
  return run.equity[p.opens.length - 1] as number;
}

const targetsOf = (p: Flip): readonly number[] => [p.long, p.long, p.short, p.short, 0, 0];

const flip = defineTemplate({
  id: "costs-flip-long-to-short",
  topic: "costs",
  level: 3,
  ...sinceFirst,
  parameters: {
    opens: walkOf(6, 100, 0.03, 0.5),
    closes: walkOf(6, 100, 0.03, 0.5),
    long: oneOf(0.5, 0.6, 0.8, 1),
    short: oneOf(-0.5, -0.6, -0.8, -1),
    costBps: between(10, 60, 5),
  },
  answer: { kind: "numeric", unit: units.usd, decimals: 2, tolerance: 1 },
  text: (p) => ({
    en: `Six bars have opens ${list(p.opens, num)} and closes ${list(p.closes, num)}. At their closes a strategy decides the target weights ${list(targetsOf(p), num)} (share of equity, negative is short). A target is filled at the next bar's open, only when it differs from the one before (0 before the first bar); units are held in between. After each fill the position is exactly the target weight of equity after costs of ${num(p.costBps)} bps of the traded value. Starting with 10,000 USD in cash without interest, what is the equity at the last close, in USD, to 2 decimals?`,
    zh: `六根K线的开盘价为 ${list(p.opens, num)}，收盘价为 ${list(p.closes, num)}。策略在各根K线收盘时给出的目标仓位为 ${list(targetsOf(p), num)}（占权益比例，负数为做空）。目标仓位在下一根K线开盘成交，且仅在与前一目标不同时才成交（第一根K线之前为 0）；其间持有数量不变。每次成交后，头寸恰为扣除成本后权益的目标比例，成本为成交额的 ${num(p.costBps)} 个基点。初始为 10,000 美元现金且不计利息，最后一根K线收盘时的权益是多少美元？保留 2 位小数。`,
  }),
  solve: (p) => finalEquity(p, targetsOf(p)),
  misconceptions: {
    "no costs": (p) => finalEquity(p, targetsOf(p), 0),
    "filled one bar late": (p) => finalEquity(p, [0, p.long, p.long, p.short, p.short, 0]),
    "short counted as long": (p) => finalEquity(p, targetsOf(p).map(Math.abs)),
    "the flip costs only the new position": (p) => finalEquity(p, targetsOf(p)) * (1 + (p.costBps / 10_000) * p.long),
    "cost charged twice": (p) => finalEquity(p, targetsOf(p), 2 * p.costBps),
  },
});

const breakEven = defineTemplate({
  id: "costs-break-even-win-rate",
  topic: "costs",
  level: 2,
  ...sinceFirst,
  parameters: {
    win: between(0.01, 0.04, 0.001),
    loss: between(0.008, 0.03, 0.001),
    cost: between(0.001, 0.004, 0.0005),
  },
  answer: { kind: "choice", unit: units.percent, decimals: 1 },
  text: (p) => ({
    en: `Before costs a system gains ${pct(p.win)} of capital on a winning trade and loses ${pct(p.loss)} on a losing one. Every round trip costs ${pct(p.cost)} of capital in all. Above which share of winning trades is its expected profit per trade positive?`,
    zh: `不计成本时，某系统盈利交易每笔赚取资金的 ${pct(p.win)}，亏损交易每笔亏损 ${pct(p.loss)}。每次完整的买卖成本合计为资金的 ${pct(p.cost)}。胜率高于多少时，单笔交易的期望收益为正？`,
  }),
  solve: (p) => (100 * (p.loss + p.cost)) / (p.win + p.loss),
  misconceptions: {
    "no costs": (p) => (100 * p.loss) / (p.win + p.loss),
    "cost lowers the loss": (p) => (100 * (p.loss - p.cost)) / (p.win + p.loss),
    "half of the cost": (p) => (100 * (p.loss + p.cost / 2)) / (p.win + p.loss),
    "cost added to both outcomes of the denominator": (p) => (100 * (p.loss + p.cost)) / (p.win + p.loss + 2 * p.cost),
    "cost charged twice": (p) => (100 * (p.loss + 2 * p.cost)) / (p.win + p.loss),
    "cost taken off the denominator": (p) => (100 * (p.loss + p.cost)) / (p.win + p.loss - 2 * p.cost),
    "a pure loss the size of the cost": (p) => 100 * (p.loss / (p.win + p.loss) + p.cost / p.win),
    "odds of the win": (p) => (100 * p.win) / (p.win + p.loss),
  },
});

/** Costs of trading. */
export const costs: readonly QuizTemplate[] = [annualDrag, flip, breakEven];
