// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { expectedShortfall } from "../../metrics/expected-shortfall.ts";
import { maxDrawdown } from "../../metrics/max-drawdown.ts";
import { between, oneOf, seriesOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { grow, list, num, orNaN, pct, signedPct, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

const positionSize = defineTemplate({
  id: "risk-position-size",
  topic: "risk-management",
  level: 1,
  ...sinceFirst,
  parameters: {
    equity: between(50_000, 250_000, 5000),
    risk: between(0.005, 0.02, 0.0025),
    entry: between(40, 90, 0.5),
    distance: between(1.3, 4.9, 0.2),
  },
  answer: { kind: "numeric", unit: units.shares, decimals: 0, tolerance: 0 },
  text: (p) => ({
    en: `An account of ${num(p.equity)} USD may lose at most ${pct(p.risk)} of its equity on one trade. A long entry at ${num(p.entry)} USD has its stop ${num(p.distance)} USD below. Without gaps and costs, what is the largest whole number of shares?`,
    zh: `账户权益为 ${num(p.equity)} 美元，单笔交易最多可亏损权益的 ${pct(p.risk)}。做多入场价 ${num(p.entry)} 美元，止损设在其下方 ${num(p.distance)} 美元处。不考虑跳空与成本，最多可买多少股（取整）？`,
  }),
  accept: (p) => isFarFromWhole((p.equity * p.risk) / p.distance),
  solve: (p) => Math.floor((p.equity * p.risk) / p.distance),
  misconceptions: {
    "whole equity at the entry price": (p) => Math.floor(p.equity / p.entry),
    "risk amount over the entry price": (p) => Math.floor((p.equity * p.risk) / p.entry),
    "rounded up": (p) => Math.ceil((p.equity * p.risk) / p.distance),
  },
});

/** True if binary noise cannot move the number over the next whole one. */
function isFarFromWhole(x: number): boolean {
  const part = x - Math.floor(x);
  return part > 0.02 && part < 0.98;
}

const shortfallOfTail = defineTemplate({
  id: "risk-historical-shortfall",
  topic: "risk-management",
  level: 2,
  ...sinceFirst,
  parameters: { value: between(200_000, 900_000, 50_000), returns: seriesOf(10, -0.045, 0.04, 0.001) },
  answer: { kind: "numeric", unit: units.usd, decimals: 0, tolerance: 1 },
  text: (p) => ({
    en: `The last ten daily returns of a portfolio: ${list(p.returns, signedPct)}. It is now worth ${num(p.value)} USD. By historical simulation, what is its one-day expected shortfall at the 80% level (the mean loss of the worst 20% of the days), in USD, as a positive number?`,
    zh: `某组合最近十个日收益率为 ${list(p.returns, signedPct)}，目前市值 ${num(p.value)} 美元。按历史模拟法，其 80% 置信水平的单日预期损失（ES，即最差 20% 交易日的平均亏损）是多少美元？以正数表示。`,
  }),
  accept: (p) => lowest(p.returns, 1) < -0.01,
  solve: (p) => p.value * orNaN(expectedShortfall(p.returns, 0.2)),
  misconceptions: {
    "value at risk: the second worst day": (p) => -p.value * lowest(p.returns, 1),
    "the worst day": (p) => -p.value * lowest(p.returns, 0),
    "mean of all losing days": (p) => {
      const losses = p.returns.filter((r) => r < 0);
      return losses.length === 2 ? Number.NaN : (-p.value * sum(losses)) / losses.length;
    },
  },
});

/** The return with `rank` worse ones. */
function lowest(returns: readonly number[], rank: number): number {
  return [...returns].sort((a, b) => a - b)[rank] as number;
}

interface LeveredPath {
  readonly returns: readonly number[];
  readonly leverage: number;
  readonly rate: number;
}

/** Daily returns at a leverage restored every day, after interest on what is borrowed. */
function leveredReturns(p: LeveredPath): readonly number[] {
  return p.returns.map((r) => p.leverage * r - ((p.leverage - 1) * p.rate) / 360);
}

const leveredDrawdown = defineTemplate({
  id: "risk-levered-drawdown",
  topic: "risk-management",
  level: 3,
  ...sinceFirst,
  parameters: {
    returns: seriesOf(7, -0.05, 0.04, 0.001),
    leverage: oneOf(2, 2.5, 3),
    rate: between(0.04, 0.12, 0.01),
  },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.01 },
  text: (p) => ({
    en: `The underlying returns ${list(p.returns, signedPct)} on seven days. A product holds ${num(p.leverage)} times its equity in it, restored at every close, and pays ${pct(p.rate)} / 360 a day on the amount borrowed. What is the maximum drawdown of its equity, the starting value included, in %, as a positive number to 2 decimals?`,
    zh: `标的七日收益率依次为 ${list(p.returns, signedPct)}。某产品始终以自身权益的 ${num(p.leverage)} 倍持有该标的，每日收盘恢复杠杆，并对借入金额每日支付 ${pct(p.rate)} / 360 的利息。其净值（含初始净值）的最大回撤是百分之几？以正数表示，保留 2 位小数。`,
  }),
  accept: (p) => orNaN(maxDrawdown(grow(p.returns))) > 0.05,
  solve: (p) => 100 * orNaN(maxDrawdown(grow(leveredReturns(p)))),
  misconceptions: {
    "leverage times the underlying's drawdown": (p) => 100 * p.leverage * orNaN(maxDrawdown(grow(p.returns))),
    "no interest": (p) => 100 * orNaN(maxDrawdown(grow(p.returns.map((r) => p.leverage * r)))),
    "the underlying's drawdown": (p) => 100 * orNaN(maxDrawdown(grow(p.returns))),
    "leverage never restored": (p) =>
      100 * orNaN(maxDrawdown(grow(p.returns).map((value) => 1 + p.leverage * (value - 1)))),
  },
});

/** Risk management. */
export const riskManagement: readonly QuizTemplate[] = [positionSize, shortfallOfTail, leveredDrawdown];
