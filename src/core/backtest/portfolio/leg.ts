import type { Bars } from "../../bars.ts";
import type { Costs } from "../../costs.ts";
import { rounding } from "../../metrics/rounding.ts";
import type { Trade } from "../../metrics/trades.ts";
import { productError } from "../product-error.ts";
import type { StopFill } from "../stop-fill.ts";
import type { AlignedMarkets } from "./align-markets.ts";
import type { OrderCosts } from "./equity-after-orders.ts";
import type { ExactSum } from "./exact-sum.ts";
import type { LegPlan } from "./plan-leg.ts";

/** What came of one instrument of a portfolio. */
export interface LegResult {
  /** [n] Share of equity in the instrument at each close, signed; 0 where flat or ruined. */
  readonly position: Float64Array;
  /** [n] Traded value of its orders and stops at each bar over the equity before them; 0 where there was none. */
  readonly turnover: Float64Array;
  /** Its orders: bars at whose open it was traded. */
  readonly orders: number;
  /** Its episodes with a position, in order; profits are its own part of the change of equity. */
  readonly trades: readonly Trade[];
  /** The stops that closed it, in order, `bar` being one of the axis. */
  readonly stops: readonly StopFill[];
}

/** One instrument of a portfolio while it is back-tested: its units, and its account with the shared cash. */
export class Leg implements LegResult {
  readonly plan: LegPlan;
  readonly position: Float64Array;
  readonly turnover: Float64Array;
  readonly trades: Trade[] = [];
  readonly stops: StopFill[] = [];
  orders = 0;
  units = 0;
  /** What rounding took from the units. */
  #unitsLow = 0;
  /** The target that was last filled. */
  inForce = 0;
  readonly #bars: Bars;
  readonly #ownBar: Int32Array;
  readonly #own: Bars;
  readonly #costs: Costs;
  /** Cash that the instrument brought in, less what it took. */
  #flow = 0;
  #entry: { readonly bar: number; readonly value: number; readonly equity: number } | null = null;

  constructor(aligned: AlignedMarkets, market: number, plan: LegPlan, costs: Costs) {
    this.plan = plan;
    this.#bars = aligned.markets[market] as Bars;
    this.#own = aligned.own[market] as Bars;
    this.#ownBar = aligned.ownBar[market] as Int32Array;
    this.#costs = costs;
    this.position = new Float64Array(aligned.length);
    this.turnover = new Float64Array(aligned.length);
  }

  /** What is held, at the open of bar t. */
  heldAtOpen(t: number): number {
    return this.units === 0 ? 0 : this.units * (this.#bars.open[t] as number);
  }

  /** What is held, at the close of bar t. */
  heldAtClose(t: number): number {
    return this.units === 0 ? 0 : this.units * (this.#bars.close[t] as number);
  }

  /** Adds what is held at the open of bar t to a sum, or `times` −1 takes it away. */
  addAtOpen(sum: ExactSum, t: number, times: 1 | -1 = 1): ExactSum {
    if (this.units === 0) return sum;
    return sum.addProduct(times * this.units, this.#bars.open[t] as number, times * this.#unitsLow);
  }

  /** Adds what is held at the close of bar t to a sum. */
  addAtClose(sum: ExactSum, t: number): ExactSum {
    if (this.units === 0) return sum;
    return sum.addProduct(this.units, this.#bars.close[t] as number, this.#unitsLow);
  }

  /** What an order at `price` of bar t costs. */
  costsAt(t: number, price: number): OrderCosts {
    const { feeBps, slippageBps, minFee, halfSpread } = this.#costs;
    const half = halfSpread?.[this.#ownBar[t] as number] ?? Number.NaN;
    const spread = Number.isNaN(half) ? 0 : half / price;
    return { fee: feeBps / 10_000, slippage: slippageBps / 10_000 + spread, minFee: minFee ?? 0 };
  }

  /** Fills an order at the open of bar t: from then on `weight` of the equity `after` is held. `before` is equity before all orders. */
  fillAtOpen(t: number, weight: number, before: number, after: number): void {
    const price = this.#bars.open[t] as number;
    const stop = this.plan.stops.get(t);
    const value = weight * after;
    this.#fill(t, price, value, before, stop?.atOpen === true ? stop : undefined);
    const bought = this.units * price;
    const rest = value - bought - productError(this.units, price, bought) + productError(weight, after, value);
    this.#unitsLow = Number.isFinite(rest) ? rest / price : 0;
    this.orders++;
  }

  /** Closes the position at the stop inside bar t, if there is one, into `cash`; `equity` at the open after orders. */
  fillStop(t: number, equity: number, cash: ExactSum): void {
    const price = this.plan.stopPrice[t] as number;
    const stop = this.plan.stops.get(t);
    if (Number.isNaN(price) || this.units === 0 || stop === undefined) return;
    const reference = equity + this.units * price - this.heldAtOpen(t);
    cash.addProduct(this.units, price, this.#unitsLow).add(-this.#fill(t, price, 0, reference, stop));
    this.#unitsLow = 0;
  }

  #fill(t: number, price: number, value: number, before: number, stop: StopFill | undefined): number {
    const held = this.units * price;
    const traded = Math.abs(value - held);
    const { fee, slippage, minFee } = this.costsAt(t, price);
    const cost = Math.max(fee * traded, minFee) + slippage * traded;
    if (Math.sign(value) !== Math.sign(this.units)) {
      // At a flip the closing part of the order, and its cost, belongs to the old trade.
      const between = this.#flow + held - (traded > 0 ? cost * (Math.abs(held) / traded) : 0);
      this.#end(t, between, false, stop);
      this.#entry = value === 0 ? null : { bar: t, value: between, equity: before };
    }
    if (stop !== undefined) this.stops.push(stop);
    this.#flow -= value - held + cost;
    this.units = value / price;
    // A stop that is reached when nothing is left: there is no equity to compare it with.
    if (before > 0) this.turnover[t] = (this.turnover[t] as number) + traded / before;
    return cost;
  }

  /** What holding costs at the close of bar t, in money: borrow and funding, at bars of its own. */
  holdingCost(t: number): number {
    const { borrowBps, fundingBps } = this.#costs;
    if (this.units === 0 || (this.#ownBar[t] as number) < 0) return 0;
    const borrow = this.units < 0 ? (borrowBps ?? 0) / 10_000 / this.#own.barsPerYear : 0;
    const cost = this.heldAtClose(t) * ((fundingBps ?? 0) / 10_000 - borrow);
    this.#flow -= cost;
    return cost;
  }

  /** Ends the trade that is open at bar t, marked at its close, or at its open where `atOpen`. */
  finish(t: number, atOpen: boolean, open: boolean): void {
    this.#end(t, this.#flow + (atOpen ? this.heldAtOpen(t) : this.heldAtClose(t)), open, undefined);
    this.units = 0;
  }

  #end(exitBar: number, value: number, open: boolean, stop: StopFill | undefined): void {
    const entry = this.#entry;
    if (entry === null) return;
    this.#entry = null;
    const gain = value - entry.value;
    const profit = Math.abs(gain) > rounding * entry.equity ? gain : 0;
    const trade = { side: this.units > 0 ? "long" : "short", entryBar: entry.bar, exitBar, open, profit } as const;
    this.trades.push(stop === undefined ? trade : { ...trade, stop });
  }
}
