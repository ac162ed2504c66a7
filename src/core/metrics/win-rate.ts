import type { Trade } from "./trades.ts";

/** Share of the trades that earned after costs, in [0, 1]; a trade that came out even did not; null without trades. */
export function winRate(trades: readonly Trade[]): number | null {
  if (trades.length === 0) return null;
  return trades.filter((trade) => trade.profit > 0).length / trades.length;
}
