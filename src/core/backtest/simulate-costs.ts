import type { BacktestColumns } from "../backtest.ts";
import type { Costs } from "../costs.ts";
import { equityAfterOrder } from "./equity-after-order.ts";
import type { Rows } from "./split-bars.ts";

/** Up to this share of equity an order is rounding. */
const smallestOrder = 1e-12;

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
 * Equity is cash + units·price throughout: a short that comes within a millionth of ruin loses six digits.
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
  const fee = costs.feeBps / 10_000;
  const minFee = costs.minFee ?? 0;
  const borrow = (costs.borrowBps ?? 0) / 10_000 / bars.barsPerYear;
  const funding = (costs.fundingBps ?? 0) / 10_000;
  let cash = initial;
  let units = 0;
  let inForce = 0;
  if (n > 0) equity[0] = initial;
  for (let t = 1; t < n; t++) {
    const o = open[t] as number;
    const before = cash + units * o;
    if (before <= 0) return ruin(into, t, 0);
    const w = target[t - 1] as number;
    const held = units * o;
    let tau = 0;
    if ((everyBar || w !== inForce) && Math.abs(w - held / before) > smallestOrder) {
      const slippage = costs.slippageBps / 10_000 + halfSpreadAt(costs, barOf[t] as number) / o;
      const after = equityAfterOrder(before, held, w, { fee, slippage, minFee });
      if (after <= 0) return ruin(into, t, 0);
      const traded = Math.abs(w * after - held);
      tau = traded / before;
      costRates[t] = traded > 0 ? (before - after) / traded : 0;
      units = (w * after) / o;
      cash = (1 - w) * after;
    }
    inForce = w;
    const value = units * (close[t] as number);
    // A row that is not the last of its bar ends at a stop.
    if (barOf[t] !== barOf[t + 1]) cash -= value * (value < 0 ? funding - borrow : funding);
    const marked = cash + value;
    if (marked <= 0) return ruin(into, t, tau);
    if (!(marked < Number.POSITIVE_INFINITY)) return -2 - t;
    equity[t] = marked;
    position[t] = value / marked + 0; // + 0 turns −0 into 0
    turnover[t] = tau;
  }
  return -1;
}

function halfSpreadAt({ halfSpread }: Costs, bar: number): number {
  const half = halfSpread?.[bar] ?? 0;
  return Number.isNaN(half) ? 0 : half;
}

function ruin({ equity, position, turnover }: CostColumns, t: number, tau: number): number {
  equity.fill(0, t);
  position.fill(0, t);
  turnover.fill(0, t);
  turnover[t] = tau;
  return t;
}
