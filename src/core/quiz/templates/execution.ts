// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { num } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface Book {
  readonly bid: number;
  readonly ask1: number;
  readonly ask2: number;
  readonly ask3: number;
  readonly size1: number;
  readonly size2: number;
  readonly order: number;
}

const midOf = (p: Book): number => (p.bid + p.ask1) / 2;
const paid = (p: Book): number =>
  (p.size1 * p.ask1 + p.size2 * p.ask2 + (p.order - p.size1 - p.size2) * p.ask3) / p.order;
const bpsOver = (price: number, base: number): number => 10_000 * (price / base - 1);

const walkTheBook = defineTemplate({
  id: "execution-walk-the-book",
  topic: "execution",
  level: 2,
  ...sinceFirst,
  parameters: {
    bid: between(49.8, 49.98, 0.01),
    ask1: between(50.02, 50.12, 0.01),
    ask2: between(50.14, 50.22, 0.01),
    ask3: between(50.24, 50.5, 0.01),
    size1: between(200, 900, 100),
    size2: between(200, 900, 100),
    size3: between(1200, 2000, 100),
    order: between(900, 2400, 100),
  },
  answer: { kind: "choice", unit: units.bps, decimals: 1 },
  text: (p) => ({
    en: `The best bid is ${num(p.bid)}. On the ask side stand ${num(p.size1)} shares at ${num(p.ask1)}, ${num(p.size2)} at ${num(p.ask2)} and ${num(p.size3)} at ${num(p.ask3)}. A market order buys ${num(p.order)} shares. How far above the mid price before the trade is its average fill?`,
    zh: `最优买价为 ${num(p.bid)}；卖盘依次为：${num(p.ask1)} 挂 ${num(p.size1)} 股，${num(p.ask2)} 挂 ${num(p.size2)} 股，${num(p.ask3)} 挂 ${num(p.size3)} 股。一笔市价单买入 ${num(p.order)} 股。其平均成交价比成交前的中间价高出多少？`,
  }),
  accept: (p) => p.order > p.size1 + p.size2 + 100 && p.order < p.size1 + p.size2 + p.size3,
  solve: (p) => bpsOver(paid(p), midOf(p)),
  misconceptions: {
    "only the half spread": (p) => bpsOver(p.ask1, midOf(p)),
    "measured from the best ask": (p) => bpsOver(paid(p), p.ask1),
    "half of the distance to the bid": (p) => bpsOver(paid(p), p.bid) / 2,
    "whole order at the second level": (p) => bpsOver(p.ask2, midOf(p)),
    "plain mean of the three prices": (p) => bpsOver((p.ask1 + p.ask2 + p.ask3) / 3, midOf(p)),
    "whole order at the worst price": (p) => bpsOver(p.ask3, midOf(p)),
    "measured from the best bid": (p) => bpsOver(paid(p), p.bid),
    "spread counted on top of the fill": (p) => bpsOver(paid(p), midOf(p)) + bpsOver(p.ask1, midOf(p)),
  },
});

const shortfall = defineTemplate({
  id: "execution-shortfall",
  topic: "execution",
  level: 3,
  ...sinceFirst,
  parameters: {
    decision: between(39, 41, 0.05),
    order: between(10_000, 20_000, 1000),
    size1: between(3000, 5000, 500),
    price1: between(39.5, 41.5, 0.01),
    size2: between(2000, 4000, 500),
    price2: between(39.5, 42, 0.01),
    close: between(39, 43, 0.05),
    fee: between(0.005, 0.03, 0.005),
  },
  answer: { kind: "numeric", unit: units.bps, decimals: 1, tolerance: 0.3 },
  text: (p) => ({
    en: `A decision to buy ${num(p.order)} shares is taken at a price of ${num(p.decision)}. ${num(p.size1)} shares fill at ${num(p.price1)} and ${num(p.size2)} at ${num(p.price2)}; the rest is cancelled at the end of the day with the price at ${num(p.close)}. The fee is ${num(p.fee)} per share filled. What is the implementation shortfall (execution, opportunity and fees together) in bps of the paper portfolio's value at the decision price? A cost is positive.`,
    zh: `在价格为 ${num(p.decision)} 时决定买入 ${num(p.order)} 股。其中 ${num(p.size1)} 股以 ${num(p.price1)} 成交，${num(p.size2)} 股以 ${num(p.price2)} 成交；其余在收盘时撤单，当时价格为 ${num(p.close)}。每成交一股收费 ${num(p.fee)}。以按决策价计算的纸面组合市值为基数，执行落差（implementation shortfall，含成交成本、机会成本与费用）是多少基点？成本记为正。`,
  }),
  solve: (p) => (10_000 * (shortfallOfFills(p) + missed(p) + p.fee * filled(p))) / (p.order * p.decision),
  misconceptions: {
    "leaves the unfilled shares out": (p) =>
      (10_000 * (shortfallOfFills(p) + p.fee * filled(p))) / (p.order * p.decision),
    "leaves the fees out": (p) => (10_000 * (shortfallOfFills(p) + missed(p))) / (p.order * p.decision),
    "divides by the filled part": (p) =>
      (10_000 * (shortfallOfFills(p) + missed(p) + p.fee * filled(p))) / (filled(p) * p.decision),
    "gain of the unfilled shares instead of its loss": (p) =>
      (10_000 * (shortfallOfFills(p) - missed(p) + p.fee * filled(p))) / (p.order * p.decision),
  },
});

interface Shortfall {
  readonly decision: number;
  readonly order: number;
  readonly size1: number;
  readonly price1: number;
  readonly size2: number;
  readonly price2: number;
  readonly close: number;
}

function filled(p: Shortfall): number {
  return p.size1 + p.size2;
}

function shortfallOfFills(p: Shortfall): number {
  return p.size1 * (p.price1 - p.decision) + p.size2 * (p.price2 - p.decision);
}

function missed(p: Shortfall): number {
  return (p.order - filled(p)) * (p.close - p.decision);
}

/** Execution and microstructure. */
export const execution: readonly QuizTemplate[] = [walkTheBook, shortfall];
