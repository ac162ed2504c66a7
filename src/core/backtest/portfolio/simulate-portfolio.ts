import { equityAfterOrders, type WeightOrder } from "./equity-after-orders.ts";
import { ExactSum } from "./exact-sum.ts";
import type { Leg } from "./leg.ts";

/** Up to this share of equity an order is rounding. */
const smallestOrder = 1e-12;

/** An order of one instrument at an open. */
interface LegOrder extends WeightOrder {
  readonly leg: Leg;
}

/**
 * Back-tests the legs of a portfolio on shared cash, bar by bar of the axis, and fills `equity` and the legs. Equity is
 * cash + Σ units·price throughout, with twice the digits: it keeps its own where little is left of what shorts owe.
 *
 * @param open [n][markets] opens by market, on the axis.
 * @returns The bar of ruin; null where there is none.
 * @throws RangeError where equity is too large for a number.
 */
export function simulatePortfolio(
  legs: readonly Leg[],
  opens: readonly Float64Array[],
  initial: number,
  everyBar: boolean,
  equity: Float64Array,
): number | null {
  const n = equity.length;
  let cash = new ExactSum(initial);
  if (n > 0) equity[0] = initial;
  for (let t = 1; t < n; t++) {
    const before = legs.reduce((sum, leg) => leg.addAtOpen(sum, t), cash.copy()).value;
    if (before <= 0) return ruin(legs, t, true);
    const filled = ordersAt(legs, opens, t, before, everyBar);
    if (filled === null) return ruin(legs, t, true);
    for (const { leg, weight } of filled.orders) leg.fillAtOpen(t, weight, before, filled.after);
    if (filled.orders.length > 0) {
      cash = legs.reduce((sum, leg) => leg.addAtOpen(sum, t, -1), new ExactSum(filled.after));
    }
    for (const leg of legs) leg.fillStop(t, filled.after, cash);
    for (const leg of legs) cash.add(-leg.holdingCost(t));
    const marked = legs.reduce((sum, leg) => leg.addAtClose(sum, t), cash.copy()).value;
    if (marked <= 0) return ruin(legs, t, false);
    if (!(marked < Number.POSITIVE_INFINITY)) throw new RangeError(`equity at bar ${t} is too large for a number`);
    equity[t] = marked;
    for (const leg of legs) leg.position[t] = leg.heldAtClose(t) / marked + 0; // + 0 turns −0 into 0
  }
  for (const leg of legs) leg.finish(n - 1, false, true);
  return null;
}

/** Orders of the open of bar t, and equity after them; null where that is ruin. Targets filled are noted as in force. */
function ordersAt(
  legs: readonly Leg[],
  opens: readonly Float64Array[],
  t: number,
  before: number,
  everyBar: boolean,
): { readonly orders: readonly LegOrder[]; readonly after: number } | null {
  let orders: LegOrder[] = [];
  let moves = false;
  legs.forEach((leg, i) => {
    const weight = leg.plan.target[t] as number;
    if (Number.isNaN(weight) || (!everyBar && weight === leg.inForce)) return;
    leg.inForce = weight;
    const held = leg.heldAtOpen(t);
    const off = Math.abs(weight - held / before) > smallestOrder;
    if (off) moves = true;
    // A weight that is right so far is not when the costs of other orders are paid; but 0 stays 0.
    if (off || weight !== 0) orders.push({ leg, held, weight, ...leg.costsAt(t, opens[i]?.[t] as number) });
  });
  if (!moves) return { orders: [], after: before };
  for (;;) {
    const after = equityAfterOrders(before, orders);
    if (after <= 0) return null;
    // What is left of an order once the costs of all are paid may be rounding: it is none, and pays no least fee.
    const kept = orders.filter(({ weight, held }) => Math.abs(weight * after - held) > smallestOrder * before);
    if (kept.length === orders.length) return { orders, after };
    orders = kept;
  }
}

/** Positions are 0 from bar t on; orders that were filled at the open of bar t itself still count. */
function ruin(legs: readonly Leg[], t: number, atOpen: boolean): number {
  for (const leg of legs) {
    if (atOpen) leg.turnover[t] = 0;
    leg.finish(t, atOpen, false);
  }
  return t;
}
