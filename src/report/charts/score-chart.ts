import type { RankingRow } from "../../core/ranking/ranking.ts";
import { formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import { sayBoth } from "../say.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

const rowHeight = 26;

/** Overall score of each model as a dot, with its 95 % interval as a whisker; baselines are hollow and grey. */
export function scoreChart(models: readonly RankingRow[]): Html {
  const rows = models.filter((row) => row.overall !== null);
  const ends = rows.flatMap((row) => [row.overall ?? 0, ...(row.ci.overall ?? [])]);
  const place = (i: number): number => rows.length - 1 - i;
  return plot({
    label: sayBoth("scoreChart"),
    width: 820,
    left: 210,
    right: 24,
    x: {
      kind: "linear",
      domain: [
        Math.min(0, 10 * Math.floor(Math.min(...ends) / 10)),
        Math.max(100, 10 * Math.ceil(Math.max(...ends) / 10)),
      ],
      format: (score) => formatNumber(score, 0),
      title: "scoreAxis",
    },
    panels: [
      {
        height: rowHeight * rows.length,
        domain: [-0.5, rows.length - 0.5],
        ticks: rows.map((_, i) => place(i)),
        format: (at) => shortName(rows[rows.length - 1 - at]?.model ?? ""),
        layers: rows.flatMap((row, i) => whisker(row, place(i))),
      },
    ],
  });
}

function whisker({ baseline, overall, ci }: RankingRow, y: number): readonly Layer[] {
  const color = baseline ? colors.market : colors.strategy;
  const dot: Layer = { kind: "marks", x: [overall ?? 0], y: [y], shape: baseline ? "ring" : "dot", color, size: 4.6 };
  if (ci.overall === null) return [dot];
  return [{ kind: "line", x: ci.overall, y: [y, y], color, width: 1.6 }, dot];
}

function shortName(model: string): string {
  return model.length > 32 ? `${model.slice(0, 31)}…` : model;
}
