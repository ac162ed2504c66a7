import type { CustomSeriesRenderItem } from "echarts";
import type { RankingRow } from "../../core/ranking/ranking.ts";
import { formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import { colors, draw } from "./draw.ts";

const rowHeight = 26;

/** Overall score of each model as a dot, with its 95 % interval as a whisker; baselines are hollow and grey. */
export function scoreChart(models: readonly RankingRow[]): Html {
  const rows = models.filter((row) => row.overall !== null);
  const ends = rows.flatMap((row) => [row.overall ?? 0, ...(row.ci.overall ?? [])]);
  const data = rows.map((row, i) => [
    row.ci.overall?.[0] ?? row.overall,
    row.overall,
    row.ci.overall?.[1] ?? row.overall,
    i,
  ]);
  return draw({
    label: "Overall score of each model with its 95 % interval",
    width: 820,
    height: rowHeight * rows.length + 58,
    option: {
      grid: { left: 210, right: 24, top: 8, bottom: 46 },
      xAxis: {
        type: "value",
        min: Math.min(0, 10 * Math.floor(Math.min(...ends) / 10)),
        max: Math.max(100, 10 * Math.ceil(Math.max(...ends) / 10)),
        interval: 10,
        name: "overall score, points",
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: colors.muted, fontSize: 12 },
        axisLabel: { color: colors.muted, fontSize: 12, formatter: (score: number) => formatNumber(score, 0) },
        axisLine: { show: false },
        splitLine: { lineStyle: { color: colors.rule } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map((row) => (row.model.length > 32 ? `${row.model.slice(0, 31)}…` : row.model)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colors.muted } },
        axisLabel: { color: colors.ink, fontSize: 12.5, interval: 0 },
      },
      series: [{ type: "custom", silent: true, renderItem: whisker(rows), data }],
    },
  });
}

function whisker(rows: readonly RankingRow[]): CustomSeriesRenderItem {
  return (params, api) => {
    const row = rows[params.dataIndex];
    const color = row?.baseline ? colors.market : colors.strategy;
    const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(3)]);
    const [x = 0] = api.coord([api.value(1), api.value(3)]);
    const [x2 = 0] = api.coord([api.value(2), api.value(3)]);
    const line = (from: number, to: number, half: number): object => ({
      type: "line",
      shape: { x1: from, y1: y - half, x2: to, y2: y + half },
      style: { stroke: color, lineWidth: 1.6 },
    });
    const dot = { fill: row?.baseline ? "var(--paper)" : color, stroke: color, lineWidth: 1.8 };
    return {
      type: "group",
      children: [
        line(x1, x2, 0),
        line(x1, x1, 4),
        line(x2, x2, 4),
        { type: "circle", shape: { cx: x, cy: y, r: 4.6 }, style: dot },
      ],
    } as ReturnType<CustomSeriesRenderItem>;
  };
}
