import { finite } from "./finite.ts";
import type { Trade } from "./trades.ts";

/** Sum of the profits over sum of the losses of all trades, in money after costs, ≥ 0; null where nothing was lost. */
export function profitFactor(trades: readonly Trade[]): number | null {
  let gains = 0;
  let losses = 0;
  for (const { profit } of trades) {
    if (profit > 0) gains += profit;
    else losses -= profit;
  }
  return losses > 0 ? finite(gains / losses) : null;
}
