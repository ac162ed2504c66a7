import type { AnyValues } from "../../../src/core/quiz/parameter.ts";

/** A template's parameters, read without types: a wrong name gives NaN and so fails its test. */
export interface Values {
  /** The number of that name. */
  readonly n: (name: string) => number;
  /** The list of that name. */
  readonly l: (name: string) => readonly number[];
}

/** Reads drawn values by name. */
export function valuesOf(values: AnyValues): Values {
  return {
    n: (name) => (typeof values[name] === "number" ? values[name] : Number.NaN),
    l: (name) => (Array.isArray(values[name]) ? (values[name] as readonly number[]) : []),
  };
}

function bisect(low: number, high: number, isAbove: (x: number) => boolean): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (isAbove(middle)) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** The deepest of all falls between any two values, later below earlier. */
function deepestPair(equity: readonly number[]): number {
  let deepest = 0;
  equity.forEach((before, i) => {
    for (const after of equity.slice(i + 1)) deepest = Math.max(deepest, 1 - after / before);
  });
  return deepest;
}

/** Area under the normal density up to z, by Simpson's rule. */
function normalArea(z: number): number {
  const steps = 4000;
  const from = -12;
  const h = (z - from) / steps;
  let area = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    area += weight * Math.exp(-0.5 * (from + i * h) ** 2);
  }
  return (area * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** A + B as vectors: B's part along A, and across it. */
function volatilityByVectors(v: Values): number {
  const a = v.n("weight") * v.n("volA");
  const b = (1 - v.n("weight")) * v.n("volB");
  return Math.hypot(a + b * v.n("rho"), b * Math.sqrt(1 - v.n("rho") ** 2));
}

function byVariancePairs(v: Values): number {
  const returns = v.l("returns");
  const count = returns.length;
  let squares = 0;
  for (const a of returns) for (const b of returns) squares += (a - b) ** 2 / 2;
  const total = returns.reduce((x, y) => x + y, 0);
  return (total / count / Math.sqrt(squares / (count * (count - 1)))) * Math.sqrt(252);
}

/** Buys in lots of 100 until the order is done. */
function byLots(v: Values): number {
  const stock = [v.n("size1"), v.n("size2"), v.n("size3")];
  const prices = [v.n("ask1"), v.n("ask2"), v.n("ask3")];
  let spent = 0;
  for (let bought = 0; bought < v.n("order"); bought += 100) {
    const level = stock.findIndex((left) => left > 0);
    stock[level] = (stock[level] ?? 0) - 100;
    spent += 100 * (prices[level] ?? Number.NaN);
  }
  const mid = (v.n("bid") + v.n("ask1")) / 2;
  return (10_000 * (spent / v.n("order") - mid)) / mid;
}

/** Profit of the paper portfolio less that of the real one, both marked at the close. */
function byPaperPortfolio(v: Values): number {
  const paper = v.n("order") * (v.n("close") - v.n("decision"));
  const value = (v.n("size1") + v.n("size2")) * v.n("close");
  const outlay = v.n("size1") * (v.n("price1") + v.n("fee")) + v.n("size2") * (v.n("price2") + v.n("fee"));
  return (10_000 * (paper - (value - outlay))) / (v.n("order") * v.n("decision"));
}

/** Cash in and out; the bar is walked from open to low first. */
function byStopEvents(v: Values): number {
  const cost = v.n("costBps") / 10_000;
  let exit = Number.NaN;
  if (v.n("open") <= v.n("stop")) exit = v.n("open");
  else if (v.n("low") <= v.n("stop")) exit = v.n("stop");
  else if (v.n("high") >= v.n("target")) exit = v.n("target");
  return v.n("shares") * exit * (1 - cost) - v.n("shares") * v.n("entry") * (1 + cost);
}

function byTrailingStates(v: Values): number {
  const cost = v.n("costBps") / 10_000;
  const closes = v.l("closes");
  const paid = (closes[0] ?? Number.NaN) * (1 + cost);
  let peak = 0;
  let isSelling = false;
  for (const close of closes) {
    if (isSelling) return 100 * ((close * (1 - cost)) / paid - 1);
    peak = Math.max(peak, close);
    isSelling = close <= peak - peak * v.n("trail");
  }
  return 100 * (((closes.at(-1) ?? Number.NaN) * (1 - cost)) / paid - 1);
}

/** Cash and units, the equity after each fill found by bisection of the self-financing condition. */
function byLedger(v: Values): number {
  const [opens, closes] = [v.l("opens"), v.l("closes")];
  const targets = [0, v.n("long"), v.n("long"), v.n("short"), v.n("short"), 0];
  let [cash, units] = [10_000, 0];
  let inForce = 0;
  for (let t = 1; t < opens.length; t++) {
    const [open, target] = [opens[t] ?? Number.NaN, targets[t] ?? Number.NaN];
    if (target === inForce) continue;
    const value = cash + units * open;
    const costOf = (after: number): number => (v.n("costBps") / 10_000) * Math.abs(target * after - units * open);
    const after = bisect(0, 2 * value, (x) => x + costOf(x) > value);
    units = (target * after) / open;
    cash = after - units * open;
    inForce = target;
  }
  return cash + units * (closes.at(-1) ?? Number.NaN);
}

function bySignArrays(v: Values): number {
  const returns = v.l("returns");
  const total = (positions: readonly number[]): number => {
    const logs = positions.map((position, i) => {
      const change = Math.abs(position - (positions[i - 1] ?? 0));
      return Math.log1p(position * (returns[i + 1] ?? Number.NaN) - (change * v.n("costBps")) / 10_000);
    });
    return Math.expm1(logs.reduce((a, b) => a + b, 0));
  };
  const signs = returns.map((r) => (r > 0 ? 1 : -1));
  return 100 * (total(signs.slice(1)) - total(signs.slice(0, -1)));
}

function byDensity(v: Values): number {
  const ratio = v.n("ratio");
  const spread = 1 - v.n("skewness") * ratio + ((v.n("kurtosis") - 1) / 4) * ratio ** 2;
  return 100 * normalArea(ratio * Math.sqrt((v.n("months") - 1) / spread));
}

function byEmaWeights(v: Values): number {
  const closes = v.l("closes");
  const keep = 1 - 2 / (v.n("span") + 1);
  const last = closes.length - 1;
  return closes.reduce((sum, close, i) => sum + close * keep ** (last - i) * (i === 0 ? 1 : 1 - keep), 0);
}

function byCorrelationMatrix(v: Values): number {
  let variance = 0;
  for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) variance += v.n("rho") ** Math.abs(i - j);
  return (12 * v.n("ratio")) / Math.sqrt(variance);
}

function byBalanceSheet(v: Values): number {
  const assets = v.n("target") / volatilityByVectors(v);
  const a = assets * v.n("weight");
  const b = assets - a;
  const interest = (assets - 1) * v.n("rate");
  const costs = assets * v.n("turnover") * v.n("costBps") * 1e-4;
  return 100 * (a * v.n("returnA") + b * v.n("returnB") - interest - costs);
}

/** Growth per year of a binomial walk in tiny steps; the Kelly fraction by ternary search. */
function byCoinTosses(v: Values): number {
  const dt = 1e-7;
  const growth = (f: number): number => {
    const drift = (v.n("rate") + f * v.n("excess")) * dt;
    const shock = f * v.n("vol") * Math.sqrt(dt);
    return (Math.log1p(drift + shock) + Math.log1p(drift - shock)) / 2 / dt;
  };
  let [a, b] = [0, 10];
  for (let i = 0; i < 200; i++) {
    const [p, q] = [a + (b - a) / 3, b - (b - a) / 3];
    if (growth(p) < growth(q)) a = p;
    else b = q;
  }
  return 100 * growth((a + b) / 4);
}

function byForwardPrice(v: Values): number {
  const years = v.n("months") / 12;
  const forward = v.n("spot") * Math.exp((v.n("rate") - v.n("dividend")) * years);
  return v.n("call") - (forward - v.n("strike")) / Math.exp(v.n("rate") * years);
}

/** Option and shares marked day by day. */
function byHedgeBook(v: Values): number {
  let [delta, shares, profit] = [0, 0, 0];
  for (const move of v.l("moves")) {
    profit += delta * move + (v.n("gamma") / 2) * move ** 2 + v.n("theta") + shares * move;
    delta += v.n("gamma") * move;
    profit -= Math.abs(-delta - shares) * v.n("cost");
    shares = -delta;
  }
  return profit * 100 * v.n("contracts");
}

function byLegs(v: Values): number {
  const legs = [
    [1, v.n("low"), v.n("lowPremium")],
    [-1, v.n("high"), v.n("highPremium")],
    [-1, v.n("high"), v.n("highPremium")],
  ] as const;
  return legs.reduce((sum, [side, strike, price]) => {
    const worth = v.n("spot") > strike ? v.n("spot") - strike : 0;
    return sum + side * (worth - price) * 100;
  }, 0);
}

function byHoldings(v: Values): number {
  const atRoll = (1000 / v.n("first")) * v.n("firstAtRoll");
  const end = (atRoll / v.n("secondAtRoll")) * v.n("second");
  return (end - 1000) / 10;
}

/** One contract: what is missing to the initial margin after each loss, price by price. */
function byContract(v: Values): number {
  let missing = 0;
  let paid = 0;
  v.l("prices").forEach((price, i, prices) => {
    if (i === 0) return;
    missing += (price - (prices[i - 1] ?? Number.NaN)) * v.n("multiplier");
    if (missing > v.n("initial") - v.n("maintenance")) {
      paid += missing;
      missing = 0;
    }
  });
  return paid * v.n("contracts");
}

/** One euro and its worth in dollars, each put on deposit. */
function byDeposits(v: Values): number {
  const dollars = v.n("spot") + (v.n("spot") * v.n("usd") * v.n("days")) / 360;
  const euros = 1 + (v.n("eur") * v.n("days")) / 360;
  return (dollars / euros - v.n("spot")) / 0.0001;
}

function byPerpLedger(v: Values): number {
  const coins = (v.n("leverage") * v.n("margin")) / v.n("entry");
  let account = v.n("margin") - coins * v.n("entry") * v.n("feeBps") * 1e-4;
  v.l("marks").forEach((mark, i) => {
    account += coins * mark * (v.l("funding")[i] ?? Number.NaN);
  });
  account += coins * v.n("entry");
  account -= coins * v.n("exit") * (1 + v.n("feeBps") * 1e-4);
  return 100 * (account / v.n("margin") - 1);
}

function byShareCount(v: Values): number {
  let shares = 0;
  while ((shares + 1) * v.n("distance") <= v.n("equity") * v.n("risk")) shares++;
  return shares;
}

function byWorstTwo(v: Values): number {
  const losses = v.l("returns").map((r) => -r * v.n("value"));
  const worst = Math.max(...losses);
  losses.splice(losses.indexOf(worst), 1);
  return (worst + Math.max(...losses)) / 2;
}

/** Assets and debt, restored to the leverage each evening. */
function byDebt(v: Values): number {
  const path = [100];
  for (const r of v.l("returns")) {
    const equity = path.at(-1) ?? Number.NaN;
    const assets = equity * v.n("leverage");
    const debt = assets - equity;
    path.push(assets * (1 + r) - debt * (1 + v.n("rate") / 360));
  }
  return 100 * deepestPair(path);
}

/** Yesterday's index times the return of the three shares after the split, one of each held. */
function byChain(v: Values): number {
  const held = [v.n("priceA") / v.n("split"), v.n("priceB"), v.n("priceC")];
  const moves = [v.n("moveA"), v.n("moveB"), v.n("moveC")];
  const worth = held.reduce((a, b) => a + b, 0);
  const gain = held.reduce((sum, price, i) => sum + price * (moves[i] ?? Number.NaN), 0);
  const yesterday = (v.n("priceA") + v.n("priceB") + v.n("priceC")) / v.n("divisor");
  return yesterday * (1 + gain / worth);
}

function byTypedArray(v: Values): number {
  const total = new Int32Array(1);
  for (let i = 0; i < v.n("trades"); i++) total[0] = (total[0] ?? 0) + v.n("cents") * v.n("size");
  return total[0] ?? Number.NaN;
}

/** Columns with NaN, in full. */
function byColumns(v: Values): number {
  const average = (x: readonly number[], n: number): readonly number[] =>
    x.map((_, t) => (t + 1 < n ? Number.NaN : x.slice(t + 1 - n, t + 1).reduce((a, b) => a + b, 0) / n));
  const change = Array.from({ length: 150 }, (_, t) => (t < v.n("lag") ? Number.NaN : t));
  const signal = average(average(change, v.n("slow")), v.n("signal"));
  return signal.findIndex((value) => !Number.isNaN(value)) + 1;
}

function atLeastOne(v: Values): number {
  let probability = 0;
  let combinations = 1;
  for (let k = 1; k <= v.n("trials"); k++) {
    combinations = (combinations * (v.n("trials") - k + 1)) / k;
    probability += combinations * v.n("alpha") ** k * (1 - v.n("alpha")) ** (v.n("trials") - k);
  }
  return 100 * probability;
}

/** The answer of every template by another way: another formula, a simulation, a search. */
export const secondComputations: Readonly<Record<string, (v: Values) => number>> = {
  "returns-compound": (v) => 100 * Math.expm1(v.l("returns").reduce((sum, r) => sum + Math.log1p(r), 0)),
  "returns-sharpe": byVariancePairs,
  "returns-max-drawdown": (v) => 100 * deepestPair(v.l("equity")),
  "returns-calmar": (v) =>
    Math.expm1((4 / 8) * Math.log((v.l("equity").at(-1) ?? Number.NaN) / 100)) / deepestPair(v.l("equity")),
  "execution-walk-the-book": byLots,
  "execution-shortfall": byPaperPortfolio,
  "orders-stop-and-target-in-one-bar": byStopEvents,
  "orders-trailing-stop": byTrailingStates,
  "costs-annual-drag": (v) => {
    let sides = 0;
    for (let trip = 0; trip < v.n("trips"); trip++) sides += 2;
    return (sides * v.n("feeBps") + sides * v.n("slippageBps")) / 100;
  },
  "costs-flip-long-to-short": byLedger,
  "costs-break-even-win-rate": (v) =>
    100 * bisect(0, 1, (p) => p * v.n("win") - (1 - p) * v.n("loss") - v.n("cost") > 0),
  "fallacies-best-of-many": atLeastOne,
  "fallacies-shifted-signal": bySignArrays,
  "statistics-probabilistic-sharpe": byDensity,
  "statistics-years-to-significance": (v) => bisect(0, 1000, (y) => v.n("sharpe") * Math.sqrt(y) > v.n("tStat")),
  "series-ema": byEmaWeights,
  "series-autocorrelated-sharpe": byCorrelationMatrix,
  "series-half-life": (v) => bisect(0, 1000, (bars) => v.n("phi") ** bars < 0.5),
  "portfolio-two-assets": (v) => 100 * volatilityByVectors(v),
  "portfolio-target-volatility": byBalanceSheet,
  "portfolio-half-kelly": byCoinTosses,
  "derivatives-put-call-parity": byForwardPrice,
  "derivatives-gamma-scalp": byHedgeBook,
  "derivatives-ratio-spread": byLegs,
  "futures-roll-return": byHoldings,
  "futures-margin-calls": byContract,
  "fx-forward-points": byDeposits,
  "crypto-short-perpetual": byPerpLedger,
  "crypto-liquidation-price": (v) => {
    const equityAt = (price: number): number => v.n("entry") / v.n("leverage") + price - v.n("entry");
    return bisect(0, v.n("entry"), (price) => equityAt(price) > v.n("maintenance") * price);
  },
  "risk-position-size": byShareCount,
  "risk-historical-shortfall": byWorstTwo,
  "risk-levered-drawdown": byDebt,
  "market-index-divisor": byChain,
  "numerics-int32-overflow": byTypedArray,
  "numerics-first-earning-bar": byColumns,
};
