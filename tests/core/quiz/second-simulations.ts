import { bisect, normalArea, type Values, volatilityByVectors } from "./second-tools.ts";

/** Sharpe ratio, its variance from all pairs of returns. */
export function byVariancePairs(v: Values): number {
  const returns = v.l("returns");
  const count = returns.length;
  let squares = 0;
  for (const a of returns) for (const b of returns) squares += (a - b) ** 2 / 2;
  const total = returns.reduce((x, y) => x + y, 0);
  return (total / count / Math.sqrt(squares / (count * (count - 1)))) * Math.sqrt(252);
}

/** Buys in lots of 100 until the order is done. */
export function byLots(v: Values): number {
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
export function byPaperPortfolio(v: Values): number {
  const paper = v.n("order") * (v.n("close") - v.n("decision"));
  const value = (v.n("size1") + v.n("size2")) * v.n("close");
  const outlay = v.n("size1") * (v.n("price1") + v.n("fee")) + v.n("size2") * (v.n("price2") + v.n("fee"));
  return (10_000 * (paper - (value - outlay))) / (v.n("order") * v.n("decision"));
}

/** Cash in and out; the bar is walked from open to low first. */
export function byStopEvents(v: Values): number {
  const cost = v.n("costBps") / 10_000;
  let exit = Number.NaN;
  if (v.n("open") <= v.n("stop")) exit = v.n("open");
  else if (v.n("low") <= v.n("stop")) exit = v.n("stop");
  else if (v.n("high") >= v.n("target")) exit = v.n("target");
  return v.n("shares") * exit * (1 - cost) - v.n("shares") * v.n("entry") * (1 + cost);
}

/** A state machine over the closes. */
export function byTrailingStates(v: Values): number {
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
export function byLedger(v: Values): number {
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

/** Both back-tests as arrays of signs, in logarithms. */
export function bySignArrays(v: Values): number {
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

/** The probability as an area under the normal density. */
export function byDensity(v: Values): number {
  const ratio = v.n("ratio");
  const spread = 1 - v.n("skewness") * ratio + ((v.n("kurtosis") - 1) / 4) * ratio ** 2;
  return 100 * normalArea(ratio * Math.sqrt((v.n("months") - 1) / spread));
}

/** The average as a weighted sum. */
export function byEmaWeights(v: Values): number {
  const closes = v.l("closes");
  const keep = 1 - 2 / (v.n("span") + 1);
  const last = closes.length - 1;
  return closes.reduce((sum, close, i) => sum + close * keep ** (last - i) * (i === 0 ? 1 : 1 - keep), 0);
}

/** The variance of a year as the sum of its correlation matrix. */
export function byCorrelationMatrix(v: Values): number {
  let variance = 0;
  for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) variance += v.n("rho") ** Math.abs(i - j);
  return (12 * v.n("ratio")) / Math.sqrt(variance);
}

/** Assets, debt and costs of one dollar of equity. */
export function byBalanceSheet(v: Values): number {
  const assets = v.n("target") / volatilityByVectors(v);
  const a = assets * v.n("weight");
  const b = assets - a;
  const interest = (assets - 1) * v.n("rate");
  const costs = assets * v.n("turnover") * v.n("costBps") * 1e-4;
  return 100 * (a * v.n("returnA") + b * v.n("returnB") - interest - costs);
}

/** Growth per year of a binomial walk in tiny steps; the Kelly fraction by ternary search. */
export function byCoinTosses(v: Values): number {
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

/** Parity by way of the forward price. */
export function byForwardPrice(v: Values): number {
  const years = v.n("months") / 12;
  const forward = v.n("spot") * Math.exp((v.n("rate") - v.n("dividend")) * years);
  return v.n("call") - (forward - v.n("strike")) / Math.exp(v.n("rate") * years);
}

/** Option and shares marked day by day. */
export function byHedgeBook(v: Values): number {
  let [delta, shares, profit] = [0, 0, 0];
  for (const move of v.l("moves")) {
    profit += delta * move + (v.n("gamma") / 2) * move ** 2 + v.n("theta") + shares * move;
    delta += v.n("gamma") * move;
    profit -= Math.abs(-delta - shares) * v.n("cost");
    shares = -delta;
  }
  return profit * 100 * v.n("contracts");
}

/** The three options one by one. */
export function byLegs(v: Values): number {
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

/** A thousand dollars carried through both contracts. */
export function byHoldings(v: Values): number {
  const atRoll = (1000 / v.n("first")) * v.n("firstAtRoll");
  const end = (atRoll / v.n("secondAtRoll")) * v.n("second");
  return (end - 1000) / 10;
}
