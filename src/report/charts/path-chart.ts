import type { Phrase } from "../dictionary.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import { ratioAxis, relative, shareLabel, shareRange, shortNumber, ticksOf } from "./axes.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** One back-test as drawn: columns of one length, the start first. */
export interface CurveInput {
  readonly label: string;
  /** In units of the starting equity. */
  readonly equity: readonly number[];
  /** Share of equity held, in [−1, 1]. */
  readonly position: readonly number[];
  /** Closes of the market, any unit; null if they are not at hand. */
  readonly close: readonly number[] | null;
  /** What the lowest panel shows; the position unless given. */
  readonly panel?: Phrase;
  /** Times of the bars, ms UTC; null draws bar numbers (a path's times are shifted and say nothing). */
  readonly time: readonly number[] | null;
}

/** Size in pixels; the page scales it. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const small: ChartSize = { width: 440, height: 316 };

/** Equity against buy-and-hold, drawdown and position, one under the other on one time axis. */
export function pathChart(curve: CurveInput, { width, height }: ChartSize = small): Html {
  const { equity, position, close, label, panel = "chartPosition" } = curve;
  const x = curve.time ?? undefined;
  const last = Math.max(1, equity.length - 1);
  const market = close === null ? [] : relative(close);
  const ratio = ratioAxis(equity, market);
  const shares = shareRange(position);
  const plotted = height - 98;
  return plot({
    label,
    width,
    x:
      curve.time === null
        ? { kind: "linear", domain: [0, last] }
        : { kind: "time", domain: [curve.time[0] ?? 0, curve.time[last] ?? 1] },
    panels: [
      {
        title: ratio.kind === "log" ? "chartEquityLog" : "chartEquity",
        height: Math.round(0.58 * plotted),
        ...ratio,
        format: shortNumber,
        layers: [
          ...(market.length > 0 ? [{ kind: "line", x, y: market, color: colors.market, width: 1.2 } as const] : []),
          { kind: "line", x, y: equity, color: colors.strategy, width: 1.5 },
        ],
      },
      {
        title: "chartDrawdown",
        height: Math.round(0.21 * plotted),
        domain: [null, 0],
        format: (value) => formatPercent(value, 0),
        layers: shaded(x, drawdown(equity), colors.loss, false),
      },
      {
        title: panel,
        height: Math.round(0.21 * plotted),
        domain: [shares.min, shares.max],
        ticks: ticksOf(shares),
        format: shareLabel,
        layers: shaded(x, position, colors.position, true),
      },
    ],
  });
}

/** A curve with the area between it and zero shaded, as one outline. */
export function shaded(
  x: ArrayLike<number> | undefined,
  y: ArrayLike<number>,
  color: string,
  step: boolean,
): readonly Extract<Layer, { kind: "area" }>[] {
  return [{ kind: "area", x, y, color, base: 0, step, width: 1 }];
}

/** How far each value is below the highest until then, as a fraction ≤ 0. */
export function drawdown(equity: ArrayLike<number>): number[] {
  let peak = Number.NEGATIVE_INFINITY;
  return Array.from(equity, (value) => {
    if (value > peak) peak = value;
    return peak > 0 ? value / peak - 1 : 0;
  });
}
