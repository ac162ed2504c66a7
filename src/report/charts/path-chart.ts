import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import {
  area,
  curve as line,
  ratioScale,
  relative,
  shareLabel,
  shareRange,
  shortNumber,
  timeAxis,
  valueAxis,
} from "./axes.ts";
import { colors, draw } from "./draw.ts";
import { thin } from "./thin.ts";

/** One back-test as drawn: columns of one length, the start first. */
export interface CurveInput {
  readonly label: string;
  /** In units of the starting equity. */
  readonly equity: readonly number[];
  /** Share of equity held, in [−1, 1]. */
  readonly position: readonly number[];
  /** Closes of the market, any unit; null if they are not at hand. */
  readonly close: readonly number[] | null;
  /** What the lowest panel shows; "position" unless given. */
  readonly panel?: string;
  /** Times of the bars, ms UTC; null draws bar numbers (a path's times are shifted and say nothing). */
  readonly time: readonly number[] | null;
}

/** Size in pixels; the page scales it. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Most points of a curve. */
  readonly points: number;
}

const small: ChartSize = { width: 440, height: 316, points: 300 };
const left = 50;

/** Equity against buy-and-hold, drawdown and position, one under the other on one time axis. */
export function pathChart(curve: CurveInput, size: ChartSize = small): Html {
  const { width, height } = size;
  const last = Math.max(1, curve.equity.length - 1);
  const at = (i: number): number => (curve.time === null ? i : (curve.time[i] ?? i));
  const span = { min: at(0), max: at(last), dates: curve.time !== null };
  const points = (values: readonly number[]): Float64Array =>
    Float64Array.from(thin(values, size.points).flatMap((i) => [at(i), values[i] as number]));
  const market = curve.close === null ? [] : relative(curve.close);
  const scale = ratioScale("equity", [...curve.equity, ...market]);
  const plot = height - 94;
  const panels = [0.58, 0.21, 0.21].map((share) => Math.round(share * plot));
  const tops = [20, 20 + (panels[0] ?? 0) + 26, 20 + (panels[0] ?? 0) + (panels[1] ?? 0) + 52];
  return draw({
    label: curve.label,
    width,
    height,
    option: {
      grid: tops.map((top, i) => ({ left, right: 10, top, height: panels[i] ?? 0, outerBoundsMode: "none" })),
      xAxis: tops.map((_, i) => timeAxis(i, span, i === 2)),
      yAxis: [
        { ...valueAxis(0, scale.name, shortNumber), ...scale.axis },
        { ...valueAxis(1, "drawdown", (v) => formatPercent(v, 0)), max: 0, splitNumber: 2 },
        { ...valueAxis(2, curve.panel ?? "position", shareLabel), ...shareRange(curve.position) },
      ],
      series: [
        line(0, points(market), colors.market, 1.2),
        line(0, points(scale.log ? curve.equity.map((e) => Math.max(e, 1e-6)) : curve.equity), colors.strategy, 1.5),
        area(1, points(drawdown(curve.equity)), colors.loss),
        { ...area(2, points(curve.position), colors.position), step: "end" },
      ],
    },
  });
}

function drawdown(equity: readonly number[]): number[] {
  let peak = Number.NEGATIVE_INFINITY;
  return equity.map((value) => {
    if (value > peak) peak = value;
    return peak > 0 ? value / peak - 1 : 0;
  });
}
