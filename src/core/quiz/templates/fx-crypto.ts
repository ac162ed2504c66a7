// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf, seriesOf, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, pct, signedPct, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

interface Forward {
  readonly spot: number;
  readonly usd: number;
  readonly eur: number;
  readonly days: number;
}

/** Forward points by covered interest parity, simple interest on `year` days. */
function forwardPoints(p: Forward, year = 360): number {
  const growth = (rate: number): number => 1 + (rate * p.days) / year;
  return 10_000 * p.spot * (growth(p.usd) / growth(p.eur) - 1);
}

const forward = defineTemplate({
  id: "fx-forward-points",
  topic: "fx-crypto",
  level: 2,
  ...sinceFirst,
  parameters: {
    spot: between(1.05, 1.2, 0.0005),
    usd: between(0.035, 0.06, 0.0025),
    eur: between(0.01, 0.03, 0.0025),
    days: oneOf(60, 90, 120, 180, 270),
  },
  answer: { kind: "numeric", unit: units.pips, decimals: 1, tolerance: 0.2 },
  text: (p) => ({
    en: `EUR/USD trades at ${num(p.spot)} (USD per EUR). Simple interest rates on an actual/360 basis are ${pct(p.usd)} in USD and ${pct(p.eur)} in EUR. By covered interest parity, how many forward points does a forward in ${num(p.days)} days carry, in pips of 0.0001, to 1 decimal?`,
    zh: `欧元兑美元现价为 ${num(p.spot)}（每欧元的美元数）。按实际天数/360 的单利，美元利率为 ${pct(p.usd)}，欧元利率为 ${pct(p.eur)}。根据抛补利率平价，${num(p.days)} 天远期的升贴水点数是多少个 0.0001？保留 1 位小数。`,
  }),
  solve: (p) => forwardPoints(p),
  misconceptions: {
    "rates exchanged": (p) => forwardPoints({ ...p, usd: p.eur, eur: p.usd }),
    "difference of rates without discounting": (p) => (10_000 * p.spot * (p.usd - p.eur) * p.days) / 360,
    "365 days": (p) => forwardPoints(p, 365),
    "a whole year": (p) => forwardPoints({ ...p, days: 360 }),
  },
});

interface Perp {
  readonly margin: number;
  readonly leverage: number;
  readonly entry: number;
  readonly marks: readonly number[];
  readonly funding: readonly number[];
  readonly exit: number;
  readonly feeBps: number;
}

/** Return on margin in % of a perpetual position; `side` −1 is short, `paid` 1 means that a short receives funding. */
function perpReturn(p: Perp, side: number, paid: number, feeBps: number = p.feeBps): number {
  const coins = (p.margin * p.leverage) / p.entry;
  const funding = -side * paid * sum(p.marks.map((mark, i) => coins * mark * (p.funding[i] as number)));
  const fees = (feeBps / 10_000) * coins * (p.entry + p.exit);
  return (100 * (side * coins * (p.exit - p.entry) + funding - fees)) / p.margin;
}

const perpetual = defineTemplate({
  id: "crypto-short-perpetual",
  topic: "fx-crypto",
  level: 3,
  ...sinceFirst,
  parameters: {
    margin: between(2000, 8000, 500),
    leverage: between(2, 5, 1),
    entry: between(1900, 2100, 5),
    marks: walkOf(4, 2000, 0.015, 1),
    funding: seriesOf(4, -0.0006, 0.0014, 0.0001),
    exit: between(1880, 2120, 5),
    feeBps: between(2, 8, 1),
  },
  answer: { kind: "numeric", unit: units.percent, decimals: 2, tolerance: 0.03 },
  text: (p) => ({
    en: `With ${num(p.margin)} USDT of margin a trader sells a linear perpetual short at ${num(p.entry)} with a leverage of ${num(p.leverage)}, and buys back at ${num(p.exit)}. In between funding falls due four times, at mark prices ${list(p.marks, num)} and rates ${list(p.funding, signedPct)} of the position's value at the mark; longs pay shorts when the rate is positive. The taker fee is ${num(p.feeBps)} bps of the traded value on each side. What is the return on the margin, in %, to 2 decimals?`,
    zh: `某交易者以 ${num(p.margin)} USDT 保证金、${num(p.leverage)} 倍杠杆在 ${num(p.entry)} 做空线性永续合约，并在 ${num(p.exit)} 平仓。其间收付资金费四次，标记价格依次为 ${list(p.marks, num)}，费率依次为 ${list(p.funding, signedPct)}（按头寸的标记价值计）；费率为正时多头付给空头。吃单手续费为双边各成交额的 ${num(p.feeBps)} 个基点。保证金收益率是百分之几？保留 2 位小数。`,
  }),
  accept: (p) => p.exit !== p.entry,
  solve: (p) => perpReturn(p, -1, 1),
  misconceptions: {
    "profit of a long": (p) => perpReturn(p, 1, 1),
    "funding with the wrong sign": (p) => perpReturn(p, -1, -1),
    "funding left out": (p) => perpReturn(p, -1, 0),
    "fees left out": (p) => perpReturn(p, -1, 1, 0),
    "leverage left out": (p) => perpReturn(p, -1, 1) / p.leverage,
  },
});

interface Isolated {
  readonly entry: number;
  readonly leverage: number;
  readonly maintenance: number;
}

const liquidation = defineTemplate({
  id: "crypto-liquidation-price",
  topic: "fx-crypto",
  level: 2,
  ...sinceFirst,
  parameters: {
    entry: between(1800, 2600, 10),
    leverage: between(2, 8, 0.5),
    maintenance: between(0.01, 0.04, 0.0025),
  },
  answer: { kind: "choice", unit: units.usd, decimals: 1 },
  text: (p: Isolated) => ({
    en: `A linear perpetual is bought at ${num(p.entry)} USD with isolated margin at a leverage of ${num(p.leverage)}. It is liquidated when margin plus unrealised profit falls to ${pct(p.maintenance)} of the position's current value. Without fees and funding, at which price is that?`,
    zh: `以逐仓方式、${num(p.leverage)} 倍杠杆在 ${num(p.entry)} 美元做多线性永续合约。当保证金加未实现盈亏降至头寸当前价值的 ${pct(p.maintenance)} 时被强平。不计手续费与资金费，强平价格是多少？`,
  }),
  solve: (p) => (p.entry * (1 - 1 / p.leverage)) / (1 - p.maintenance),
  misconceptions: {
    "no maintenance margin": (p) => p.entry * (1 - 1 / p.leverage),
    "maintenance margin lowers the price": (p) => p.entry * (1 - 1 / p.leverage) * (1 - p.maintenance),
    "maintenance margin taken off at entry": (p) => p.entry * (1 - 1 / p.leverage - p.maintenance),
    "maintenance on the value at entry": (p) => p.entry * (1 - 1 / p.leverage + p.maintenance),
    "inverse contract": (p) => (p.entry * p.leverage * (1 + p.maintenance)) / (p.leverage + 1),
    "half of the margin": (p) => p.entry * (1 - 1 / (2 * p.leverage)),
    "maintenance counted twice": (p) => (p.entry * (1 - 1 / p.leverage)) / (1 - 2 * p.maintenance),
    "liquidation of a short": (p) => (p.entry * (1 + 1 / p.leverage)) / (1 + p.maintenance),
  },
});

/** Mechanics of currencies and crypto markets. */
export const fxCrypto: readonly QuizTemplate[] = [forward, perpetual, liquidation];
