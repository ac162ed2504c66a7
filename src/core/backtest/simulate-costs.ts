import type { BacktestColumns } from "../backtest.ts";
import type { Costs } from "../costs.ts";
import { equityAfterOrder, type OrderCosts } from "./equity-after-order.ts";
import type { Rows } from "./split-bars.ts";
import { weightedValue } from "./weighted-value.ts";

/** Up to this share of equity an order is rounding. */
const smallestOrder = 1e-12;

/** A short whose equity is below this share of its cash is valued by `weightedValue`, which keeps its digits. */
const distress = 1 / 32;

/** The columns of a back-test in which each order has a cost of its own. */
export interface CostColumns extends BacktestColumns {
  /** [rows] Cost of the order at each open as a fraction of its traded value; 0 where there was none. */
  readonly costRates: Float64Array;
}

/**
 * The plain back-test with every kind of cost: `into` is filled row by row. Borrowing and funding are charged once a
 * bar, at its close, on what the position is worth then: one that is left at an open or by a stop does not pay for
 * that bar.
 *
 * @returns The row of ruin; −1 where there is none; −2 − row where equity is too large for a number.
 */
export function simulateCosts(
  { bars, target, barOf }: Pick<Rows, "bars" | "target" | "barOf">,
  costs: Costs,
  initial: number,
  everyBar: boolean,
  into: CostColumns,
): number {
  const { open, close, length: n } = bars;
  const { equity, position, turnover, costRates } = into;
  // What a bar costs as a fraction of the position's value: that of a short is below 0.
  const longCarry = (costs.fundingBps ?? 0) / 10_000;
  const shortCarry = longCarry - (costs.borrowBps ?? 0) / 10_000 / bars.barsPerYear;
  let cash = initial;
  let units = 0;
  let inForce = 0;
  // The last trade: equity after it, its weight and its price; and what holding has cost since.
  let after = initial;
  let weight = 0;
  let entry = 1;
  let carried = 0;
  let low = 0;
  if (n > 0) equity[0] = initial;
  for (let t = 1; t < n; t++) {
    const o = open[t] as number;
    let before = cash + units * o;
    if (before <= low) before = after * weightedValue(weight, entry, o) - carried;
    if (before <= 0) return ruin(into, t, 0);
    const w = target[t - 1] as number;
    const held = units * o;
    let tau = 0;
    if ((everyBar || w !== inForce) && Math.abs(w - held / before) > smallestOrder) {
      after = equityAfterOrder(before, held, w, orderCosts(costs, barOf[t] as number, o));
      if (after <= 0) return ruin(into, t, 0);
      const traded = Math.abs(w * after - held);
      tau = traded / before;
      costRates[t] = traded > 0 ? (before - after) / traded : 0;
      units = (w * after) / o;
      cash = (1 - w) * after;
      weight = w;
      entry = o;
      carried = 0;
      low = w < 0 ? cash * distress : 0;
    }
    inForce = w;
    const p = close[t] as number;
    const value = units * p;
    // A row that is not the last of its bar ends at a stop.
    const carry = barOf[t] === barOf[t + 1] ? 0 : value * (value < 0 ? shortCarry : longCarry);
    cash -= carry;
    carried += carry;
    let marked = cash + value;
    if (marked <= low) marked = after * weightedValue(weight, entry, p) - carried;
    if (marked <= 0) return ruin(into, t, tau);
    if (!(marked < Number.POSITIVE_INFINITY)) return -2 - t;
    equity[t] = marked;
    position[t] = value / marked + 0; // + 0 turns −0 into 0
    turnover[t] = tau;
  }
  return -1;
}

function orderCosts(costs: Costs, bar: number, price: number): OrderCosts {
  const half = costs.halfSpread?.[bar] ?? 0;
  return {
    fee: costs.feeBps / 10_000,
    slippage: costs.slippageBps / 10_000 + (Number.isNaN(half) ? 0 : half) / price,
    minFee: costs.minFee ?? 0,
  };
}

function ruin({ equity, position, turnover }: CostColumns, t: number, tau: number): number {
  equity.fill(0, t);
  position.fill(0, t);
  turnover.fill(0, t);
  turnover[t] = tau;
  return t;
}
