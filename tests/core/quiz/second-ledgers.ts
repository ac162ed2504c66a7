import { deepestPair, type Values } from "./second-tools.ts";

/** One contract: what is missing to the initial margin after each loss, price by price. */
export function byContract(v: Values): number {
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
export function byDeposits(v: Values): number {
  const dollars = v.n("spot") + (v.n("spot") * v.n("usd") * v.n("days")) / 360;
  const euros = 1 + (v.n("eur") * v.n("days")) / 360;
  return (dollars / euros - v.n("spot")) / 0.0001;
}

/** The account, payment by payment. */
export function byPerpLedger(v: Values): number {
  const coins = (v.n("leverage") * v.n("margin")) / v.n("entry");
  let account = v.n("margin") - coins * v.n("entry") * v.n("feeBps") * 1e-4;
  v.l("marks").forEach((mark, i) => {
    account += coins * mark * (v.l("funding")[i] ?? Number.NaN);
  });
  account += coins * v.n("entry");
  account -= coins * v.n("exit") * (1 + v.n("feeBps") * 1e-4);
  return 100 * (account / v.n("margin") - 1);
}

/** Counts shares until the risk is used up. */
export function byShareCount(v: Values): number {
  let shares = 0;
  while ((shares + 1) * v.n("distance") <= v.n("equity") * v.n("risk")) shares++;
  return shares;
}

/** The two worst losses in dollars. */
export function byWorstTwo(v: Values): number {
  const losses = v.l("returns").map((r) => -r * v.n("value"));
  const worst = Math.max(...losses);
  losses.splice(losses.indexOf(worst), 1);
  return (worst + Math.max(...losses)) / 2;
}

/** Assets and debt, restored to the leverage each evening. */
export function byDebt(v: Values): number {
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
export function byChain(v: Values): number {
  const held = [v.n("priceA") / v.n("split"), v.n("priceB"), v.n("priceC")];
  const moves = [v.n("moveA"), v.n("moveB"), v.n("moveC")];
  const worth = held.reduce((a, b) => a + b, 0);
  const gain = held.reduce((sum, price, i) => sum + price * (moves[i] ?? Number.NaN), 0);
  const yesterday = (v.n("priceA") + v.n("priceB") + v.n("priceC")) / v.n("divisor");
  return yesterday * (1 + gain / worth);
}

/** The program itself. */
export function byTypedArray(v: Values): number {
  const total = new Int32Array(1);
  for (let i = 0; i < v.n("trades"); i++) total[0] = (total[0] ?? 0) + v.n("cents") * v.n("size");
  return total[0] ?? Number.NaN;
}

/** Columns with NaN, in full. */
export function byColumns(v: Values): number {
  const average = (x: readonly number[], n: number): readonly number[] =>
    x.map((_, t) => (t + 1 < n ? Number.NaN : x.slice(t + 1 - n, t + 1).reduce((a, b) => a + b, 0) / n));
  const change = Array.from({ length: 150 }, (_, t) => (t < v.n("lag") ? Number.NaN : t));
  const signal = average(average(change, v.n("slow")), v.n("signal"));
  return signal.findIndex((value) => !Number.isNaN(value)) + 1;
}

/** Sum of the binomial probabilities of one or more. */
export function atLeastOne(v: Values): number {
  let probability = 0;
  let combinations = 1;
  for (let k = 1; k <= v.n("trials"); k++) {
    combinations = (combinations * (v.n("trials") - k + 1)) / k;
    probability += combinations * v.n("alpha") ** k * (1 - v.n("alpha")) ** (v.n("trials") - k);
  }
  return 100 * probability;
}
