// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { num, pct } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface TwoAssets {
  readonly weight: number;
  readonly volA: number;
  readonly volB: number;
  readonly rho: number;
}

/** Volatility of `weight` in A and the rest in B. */
function volatilityOfTwo(p: TwoAssets, rho: number = p.rho): number {
  const a = p.weight * p.volA;
  const b = (1 - p.weight) * p.volB;
  return Math.sqrt(a * a + b * b + 2 * rho * a * b);
}

const twoAssets = defineTemplate({
  id: "portfolio-two-assets",
  topic: "portfolio",
  level: 1,
  ...sinceFirst,
  parameters: {
    weight: between(0.2, 0.8, 0.05),
    volA: between(0.14, 0.3, 0.01),
    volB: between(0.04, 0.12, 0.005),
    rho: between(-0.5, 0.6, 0.1),
  },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.03 },
  text: (p) => ({
    en: `A portfolio holds ${pct(p.weight)} in asset A with a volatility of ${pct(p.volA)} and the rest in asset B with a volatility of ${pct(p.volB)}. Their correlation is ${num(p.rho)}. What is the portfolio's volatility, in %, to 2 decimals?`,
    zh: `某组合将 ${pct(p.weight)} 投资于波动率为 ${pct(p.volA)} 的资产 A，其余投资于波动率为 ${pct(p.volB)} 的资产 B，两者相关系数为 ${num(p.rho)}。该组合的波动率是百分之几？保留 2 位小数。`,
  }),
  accept: (p) => Math.abs(p.rho) > 0.05,
  solve: (p) => 100 * volatilityOfTwo(p),
  misconceptions: {
    "weighted average of volatilities": (p) => 100 * volatilityOfTwo(p, 1),
    "correlation left out": (p) => 100 * volatilityOfTwo(p, 0),
    "factor 2 left out": (p) => 100 * volatilityOfTwo(p, p.rho / 2),
  },
});

interface Levered extends TwoAssets {
  readonly returnA: number;
  readonly returnB: number;
  readonly target: number;
  readonly rate: number;
  readonly turnover: number;
  readonly costBps: number;
}

/** Net return in % at a leverage, with interest on `borrowed` times equity. */
function netReturn(p: Levered, leverage: number, borrowed: number, turnover: number): number {
  const gross = p.weight * p.returnA + (1 - p.weight) * p.returnB;
  return 100 * (leverage * gross - borrowed * p.rate - (turnover * p.costBps) / 10_000);
}

const leverageOf = (p: Levered): number => p.target / volatilityOfTwo(p);

const targetVolatility = defineTemplate({
  id: "portfolio-target-volatility",
  topic: "portfolio",
  level: 3,
  ...sinceFirst,
  parameters: {
    weight: between(0.2, 0.5, 0.05),
    returnA: between(0.06, 0.1, 0.005),
    volA: between(0.14, 0.2, 0.01),
    returnB: between(0.03, 0.05, 0.005),
    volB: between(0.04, 0.08, 0.005),
    rho: between(-0.3, 0.4, 0.1),
    target: between(0.1, 0.16, 0.01),
    rate: between(0.015, 0.04, 0.005),
    turnover: between(1, 4, 0.5),
    costBps: between(10, 40, 5),
  },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.03 },
  text: (p) => ({
    en: `A portfolio of ${pct(p.weight)} in A (expected return ${pct(p.returnA)}, volatility ${pct(p.volA)}) and the rest in B (${pct(p.returnB)}, ${pct(p.volB)}), correlation ${num(p.rho)}, is levered to a volatility of ${pct(p.target)}. The borrowed amount costs ${pct(p.rate)} a year. Each year the levered portfolio turns over ${num(p.turnover)} times its own value, at ${num(p.costBps)} bps of the traded value. What is the expected annual return on equity, net of interest and costs, in %, to 2 decimals?`,
    zh: `某组合以 ${pct(p.weight)} 投资 A（预期收益率 ${pct(p.returnA)}，波动率 ${pct(p.volA)}），其余投资 B（${pct(p.returnB)}，${pct(p.volB)}），相关系数 ${num(p.rho)}，并加杠杆使波动率达到 ${pct(p.target)}。借入资金的年利率为 ${pct(p.rate)}。加杠杆后的组合每年换手 ${num(p.turnover)} 倍（相对其自身市值），成本为成交额的 ${num(p.costBps)} 个基点。扣除利息与成本后，权益的年预期收益率是百分之几？保留 2 位小数。`,
  }),
  accept: (p) => leverageOf(p) > 1.15,
  solve: (p) => netReturn(p, leverageOf(p), leverageOf(p) - 1, leverageOf(p) * p.turnover),
  misconceptions: {
    "interest on the whole position": (p) => netReturn(p, leverageOf(p), leverageOf(p), leverageOf(p) * p.turnover),
    "no interest": (p) => netReturn(p, leverageOf(p), 0, leverageOf(p) * p.turnover),
    "cost of the unlevered portfolio": (p) => netReturn(p, leverageOf(p), leverageOf(p) - 1, p.turnover),
    "weighted average of volatilities": (p) => {
      const leverage = p.target / volatilityOfTwo(p, 1);
      return netReturn(p, leverage, leverage - 1, leverage * p.turnover);
    },
  },
});

interface Kelly {
  readonly excess: number;
  readonly vol: number;
  readonly rate: number;
}

/** Expected log growth in % at a fraction `f` of capital in the asset. */
function growthAt(p: Kelly, f: number, drag = 0.5): number {
  return 100 * (p.rate + f * p.excess - drag * (f * p.vol) ** 2);
}

const fullKelly = (p: Kelly): number => p.excess / p.vol ** 2;

const halfKelly = defineTemplate({
  id: "portfolio-half-kelly",
  topic: "portfolio",
  level: 2,
  ...sinceFirst,
  parameters: { excess: between(0.03, 0.1, 0.005), vol: between(0.12, 0.3, 0.01), rate: between(0.01, 0.05, 0.005) },
  answer: { kind: "choice", unit: units.percent, decimals: 2 },
  text: (p) => ({
    en: `An asset follows a geometric Brownian motion with an expected excess return of ${pct(p.excess)} a year over the riskless rate of ${pct(p.rate)} (both continuously compounded) and a volatility of ${pct(p.vol)}. An investor holds half of the Kelly fraction, rebalanced continuously. What is the expected logarithmic growth of the capital a year?`,
    zh: `某资产服从几何布朗运动，相对无风险利率 ${pct(p.rate)} 的年预期超额收益率为 ${pct(p.excess)}（均为连续复利），波动率为 ${pct(p.vol)}。投资者以凯利比例的一半持仓并连续再平衡。资金每年的预期对数增长率是多少？`,
  }),
  accept: (p) => fullKelly(p) < 4 && Math.abs(fullKelly(p) - 2) > 0.05,
  solve: (p) => growthAt(p, fullKelly(p) / 2),
  misconceptions: {
    "half of the growth of full Kelly": (p) => growthAt(p, fullKelly(p)) / 2,
    "half of the excess growth": (p) => growthAt(p, fullKelly(p) / 2, 1),
    "riskless rate left out": (p) => growthAt({ ...p, rate: 0 }, fullKelly(p) / 2),
    "full Kelly": (p) => growthAt(p, fullKelly(p)),
    "no variance drag at full Kelly": (p) => growthAt(p, fullKelly(p), 0),
    "drag of a quarter of the variance": (p) => growthAt(p, fullKelly(p) / 2, 0.25),
    "interest on the invested part a second time": (p) => growthAt(p, fullKelly(p) / 2) + 50 * fullKelly(p) * p.rate,
  },
});

/** Portfolio theory. */
export const portfolio: readonly QuizTemplate[] = [twoAssets, targetVolatility, halfKelly];
