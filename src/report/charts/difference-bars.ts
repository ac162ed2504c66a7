import type { Estimate } from "../../core/stats/estimate.ts";
import { formatSigned } from "../format.ts";
import type { Html } from "../html.ts";
import { sayBoth } from "../say.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** One bar: a task and what one model is ahead of the other there, points. */
export interface DifferenceBar {
  /** What stands beside it, escaped already. */
  readonly name: Html;
  readonly value: number;
}

const rowHeight = 19;

/** Bars about 0, the largest first; the mean as a line and its 95 % interval as a band. */
export function differenceBars(bars: readonly DifferenceBar[], mean: Estimate | null): Html {
  const sorted = bars.toSorted((a, b) => b.value - a.value);
  const reach = Math.max(1, ...sorted.map((bar) => Math.abs(bar.value)), ...(mean?.interval ?? []).map(Math.abs));
  const end = 5 * Math.ceil(reach / 5);
  const place = (i: number): number => sorted.length - 1 - i;
  return plot({
    label: sayBoth("pairBars"),
    width: 820,
    left: 230,
    right: 20,
    x: { kind: "linear", domain: [-end, end], format: (value) => formatSigned(value, 0), title: "pairAxis" },
    panels: [
      {
        height: rowHeight * sorted.length,
        domain: [-0.5, sorted.length - 0.5],
        ticks: sorted.map((_, i) => place(i)),
        format: () => "",
        layers: [
          ...sorted.map((bar, i) => nameOf(bar, -end, place(i))),
          ...average(mean),
          ...sorted.map((bar, i) => barOf(bar, place(i))),
          { kind: "rule", x: 0, color: colors.muted },
        ],
      },
    ],
  });
}

function nameOf({ name }: DifferenceBar, x: number, y: number): Layer {
  return { kind: "text", x, y, text: name, color: colors.muted, anchor: "end", dx: -6, dy: 3.6 };
}

function barOf({ value }: DifferenceBar, y: number): Layer {
  return { kind: "line", x: [0, value], y: [y, y], color: value < 0 ? colors.loss : colors.strategy, width: 10 };
}

function average(mean: Estimate | null): Layer[] {
  if (mean === null) return [];
  const line: Layer = { kind: "rule", x: mean.value, color: colors.ink, dash: "4 3" };
  if (mean.interval === null) return [line];
  return [{ kind: "span", x0: mean.interval[0], x1: mean.interval[1], color: colors.ink, opacity: 0.1 }, line];
}
