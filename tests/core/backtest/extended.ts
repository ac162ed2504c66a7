import type { BacktestOptions } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { BigFloat } from "./big-float.ts";

const zero = BigFloat.of(0);
const one = BigFloat.of(1);

/** Equity of the execution model in 60 digits, written as cash, units and fees; 0 from ruin on. */
export function extendedEquity(bars: Bars, target: ArrayLike<number>, options: BacktestOptions): BigFloat[] {
  const rate = BigFloat.of(options.costs.feeBps / 1e4 + options.costs.slippageBps / 1e4);
  let [cash, units, inForce] = [BigFloat.of(options.initial), zero, 0];
  const equity: BigFloat[] = bars.length > 0 ? [cash] : [];
  for (let t = 1; t < bars.length; t++) {
    const open = BigFloat.of(bars.open[t] ?? 0);
    const before = cash.plus(units.times(open));
    const wanted = target[t - 1] ?? 0;
    const w = Number.isNaN(wanted) ? inForce : wanted;
    if (before.sign > 0 && (options.rebalance === "every-bar" || w !== inForce)) {
      const weight = BigFloat.of(w);
      const d = weight.minus(units.times(open).over(before));
      const side = BigFloat.of(d.sign);
      const traded = d.abs().over(one.plus(side.times(rate).times(weight)));
      const after = before.minus(before.times(rate).times(traded));
      units = weight.times(after).over(open);
      cash = after.minus(units.times(open));
      inForce = w;
    }
    const marked = before.sign > 0 ? cash.plus(units.times(BigFloat.of(bars.close[t] ?? 0))) : zero;
    if (marked.sign <= 0) {
      while (equity.length < bars.length) equity.push(zero);
      return equity;
    }
    equity.push(marked);
  }
  return equity;
}

/** Simple returns of a column in 60 digits. */
export function extendedReturns(values: readonly BigFloat[]): BigFloat[] {
  return values.slice(1).map((value, i) => {
    const before = values[i] ?? zero;
    return before.sign === 0 ? zero : value.minus(before).over(before);
  });
}

/** Mean, and central moments by the number of values: Σ(x − mean)^k/n. */
export function extendedMoments(x: readonly BigFloat[]): { mean: BigFloat; m2: BigFloat; m3: BigFloat; m4: BigFloat } {
  const n = BigFloat.of(x.length);
  const mean = x.reduce((sum, value) => sum.plus(value), zero).over(n);
  let [m2, m3, m4] = [zero, zero, zero];
  for (const value of x) {
    const d = value.minus(mean);
    const square = d.times(d);
    m2 = m2.plus(square);
    m3 = m3.plus(square.times(d));
    m4 = m4.plus(square.times(square));
  }
  return { mean, m2: m2.over(n), m3: m3.over(n), m4: m4.over(n) };
}

/** Deepest fall below the running peak. */
export function extendedDrawdown(equity: readonly BigFloat[]): BigFloat {
  let [peak, depth] = [equity[0] ?? zero, zero];
  for (const value of equity) {
    if (value.minus(peak).sign > 0) peak = value;
    const fall = peak.minus(value).over(peak);
    if (fall.minus(depth).sign > 0) depth = fall;
  }
  return depth;
}
