import type { TradeRow } from "../../core/metrics/trade-list.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import { colors } from "./colors.ts";
import { plot } from "./plot.ts";

/** A picture with more dots than that is a blot. */
const most = 600;

/** How far each trade went against its entry (right) and in its favour (up); winners and losers told apart by shape and colour. */
export function excursionChart(label: string, trades: readonly TradeRow[]): Html {
  const shown = trades.slice(0, most);
  const dots = (won: boolean): { x: number[]; y: number[] } => {
    const own = shown.filter((trade) => trade.profit > 0 === won);
    return { x: own.map((trade) => trade.mae), y: own.map((trade) => trade.mfe) };
  };
  const furthest = Math.max(1e-6, ...shown.map((trade) => trade.mae));
  return plot({
    label,
    width: 440,
    x: {
      kind: "linear",
      domain: [0, furthest * 1.04],
      format: (value) => formatPercent(value, decimals(furthest)),
      title: "chartMae",
    },
    panels: [
      {
        title: "chartMfe",
        height: 140,
        domain: [0, null],
        format: (value) => formatPercent(value, decimals(Math.max(0, ...shown.map((trade) => trade.mfe)))),
        layers: [
          { kind: "marks", shape: "cross", color: colors.loss, size: 2.6, ...dots(false) },
          { kind: "marks", shape: "dot", color: colors.strategy, size: 2.8, ...dots(true) },
        ],
      },
    ],
  });
}

/** Decimals of percent that tell the ticks of an axis of this length apart. */
function decimals(length: number): number {
  return length > 0.05 ? 0 : length > 0.005 ? 1 : 2;
}
