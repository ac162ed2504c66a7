import type { PathAnalysis } from "../../report/parts/path-analysis.ts";
import { barOfPath } from "../../report/parts/path-market.ts";
import { endOf } from "../../report/parts/trades-table.ts";

const head = "path,side,entry_bar,exit_bar,bars,entry_price,exit_price,return,equity_return,mae,mfe,ended_by";
const ends = {
  stopLoss: "stop-loss",
  takeProfit: "take-profit",
  trailingStop: "trailing-stop",
  stillOpen: "open",
  ruin: "ruin",
  byTarget: "target",
} as const;

/** All trades of all paths, one a line, numbers in full; bars are counted from a path's first, returns are fractions. */
export function tradesCsv(analyses: readonly PathAnalysis[]): string {
  const lines = analyses.flatMap(({ market, trades }) => {
    const first = barOfPath(market, 0);
    return trades.map((trade) =>
      [
        market.path.replace(/[^\w-]/g, "_"),
        trade.side,
        first + trade.entryBar,
        first + trade.exitBar,
        trade.bars,
        trade.entryPrice,
        trade.exitPrice,
        trade.return,
        trade.equityReturn,
        trade.mae,
        trade.mfe,
        ends[endOf(trade)],
      ].join(","),
    );
  });
  return `${[head, ...lines].join("\n")}\n`;
}
