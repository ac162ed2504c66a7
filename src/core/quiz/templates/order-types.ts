// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, pct } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface StopTrade {
  readonly shares: number;
  readonly entry: number;
  readonly stop: number;
  readonly open: number;
  readonly costBps: number;
}

/** Profit of the long trade closed at `exit`, with the cost on both sides. */
function tradeProfit(p: StopTrade, exit: number): number {
  return p.shares * (exit - p.entry - (p.costBps / 10_000) * (exit + p.entry));
}

const gapThroughStop = defineTemplate({
  id: "orders-stop-and-target-in-one-bar",
  topic: "order-types",
  level: 2,
  ...sinceFirst,
  parameters: {
    shares: between(100, 900, 100),
    entry: between(98, 102, 0.5),
    stop: between(94, 96, 0.25),
    target: between(104, 106, 0.25),
    open: between(91, 101, 0.1),
    high: between(106.2, 108, 0.1),
    low: between(88, 90.5, 0.1),
    close: between(97, 104, 0.1),
    costBps: between(2, 20, 1),
  },
  answer: { kind: "numeric", unit: units.usd, decimals: 2, tolerance: 0.5 },
  text: (p) => ({
    en: `A back-test is long ${num(p.shares)} shares, bought at ${num(p.entry)}, with a stop-loss at ${num(p.stop)} and a take-profit at ${num(p.target)}. The next bar has open ${num(p.open)}, high ${num(p.high)}, low ${num(p.low)} and close ${num(p.close)}. Rules: a gap through the stop fills at the open; if stop and take-profit are both touched inside a bar, the stop counts. Each side costs ${num(p.costBps)} bps of the traded value. What is the profit of the trade in USD (a loss is negative), to 2 decimals?`,
    zh: `回测中持有多头 ${num(p.shares)} 股，买入价 ${num(p.entry)}，止损价 ${num(p.stop)}，止盈价 ${num(p.target)}。下一根K线：开盘 ${num(p.open)}，最高 ${num(p.high)}，最低 ${num(p.low)}，收盘 ${num(p.close)}。规则：跳空越过止损价时按开盘价成交；同一根K线内止损与止盈均被触及时按止损计。买卖双边各收取成交额的 ${num(p.costBps)} 个基点。该笔交易盈亏是多少美元（亏损为负）？保留 2 位小数。`,
  }),
  solve: (p) => tradeProfit(p, Math.min(p.open, p.stop)),
  misconceptions: {
    "fills at the stop through a gap": (p) => (p.open < p.stop ? tradeProfit(p, p.stop) : Number.NaN),
    "fills at the open without a gap": (p) => (p.open < p.stop ? Number.NaN : tradeProfit(p, p.open)),
    "take-profit before stop": (p) => tradeProfit(p, p.target),
    "holds until the close": (p) => tradeProfit(p, p.close),
    "fills at the low": (p) => tradeProfit(p, p.low),
    "cost on one side": (p) => {
      const exit = Math.min(p.open, p.stop);
      return p.shares * (exit - p.entry - (p.costBps / 10_000) * p.entry);
    },
  },
});

interface Trail {
  readonly closes: readonly number[];
  readonly trail: number;
  readonly costBps: number;
}

/** The first bar whose close is at or below the trailing level; −1 if none. */
function triggerBar(p: Trail, trails: boolean): number {
  let highest = p.closes[0] as number;
  return p.closes.findIndex((close) => {
    if (trails) highest = Math.max(highest, close);
    return close <= highest * (1 - p.trail);
  });
}

function trailReturn(p: Trail, exit: number): number {
  const cost = p.costBps / 10_000;
  return 100 * ((exit * (1 - cost)) / ((p.closes[0] as number) * (1 + cost)) - 1);
}

const trailingStop = defineTemplate({
  id: "orders-trailing-stop",
  topic: "order-types",
  level: 3,
  ...sinceFirst,
  parameters: { closes: walkOf(9, 100, 0.035, 0.1), trail: between(0.03, 0.06, 0.005), costBps: between(5, 25, 5) },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.02 },
  text: (p) => ({
    en: `A long position is opened at the first of these closes: ${list(p.closes, num)}. A trailing stop of ${pct(p.trail)} below the highest close since entry is checked at each close only; once a close is at or below it, the position is sold at the close of the following bar. If it is never touched, the position is sold at the last close. Each side costs ${num(p.costBps)} bps of the traded value: buying takes price × (1 + cost), selling yields price × (1 − cost). What is the net return on the amount paid, in %, to 2 decimals?`,
    zh: `收盘价依次为 ${list(p.closes, num)}，在第一个收盘价开多。跟踪止损设在入场以来最高收盘价下方 ${pct(p.trail)}，仅在每根K线收盘时检查；一旦收盘价等于或低于止损线，则在下一根K线收盘时卖出。若始终未触发，则在最后一个收盘价卖出。买卖双边各收取成交额的 ${num(p.costBps)} 个基点：买入支付 价格 ×（1 + 成本），卖出得到 价格 ×（1 − 成本）。相对于所付金额的净收益率是多少？以 % 表示，保留 2 位小数。`,
  }),
  accept: (p) => triggerBar(p, true) >= 2 && triggerBar(p, true) <= 6,
  solve: (p) => trailReturn(p, p.closes[triggerBar(p, true) + 1] as number),
  misconceptions: {
    "sells at the close that triggers": (p) => trailReturn(p, p.closes[triggerBar(p, true)] as number),
    "sells at the stop level": (p) =>
      trailReturn(p, Math.max(...p.closes.slice(0, triggerBar(p, true))) * (1 - p.trail)),
    "stop stays below the entry price": (p) => {
      const fixed = triggerBar(p, false);
      return fixed === triggerBar(p, true)
        ? Number.NaN
        : trailReturn(p, p.closes[fixed < 0 ? 8 : fixed + 1] ?? Number.NaN);
    },
    "no costs": (p) => trailReturn({ ...p, costBps: 0 }, p.closes[triggerBar(p, true) + 1] as number),
  },
});

/** Order types and how a back-test fills them. */
export const orderTypes: readonly QuizTemplate[] = [gapThroughStop, trailingStop];
