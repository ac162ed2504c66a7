import type { Html } from "../html.ts";
import { ratioAxis, shortNumber } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** Equity on one path, each column relative to its start. */
export interface PooledPath {
  readonly equity: Float64Array;
  readonly held: Float64Array;
  readonly constant: Float64Array;
}

/**
 * The mean over the columns, bar by bar, as far as the shortest goes: the same sum put on every path. Empty without
 * columns.
 */
export function meanColumn(columns: readonly Float64Array[]): Float64Array {
  const bars = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
  const mean = new Float64Array(bars);
  for (const column of columns) for (let t = 0; t < bars; t++) mean[t] = (mean[t] as number) + (column[t] as number);
  return mean.map((sum) => sum / columns.length);
}

/** Equity of every path as thin lines, their mean as a bold one beside those of buy-and-hold and of constant exposure. */
export function pooledChart(label: string, paths: readonly PooledPath[]): Html {
  const means: readonly { y: Float64Array; color: string; width: number; dash?: string }[] = [
    { y: meanColumn(paths.map((path) => path.constant)), color: colors.position, width: 1.4, dash: "4 3" },
    { y: meanColumn(paths.map((path) => path.held)), color: colors.market, width: 1.8 },
    { y: meanColumn(paths.map((path) => path.equity)), color: colors.strategy, width: 2.4 },
  ];
  const ratio = ratioAxis(...paths.map((path) => path.equity), ...means.map((mean) => mean.y));
  const longest = Math.max(2, ...paths.map((path) => path.equity.length));
  const thin = "color-mix(in srgb,var(--strategy) 34%,var(--paper))";
  return plot({
    label,
    width: 660,
    x: { kind: "linear", domain: [0, longest - 1], title: "chartScoredBars" },
    panels: [
      {
        title: ratio.kind === "log" ? "chartEquityLog" : "chartEquity",
        height: 290,
        ...ratio,
        format: shortNumber,
        layers: [
          ...paths.map(({ equity }): Layer => ({ kind: "line", y: equity, color: thin, width: 0.9 })),
          ...means.map((mean): Layer => ({ kind: "line", ...mean })),
        ],
      },
    ],
  });
}
