import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import { shortNumber } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** Return and Sharpe ratio at one multiple of the costs. */
export interface CostPoint {
  readonly times: number;
  readonly totalReturn: number | null;
  readonly sharpe: number | null;
}

/** Return and Sharpe ratio over multiples of the costs. */
export function costChart(label: string, points: readonly CostPoint[]): Html {
  const x = points.map((point) => point.times);
  const curve = (values: readonly (number | null)[], color: string): readonly Layer[] => {
    const y = values.map((value) => value ?? Number.NaN);
    return [
      { kind: "rule", y: 0, color: colors.muted },
      { kind: "line", x, y, color },
      { kind: "marks", x, y, color, shape: "dot", size: 3 },
    ];
  };
  return plot({
    label,
    width: 440,
    x: {
      kind: "linear",
      domain: [0, Math.max(1, ...x)],
      ticks: x,
      format: (times) => `${times}×`,
      title: "chartCostTimes",
    },
    panels: [
      {
        title: "chartTotalReturn",
        height: 76,
        format: (value) => formatPercent(value, 0),
        layers: curve(
          points.map((point) => point.totalReturn),
          colors.strategy,
        ),
      },
      {
        title: "chartSharpe",
        height: 56,
        format: shortNumber,
        layers: curve(
          points.map((point) => point.sharpe),
          colors.position,
        ),
      },
    ],
  });
}
