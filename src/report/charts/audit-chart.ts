import type { Bars } from "../../core/bars.ts";
import type { Html } from "../html.ts";
import { shareLabel, shareRange, shortNumber, ticksOf } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot, sayInPlot } from "./plot.ts";

/** A bar that an audit found, and what was given around it. */
export interface AuditChartInput {
  readonly label: string;
  /** All bars of the path, warm-up first. */
  readonly bars: Bars;
  /** Target in force after each of them. */
  readonly target: ArrayLike<number>;
  /** The bar that was found. */
  readonly bar: number;
  /** The last bar that the probe left as it was; null where nothing was cut. */
  readonly cut: number | null;
  /** What the reference wants at that bar; null where there is no reference, or it wants no number. */
  readonly wanted: number | null;
}

/** Bars shown on either side. */
const margin = 24;
const mostCandles = 140;

/** Price and target around a bar that an audit found: the bar, the cut, what lies beyond it, and what was wanted. */
export function auditChart({ label, bars, target, bar, cut, wanted }: AuditChartInput): Html {
  const from = Math.max(0, Math.min(bar, cut ?? bar) - margin);
  const to = Math.min(bars.length - 1, Math.max(bar, cut ?? bar) + margin);
  const x = Float64Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const part = (column: Float64Array): Float64Array => column.subarray(from, to + 1);
  const shown = Float64Array.from(x, (t) => target[t] ?? Number.NaN);
  const shares = shareRange(wanted === null ? shown : [...shown, wanted]);
  const common: readonly Layer[] = [
    ...(cut === null
      ? []
      : ([
          { kind: "span", x0: cut + 0.5, x1: to, color: colors.loss, opacity: 0.1 },
          { kind: "rule", x: cut + 0.5, color: colors.loss, dash: "5 3" },
        ] as const)),
    { kind: "rule", x: bar, color: colors.ink, dash: "2 3" },
  ];
  const columns = { open: part(bars.open), high: part(bars.high), low: part(bars.low), close: part(bars.close) };
  const price: Layer =
    x.length <= mostCandles
      ? { kind: "candles", x, ...columns, up: "var(--up)", down: "var(--down)" }
      : { kind: "line", x, y: columns.close, color: colors.muted };
  const given = target[bar] ?? 0;
  return plot({
    label,
    width: 860,
    left: 52,
    x: { kind: "linear", domain: [from, Math.max(to, from + 1)], title: "chartBars" },
    panels: [
      {
        title: "chartPrice",
        height: 190,
        format: shortNumber,
        layers: [...common, price, ...(cut === null ? [] : [words(cut, cut - from > to - cut, columns.high)])],
      },
      {
        title: "chartTarget",
        height: 72,
        domain: [shares.min, shares.max],
        ticks: ticksOf(shares),
        format: shareLabel,
        layers: [
          ...common,
          { kind: "line", x, y: shown, color: colors.position, step: true, width: 1.6 },
          { kind: "marks", x: [bar], y: [given], shape: "ring", color: colors.loss, size: 4.5 },
          ...(wanted === null
            ? []
            : [{ kind: "marks", x: [bar], y: [wanted], shape: "diamond", color: colors.strategy, size: 4.5 } as const]),
        ],
      },
    ],
  });
}

/** Names the cut, on the side of it where there is room. */
function words(cut: number, before: boolean, high: Float64Array): Layer {
  return {
    kind: "text",
    x: cut + 0.5,
    y: high.reduce((most, value) => Math.max(most, value), 0),
    dx: before ? -5 : 5,
    dy: 4,
    anchor: before ? "end" : "start",
    text: sayInPlot("chartCut"),
    color: colors.ink,
  };
}
