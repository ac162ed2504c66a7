import { formatNumber, formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
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
  const { width, height, points } = size;
  const last = Math.max(1, curve.equity.length - 1);
  const at = (i: number): number => (curve.time === null ? i : (curve.time[i] ?? i));
  const line = (values: readonly number[]): Float64Array =>
    Float64Array.from(thin(values, points).flatMap((i) => [at(i), values[i] as number]));
  const market = curve.close === null ? [] : relative(curve.close);
  const scale = equityScale([...curve.equity, ...market]);
  const plot = height - 94;
  const panels = [0.58, 0.21, 0.21].map((share) => Math.round(share * plot));
  const tops = [20, 20 + (panels[0] ?? 0) + 26, 20 + (panels[0] ?? 0) + (panels[1] ?? 0) + 52];
  return draw({
    label: curve.label,
    width,
    height,
    option: {
      grid: tops.map((top, i) => ({ left, right: 10, top, height: panels[i] ?? 0, outerBoundsMode: "none" })),
      xAxis: tops.map((_, i) => timeAxis(i, at(0), at(last), curve.time !== null)),
      yAxis: [
        { ...valueAxis(0, scale.name, shortNumber), ...scale.axis },
        { ...valueAxis(1, "drawdown", (v) => formatPercent(v, 0)), max: 0, splitNumber: 2 },
        { ...valueAxis(2, "position", (v) => formatNumber(v, 0)), ...positionRange(curve.position) },
      ],
      series: [
        series(0, line(market), colors.market, 1.2),
        series(0, line(scale.log ? curve.equity.map((e) => Math.max(e, 1e-6)) : curve.equity), colors.strategy, 1.5),
        {
          ...series(1, line(drawdown(curve.equity)), colors.loss, 1),
          areaStyle: { color: colors.loss, opacity: 0.18 },
        },
        {
          ...series(2, line(curve.position), colors.position, 1),
          areaStyle: { color: colors.position, opacity: 0.18, origin: 0 },
        },
      ],
    },
  });
}

/** Logarithmic (base 2) where the range is wider than fourfold and nothing is lost whole; linear otherwise. */
function equityScale(values: readonly number[]): {
  readonly log: boolean;
  readonly name: string;
  readonly axis: object;
} {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low <= 0 || high / low <= 4) return { log: false, name: "equity", axis: { scale: true, splitNumber: 4 } };
  const [min, max] = [2 ** Math.floor(Math.log2(low)), 2 ** Math.ceil(Math.log2(high))];
  return { log: true, name: "equity (log scale)", axis: { type: "log", logBase: 2, min, max } };
}

/** 1.2, 0.125, 16: no more digits than it has. */
function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Long-only programs use the upper half alone. */
function positionRange(position: readonly number[]): {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
} {
  const short = position.some((value) => value < -1e-9);
  const long = position.some((value) => value > 1e-9);
  return { min: short ? -1 : 0, max: long || !short ? 1 : 0, interval: 1 };
}

function relative(close: readonly number[]): number[] {
  const start = close[0] ?? 1;
  return close.map((value) => value / start);
}

function drawdown(equity: readonly number[]): number[] {
  let peak = Number.NEGATIVE_INFINITY;
  return equity.map((value) => {
    if (value > peak) peak = value;
    return peak > 0 ? value / peak - 1 : 0;
  });
}

function timeAxis(grid: number, min: number, max: number, dates: boolean): object {
  return {
    type: dates ? "time" : "value",
    gridIndex: grid,
    min,
    max,
    silent: true,
    axisTick: { show: false },
    splitLine: { show: false },
    axisLine: { onZero: false, lineStyle: { color: colors.rule } },
    axisLabel: {
      show: grid === 2,
      color: colors.muted,
      fontSize: 11,
      hideOverlap: true,
      showMaxLabel: false,
      ...(dates ? { formatter: dateLabel(max - min) } : {}),
    },
  };
}

/** Years where there are many, else months, else days. */
function dateLabel(spanMs: number): (time: number) => string {
  const days = spanMs / 86_400_000;
  const length = days > 1500 ? 4 : days > 90 ? 7 : 10;
  return (time) => new Date(time).toISOString().slice(0, length);
}

function valueAxis(grid: number, name: string, formatter: (value: number) => string): object {
  return {
    type: "value",
    gridIndex: grid,
    name,
    nameGap: 7,
    nameTextStyle: { color: colors.muted, align: "left", fontSize: 11, padding: [0, 0, 0, 4] },
    silent: true,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colors.muted, fontSize: 11, formatter, hideOverlap: true },
    splitLine: { lineStyle: { color: colors.rule } },
  };
}

function series(grid: number, data: Float64Array, color: string, width: number): object {
  return {
    type: "line",
    xAxisIndex: grid,
    yAxisIndex: grid,
    data,
    dimensions: ["x", "y"],
    color,
    lineStyle: { width, color },
    symbol: "none",
    silent: true,
    emphasis: { disabled: true },
    ...(grid === 2 ? { step: "end" } : {}),
  };
}
