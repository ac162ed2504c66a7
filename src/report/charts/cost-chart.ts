import type { Phrase } from "../dictionary.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { Html } from "../html.ts";
import { extent, shortNumber } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** Return and Sharpe ratio at one multiple of the costs. */
export interface CostPoint {
  readonly times: number;
  readonly totalReturn: number | null;
  readonly sharpe: number | null;
}

/** Return and Sharpe ratio over multiples of the costs, which `title` calls a path's own unless given. */
export function costChart(label: string, points: readonly CostPoint[], title: Phrase = "chartCostTimes"): Html {
  const x = points.map((point) => point.times);
  const curve = (
    values: readonly (number | null)[],
    color: string,
    format: (value: number) => string,
  ): readonly Layer[] => {
    const y = values.map((value) => value ?? Number.NaN);
    const numbers = values.flatMap((value, i): readonly Layer[] => {
      if (value === null) return [];
      const anchor = i === 0 ? "start" : i === values.length - 1 ? "end" : "middle";
      return [
        { kind: "text", x: x[i] ?? 0, y: value, dy: -7, anchor, text: new Html(format(value)), color: colors.ink },
      ];
    });
    return [
      { kind: "rule", y: 0, color: colors.muted },
      { kind: "line", x, y, color },
      { kind: "marks", x, y, color, shape: "dot", size: 3 },
      ...numbers,
    ];
  };
  // Room for the numbers above the dots.
  const room = (values: readonly (number | null)[]): readonly [number, number] => {
    const { low, high } = extent(values.map((value) => value ?? 0));
    const span = Math.max(1e-6, high - low);
    return [low - 0.12 * span, high + 0.42 * span];
  };
  const returns = points.map((point) => point.totalReturn);
  // Labels of four digits and a decimal would touch one another.
  const wide = returns.some((value) => Math.abs(value ?? 0) >= 10);
  const ratios = points.map((point) => point.sharpe);
  return plot({
    label,
    width: 440,
    x: {
      kind: "linear",
      domain: [0, Math.max(1, ...x)],
      ticks: x,
      format: (times) => `${times}×`,
      title,
    },
    panels: [
      {
        title: "chartTotalReturn",
        height: 76,
        format: (value) => formatPercent(value, 0),
        domain: room(returns),
        layers: curve(returns, colors.strategy, (value) => formatPercent(value, wide ? 0 : 1)),
      },
      {
        title: "chartSharpe",
        height: 56,
        format: shortNumber,
        domain: room(ratios),
        layers: curve(ratios, colors.position, (value) => formatNumber(value, 2)),
      },
    ],
  });
}
