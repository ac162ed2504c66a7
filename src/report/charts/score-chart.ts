import type { RankingRow } from "../../core/ranking/ranking.ts";
import { formatNumber } from "../format.ts";
import { type Html, html } from "../html.ts";
import { sayBoth } from "../say.ts";
import { colors } from "./colors.ts";
import { labelHeight } from "./place-labels.ts";
import type { Layer } from "./plot/layer.ts";
import { plot, sayInPlot } from "./plot.ts";
import { shortName } from "./scatter-chart.ts";

/** Many rows stand closer. */
const rowHeights = { few: 26, many: 20 } as const;

/**
 * Trading score of each row as a dot, with its 95 % interval as a whisker; baselines are hollow and grey, and two lines
 * cut the picture: 50, where nothing is won or lost, and the best baseline. Best first; null where nothing is traded.
 */
export function scoreChart(models: readonly RankingRow[]): Html | null {
  const rows = models.filter((row) => row.trading !== null).toSorted((a, b) => (b.trading ?? 0) - (a.trading ?? 0));
  if (rows.length === 0) return null;
  const ends = rows.flatMap((row) => [row.trading ?? 0, ...(row.ci.trading ?? [])]);
  const domain = tens([...ends, 50]);
  const rowHeight = rows.length > 16 ? rowHeights.many : rowHeights.few;
  const place = (i: number): number => rows.length - 1 - i;
  return plot({
    label: sayBoth("tradingChart"),
    width: 660,
    left: 190,
    right: 84,
    x: { kind: "linear", domain, format: (score) => formatNumber(score, 0), title: "tradingAxis" },
    panels: [
      {
        height: rowHeight * rows.length + labelHeight,
        domain: [-0.5, rows.length - 0.5 + labelHeight / rowHeight],
        ticks: rows.map((_, i) => place(i)),
        format: (at) => shortName(rows[rows.length - 1 - at]?.model ?? "", 27),
        layers: [...cuts(rows), ...rows.flatMap((row, i) => whisker(row, place(i)))],
      },
    ],
  });
}

/** A domain that ends at round tens. */
export function tens(values: readonly number[]): readonly [number, number] {
  return [10 * Math.floor(Math.min(...values) / 10), 10 * Math.ceil(Math.max(...values) / 10)];
}

function cuts(rows: readonly RankingRow[]): Layer[] {
  const top = rows.length - 0.5;
  const even: Layer[] = [
    { kind: "rule", x: 50, color: colors.muted, dash: "5 4" },
    { kind: "text", x: 50, y: top, text: sayInPlot("breaksEven"), color: colors.muted, dx: 5, dy: -2 },
  ];
  const best = rows.find((row) => row.baseline);
  if (best?.trading === null || best === undefined) return even;
  const text = html`${shortName(best.model.replace(/^baseline\//, ""), 20)}`;
  // Beside the other line's name there is no room: this one's is on its left.
  const place = { anchor: "end", dx: -5, dy: -2 } as const;
  return [
    ...even,
    { kind: "rule", x: best.trading, color: colors.market, dash: "2 3" },
    { kind: "text", x: Math.min(50, best.trading), y: top, text, color: colors.muted, ...place },
  ];
}

function whisker({ baseline, trading, ci }: RankingRow, y: number): readonly Layer[] {
  const color = baseline ? colors.market : colors.strategy;
  const dot: Layer = { kind: "marks", x: [trading ?? 0], y: [y], shape: baseline ? "ring" : "dot", color, size: 4.6 };
  if (ci.trading === null) return [dot];
  return [{ kind: "line", x: ci.trading, y: [y, y], color, width: 1.6 }, dot];
}
