// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { num, signedPct } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface PriceWeighted {
  readonly priceA: number;
  readonly priceB: number;
  readonly priceC: number;
  readonly divisor: number;
  readonly split: number;
  readonly moveA: number;
  readonly moveB: number;
  readonly moveC: number;
}

/** Price-weighted index after the moves, with A's price and the divisor as given. */
function indexAfter(p: PriceWeighted, priceA: number, divisor: number): number {
  return (priceA * (1 + p.moveA) + p.priceB * (1 + p.moveB) + p.priceC * (1 + p.moveC)) / divisor;
}

const before = (p: PriceWeighted): number => p.priceA + p.priceB + p.priceC;
const splitDivisor = (p: PriceWeighted): number => (p.divisor * (before(p) - p.priceA * (1 - 1 / p.split))) / before(p);

const indexDivisor = defineTemplate({
  id: "market-index-divisor",
  topic: "market-knowledge",
  level: 2,
  ...sinceFirst,
  parameters: {
    priceA: between(240, 480, 10),
    priceB: between(60, 140, 5),
    priceC: between(40, 120, 5),
    divisor: between(0.4, 0.9, 0.05),
    split: oneOf(2, 4, 5),
    moveA: between(-0.05, 0.06, 0.01),
    moveB: between(-0.05, 0.06, 0.01),
    moveC: between(-0.05, 0.06, 0.01),
  },
  answer: { kind: "numeric", unit: units.points, decimals: 2, tolerance: 0.05 },
  text: (p) => ({
    en: `A price-weighted index of three shares A, B and C, closing at ${num(p.priceA)}, ${num(p.priceB)} and ${num(p.priceC)}, has the divisor ${num(p.divisor)}. After the close A splits ${num(p.split)} for 1 and the divisor is adjusted so that the index does not jump. On the next day A returns ${signedPct(p.moveA)}, B ${signedPct(p.moveB)} and C ${signedPct(p.moveC)} (A against its split-adjusted close). What is the index at that close, in points, to 2 decimals?`,
    zh: `某价格加权指数由 A、B、C 三只股票组成，收盘价分别为 ${num(p.priceA)}、${num(p.priceB)}、${num(p.priceC)}，除数为 ${num(p.divisor)}。收盘后 A 按 ${num(p.split)} 比 1 拆股，并调整除数使指数不出现跳变。次日 A 的收益率为 ${signedPct(p.moveA)}（相对拆股调整后的收盘价），B 为 ${signedPct(p.moveB)}，C 为 ${signedPct(p.moveC)}。当日收盘指数是多少点？保留 2 位小数。`,
  }),
  accept: (p) => p.moveA !== 0 && p.moveB !== 0 && p.moveC !== 0,
  solve: (p) => indexAfter(p, p.priceA / p.split, splitDivisor(p)),
  misconceptions: {
    "divisor left as it was": (p) => indexAfter(p, p.priceA / p.split, p.divisor),
    "weights from before the split": (p) => indexAfter(p, p.priceA, p.divisor),
    "equal weights": (p) => (before(p) / p.divisor) * (1 + (p.moveA + p.moveB + p.moveC) / 3),
    "divisor over the split ratio": (p) => indexAfter(p, p.priceA / p.split, p.divisor / p.split),
  },
});

/** Knowledge of markets. */
export const marketKnowledge: readonly QuizTemplate[] = [indexDivisor];
