import { type BacktestOptions, backtest } from "../../backtest.ts";
import type { Costs } from "../../costs.ts";
import { orders } from "../../metrics/orders.ts";
import { trades } from "../../metrics/trades.ts";
import type { PositionsInput } from "../../positions.ts";
import type { AlignedMarkets } from "./align-markets.ts";
import { checkPortfolio } from "./check-portfolio.ts";
import { Leg, type LegResult } from "./leg.ts";
import { planLeg } from "./plan-leg.ts";
import { simulatePortfolio } from "./simulate-portfolio.ts";

/** Settings of the back-test of a portfolio. */
export interface PortfolioOptions extends Omit<BacktestOptions, "costs"> {
  /** One entry a market; `halfSpread` is a column of the market's own bars. */
  readonly costs: readonly Costs[];
}

/** What a portfolio came to on the n bars of its axis. */
export interface PortfolioBacktest {
  /** [n] Equity at each close, after costs; [0] is the starting equity; 0 from ruin on. */
  readonly equity: Float64Array;
  /** [n] Turnover of all instruments at each bar. */
  readonly turnover: Float64Array;
  /** One entry a market, in their order. */
  readonly legs: readonly LegResult[];
  /** Bar at which equity reached 0; null if it never did. */
  readonly ruinBar: number | null;
}

/**
 * Back-tests a portfolio on shared cash. It follows the rules of `backtest` for each instrument, with these choices:
 *
 * - A target of bar t is filled at the next open at which its instrument has a bar; until then the instrument is held, marked at
 *   its last close. The first bar of an instrument never trades.
 * - The orders of one open are filled together, so that each weight is exactly its share of equity after the costs of
 *   all: see equityAfterOrders. Instruments without an order keep their units.
 * - Targets may add up to 1 at most; what is held may come to more, where prices have moved or an order waits for a bar.
 *   Cash below 0 is lent without interest.
 * - Equity is looked at for ruin at opens and closes. Stops are those of each instrument; closing one costs the others nothing.
 *   Borrowing and funding are charged at bars of the instrument.
 *
 * Of one market it is `backtest` itself, bit for bit.
 *
 * @param aligned From `alignMarkets`; n bars of the axis.
 * @param positions One entry a market, columns of length n: see `backtest`. At no bar may the sizes of the targets add up
 * to more than 1 + 1e-9.
 * @throws RangeError as `backtest`, and for targets that add up to more; says which market and where.
 * @example
 * import { alignMarkets, backtestPortfolio, createBars } from "walkforward";
 * const markets = alignMarkets([createBars({ close: [100, 100, 110] }), createBars({ close: [50, 50, 40] })]);
 * const costs = [{ feeBps: 0, slippageBps: 0 }, { feeBps: 0, slippageBps: 0 }];
 * const positions = [{ target: [0.5, 0.5, 0.5] }, { target: [-0.5, -0.5, -0.5] }];
 * const { equity } = backtestPortfolio(markets, positions, { initial: 1000, costs, rebalance: "on-change" });
 * console.log(equity); // Float64Array(3) [ 1000, 1000, 1150 ]
 */
export function backtestPortfolio(
  aligned: AlignedMarkets,
  positions: readonly PositionsInput[],
  options: PortfolioOptions,
): PortfolioBacktest {
  checkPortfolio(aligned, positions, options);
  if (aligned.markets.length === 1) return ofOneMarket(aligned, positions[0] as PositionsInput, options);
  const legs = aligned.markets.map((_, i) => {
    const bars = aligned.own[i] as AlignedMarkets["own"][number];
    const plan = planLeg(bars, aligned.ownBar[i] as Int32Array, positions[i] as PositionsInput);
    return new Leg(aligned, i, plan, options.costs[i] as Costs);
  });
  const equity = new Float64Array(aligned.length);
  const opens = aligned.markets.map(({ open }) => open);
  const ruinBar = simulatePortfolio(legs, opens, options.initial, options.rebalance === "every-bar", equity);
  const turnover = new Float64Array(aligned.length);
  for (const leg of legs)
    for (let t = 0; t < turnover.length; t++) turnover[t] = (turnover[t] as number) + (leg.turnover[t] as number);
  const results = legs.map(({ position, turnover, orders, trades, stops }) => ({
    position,
    turnover,
    orders,
    trades,
    stops,
  }));
  return { equity, turnover, legs: results, ruinBar };
}

function ofOneMarket({ own }: AlignedMarkets, positions: PositionsInput, options: PortfolioOptions): PortfolioBacktest {
  const bars = own[0] as AlignedMarkets["own"][number];
  const result = backtest(bars, positions, { ...options, costs: options.costs[0] as Costs });
  const { equity, position, turnover, ruinBar, stops } = result;
  const leg = { position, turnover, orders: orders(turnover), trades: trades(bars, result), stops: stops ?? [] };
  return { equity, turnover, legs: [leg], ruinBar };
}
