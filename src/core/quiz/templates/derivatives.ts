// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf, seriesOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, pct, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface Parity {
  readonly spot: number;
  readonly strike: number;
  readonly call: number;
  readonly rate: number;
  readonly dividend: number;
  readonly months: number;
}

function putOf(p: Parity): number {
  const years = p.months / 12;
  return p.call - p.spot * Math.exp(-p.dividend * years) + p.strike * Math.exp(-p.rate * years);
}

const parity = defineTemplate({
  id: "derivatives-put-call-parity",
  topic: "derivatives",
  level: 2,
  ...sinceFirst,
  parameters: {
    spot: between(95, 105, 0.5),
    strike: oneOf(95, 100, 105),
    call: between(5, 12, 0.05),
    rate: between(0.02, 0.06, 0.005),
    dividend: between(0.01, 0.04, 0.005),
    months: oneOf(6, 9, 12, 18),
  },
  answer: { kind: "numeric", unit: units.usd, decimals: 2, tolerance: 0.02 },
  text: (p) => ({
    en: `A European call with strike ${num(p.strike)} and ${num(p.months)} months to expiry costs ${num(p.call)} USD. The underlying trades at ${num(p.spot)} USD and pays a continuous dividend yield of ${pct(p.dividend)} a year; the continuously compounded riskless rate is ${pct(p.rate)} a year. What does the European put of the same strike and expiry cost, in USD, to 2 decimals?`,
    zh: `某欧式看涨期权行权价 ${num(p.strike)}，剩余期限 ${num(p.months)} 个月，价格为 ${num(p.call)} 美元。标的现价 ${num(p.spot)} 美元，连续股息率每年 ${pct(p.dividend)}，连续复利无风险利率每年 ${pct(p.rate)}。相同行权价与到期日的欧式看跌期权价格是多少美元？保留 2 位小数。`,
  }),
  accept: (p) => putOf(p) > 1 && p.rate !== p.dividend,
  solve: putOf,
  misconceptions: {
    "no discounting": (p) => p.call - p.spot + p.strike,
    "dividends left out": (p) => putOf({ ...p, dividend: 0 }),
    "rate and dividend yield exchanged": (p) => putOf({ ...p, rate: p.dividend, dividend: p.rate }),
    "parity the wrong way round": (p) => 2 * p.call - putOf(p),
  },
});

interface Scalp {
  readonly contracts: number;
  readonly gamma: number;
  readonly theta: number;
  readonly moves: readonly number[];
  readonly cost: number;
}

/** Profit of gamma, loss of theta, and the cost of the hedges, in USD. */
function scalp(p: Scalp, gammaFactor = 0.5): number {
  const size = 100 * p.contracts;
  const squares = sum(p.moves.map((move) => move * move));
  const traded = sum(p.moves.map((move) => Math.abs(p.gamma * move)));
  return size * (gammaFactor * p.gamma * squares + p.moves.length * p.theta - p.cost * traded);
}

const gammaScalp = defineTemplate({
  id: "derivatives-gamma-scalp",
  topic: "derivatives",
  level: 3,
  ...sinceFirst,
  parameters: {
    contracts: between(10, 60, 5),
    gamma: between(0.03, 0.09, 0.005),
    theta: between(-0.12, -0.03, 0.005),
    moves: seriesOf(4, -3, 3, 0.1),
    cost: between(0.01, 0.05, 0.01),
  },
  answer: { kind: "numeric", unit: units.usd, decimals: 2, tolerance: 1 },
  text: (p) => ({
    en: `A desk is long ${num(p.contracts)} option contracts of 100 shares each and delta-neutral. Per share, gamma is ${num(p.gamma)} and theta is ${num(p.theta)} USD a day; take both as constant. The underlying changes on four days by ${list(p.moves, num)} USD, and the delta is brought back to zero with shares at each of the four closes, at ${num(p.cost)} USD per share traded. By the second-order approximation, what is the total profit in USD, costs included, to 2 decimals?`,
    zh: `某交易台持有 ${num(p.contracts)} 张期权合约多头（每张 100 股），并处于 delta 中性。每股 gamma 为 ${num(p.gamma)}，theta 为每日 ${num(p.theta)} 美元，均视为常数。标的四日的变动依次为 ${list(p.moves, num)} 美元，每日收盘时都用股票将 delta 调回零，每交易一股成本 ${num(p.cost)} 美元。按二阶近似，计入成本后的总盈亏是多少美元？保留 2 位小数。`,
  }),
  accept: (p) => p.moves.every((move) => Math.abs(move) > 0.25),
  solve: (p) => scalp(p),
  misconceptions: {
    "gamma without the one half": (p) => scalp(p, 1),
    "hedged once at the end": (p) => scalp({ ...p, moves: [sum(p.moves)] }) + 100 * p.contracts * 3 * p.theta,
    "theta left out": (p) => scalp({ ...p, theta: 0 }),
    "hedges cost nothing": (p) => scalp({ ...p, cost: 0 }),
    "theta earned": (p) => scalp({ ...p, theta: -p.theta }),
  },
});

interface Ratio {
  readonly low: number;
  readonly high: number;
  readonly lowPremium: number;
  readonly highPremium: number;
  readonly spot: number;
}

/** Profit in USD of one long call and `shorts` short calls; negative `shorts` are bought, negative `credit` is paid. */
function ratioProfit(p: Ratio, shorts: number, premium: number): number {
  return 100 * (Math.max(p.spot - p.low, 0) - shorts * Math.max(p.spot - p.high, 0) + premium);
}

const premiumOf = (p: Ratio): number => 2 * p.highPremium - p.lowPremium;

const ratioSpread = defineTemplate({
  id: "derivatives-ratio-spread",
  topic: "derivatives",
  level: 2,
  ...sinceFirst,
  parameters: {
    low: between(95, 100, 1),
    high: between(105, 110, 1),
    lowPremium: between(4, 9, 0.1),
    highPremium: between(1, 3.5, 0.1),
    spot: between(106, 136, 0.5),
  },
  answer: { kind: "choice", unit: units.usd, decimals: 0 },
  text: (p) => ({
    en: `A trader buys one call with strike ${num(p.low)} for ${num(p.lowPremium)} and sells two calls with strike ${num(p.high)} for ${num(p.highPremium)} each (prices per share, 100 shares a contract, same expiry). At expiry the underlying stands at ${num(p.spot)}. What is the profit of the whole position?`,
    zh: `某交易者以 ${num(p.lowPremium)} 买入一张行权价 ${num(p.low)} 的看涨期权，并以每张 ${num(p.highPremium)} 卖出两张行权价 ${num(p.high)} 的看涨期权（价格按每股计，每张合约 100 股，到期日相同）。到期时标的为 ${num(p.spot)}。整个头寸的盈亏是多少？`,
  }),
  accept: (p) => p.spot > p.high && Math.abs(ratioProfit(p, 2, premiumOf(p))) > 50,
  solve: (p) => ratioProfit(p, 2, premiumOf(p)),
  misconceptions: {
    "one short call instead of two": (p) => ratioProfit(p, 1, p.highPremium - p.lowPremium),
    "premiums left out": (p) => ratioProfit(p, 2, 0),
    "premiums with the wrong sign": (p) => ratioProfit(p, 2, -premiumOf(p)),
    "premium of one short call only": (p) => ratioProfit(p, 2, p.highPremium - p.lowPremium),
    "premium paid counted twice": (p) => ratioProfit(p, 2, premiumOf(p) - p.lowPremium),
    "three short calls": (p) => ratioProfit(p, 3, premiumOf(p)),
    "profit with the wrong sign": (p) => -ratioProfit(p, 2, premiumOf(p)),
  },
});

/** Derivatives and Greeks. */
export const derivatives: readonly QuizTemplate[] = [parity, gammaScalp, ratioSpread];
