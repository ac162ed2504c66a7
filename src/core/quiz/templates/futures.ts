// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

const rollReturn = defineTemplate({
  id: "futures-roll-return",
  topic: "futures",
  level: 2,
  ...sinceFirst,
  parameters: {
    first: between(68, 74, 0.1),
    firstAtRoll: between(66, 78, 0.1),
    secondAtRoll: between(66, 80, 0.1),
    second: between(64, 84, 0.1),
  },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.02 },
  text: (p) => ({
    en: `A fully collateralised long position buys the near contract at ${num(p.first)}, sells it on the roll day at ${num(p.firstAtRoll)}, at the same moment buys the next contract at ${num(p.secondAtRoll)} with the same dollar exposure, and sells that at ${num(p.second)}. Without interest and costs, what is the compounded return of the two legs, in %, to 2 decimals?`,
    zh: `某全额抵押的多头以 ${num(p.first)} 买入近月合约，在移仓日以 ${num(p.firstAtRoll)} 卖出，同时以 ${num(p.secondAtRoll)} 买入同等美元敞口的下一合约，之后以 ${num(p.second)} 卖出。不计利息与成本，两段持仓的复合收益率是百分之几？保留 2 位小数。`,
  }),
  accept: (p) => Math.abs(p.firstAtRoll - p.secondAtRoll) > 0.5,
  solve: (p) => 100 * ((p.firstAtRoll / p.first) * (p.second / p.secondAtRoll) - 1),
  misconceptions: {
    "spliced prices without adjustment": (p) => 100 * (p.second / p.first - 1),
    "price differences over the first price": (p) =>
      (100 * (p.firstAtRoll - p.first + p.second - p.secondAtRoll)) / p.first,
    "first leg only": (p) => 100 * (p.firstAtRoll / p.first - 1),
    "roll gap counted as profit": (p) =>
      100 * ((p.firstAtRoll / p.first) * (p.second / p.secondAtRoll) * (p.secondAtRoll / p.firstAtRoll) ** 2 - 1),
  },
});

interface Margin {
  readonly contracts: number;
  readonly multiplier: number;
  readonly initial: number;
  readonly maintenance: number;
  readonly prices: readonly number[];
}

interface MarginRules {
  /** −1 for a short position. */
  readonly side: number;
  /** What a call restores, a contract. */
  readonly restored: number;
}

/** Sum of the deposits that daily settlement asks for. */
function margined(p: Margin, rules: MarginRules): number {
  const size = p.contracts * p.multiplier * rules.side;
  let account = p.contracts * p.initial;
  let deposits = 0;
  for (let day = 1; day < p.prices.length; day++) {
    account += size * ((p.prices[day] as number) - (p.prices[day - 1] as number));
    if (account >= p.contracts * p.maintenance) continue;
    const call = p.contracts * rules.restored - account;
    account += call;
    deposits += call;
  }
  return deposits;
}

/** A short whose calls restore the initial margin. */
const shortRules = (p: Margin): MarginRules => ({ side: -1, restored: p.initial });

const marginCalls = defineTemplate({
  id: "futures-margin-calls",
  topic: "futures",
  level: 3,
  ...sinceFirst,
  parameters: {
    contracts: between(2, 8, 1),
    multiplier: oneOf(20, 50),
    initial: between(9000, 12_000, 500),
    maintenance: between(7500, 8500, 250),
    prices: walkOf(7, 4800, 0.011, 0.25),
  },
  answer: { kind: "numeric", unit: units.usd, decimals: 2, tolerance: 1 },
  text: (p) => ({
    en: `A trader shorts ${num(p.contracts)} index futures with a multiplier of ${num(p.multiplier)} USD a point at ${num(p.prices[0] as number)} and deposits the initial margin of ${num(p.initial)} USD a contract. The maintenance margin is ${num(p.maintenance)} USD a contract. The next six settlements are ${list(p.prices.slice(1), num)}. Whenever the account is below maintenance after settlement, it is topped up to the initial margin at once; gains stay in the account. How much is deposited in margin calls altogether, in USD?`,
    zh: `某交易者在 ${num(p.prices[0] as number)} 点做空 ${num(p.contracts)} 手股指期货，合约乘数为每点 ${num(p.multiplier)} 美元，并按每手 ${num(p.initial)} 美元缴纳初始保证金，维持保证金为每手 ${num(p.maintenance)} 美元。随后六个交易日的结算价为 ${list(p.prices.slice(1), num)}。每日结算后若账户低于维持保证金，则立即补足至初始保证金；盈利留在账户内。追加保证金合计为多少美元？`,
  }),
  accept: (p) => margined(p, shortRules(p)) > 0,
  solve: (p) => margined(p, shortRules(p)),
  misconceptions: {
    "short settled as a long": (p) => margined(p, { side: 1, restored: p.initial }),
    "topped up to the maintenance margin": (p) => margined(p, { side: -1, restored: p.maintenance }),
    "one contract": (p) => margined({ ...p, contracts: 1 }, shortRules(p)),
    "the fall below maintenance margin at the highest settlement": (p) =>
      Math.max(0, p.contracts * (p.maintenance - p.initial + p.multiplier * (Math.max(...p.prices) - 4800))),
  },
});

/** Futures and rolls. */
export const futures: readonly QuizTemplate[] = [rollReturn, marginCalls];
