import { formatNumber } from "../format.ts";
import { colors } from "./draw.ts";

/** The time axis that panels under one another share; only the lowest shows its labels. */
export interface TimeSpan {
  readonly min: number;
  readonly max: number;
  /** True where they are times, ms UTC; false for bar numbers. */
  readonly dates: boolean;
}

/** The horizontal axis of panel `grid`. */
export function timeAxis(grid: number, { min, max, dates }: TimeSpan, labels: boolean): object {
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
      show: labels,
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

/** The vertical axis of panel `grid`, named above it. */
export function valueAxis(grid: number, name: string, formatter: (value: number) => string): object {
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

/** A curve in panel `grid`: `data` is x, y, x, y …, as ECharts takes it without an object a point. */
export function curve(grid: number, data: Float64Array, color: string, width: number): object {
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
  };
}

/** A curve with the area between it and zero shaded. */
export function area(grid: number, data: Float64Array, color: string): object {
  return { ...curve(grid, data, color, 1), areaStyle: { color, opacity: 0.18, origin: 0 } };
}

/** The part of an axis that is shown, and the distance of its labels. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Shares of equity: the half that is used, to 1 or beyond where a position has outgrown that. */
export function shareRange(shares: readonly number[]): AxisRange {
  const { low, high } = extent(shares);
  const min = low < -1e-9 ? -reach(-low) : 0;
  const max = high > 1e-9 || min === 0 ? reach(high) : 0;
  return { min, max, interval: Math.max(1, Math.floor(-min), Math.floor(max)) };
}

/** A little more than 1 is shown as it is; much more up to a whole number. */
function reach(share: number): number {
  return share > 1.25 ? Math.ceil(share) : Math.max(1, share);
}

/** Lowest and highest value, 0 among them. */
export function extent(values: readonly number[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** A label of a share; ends of an axis that are no whole numbers have none. */
export function shareLabel(share: number): string {
  return Number.isInteger(share) ? formatNumber(share, 0) : "";
}

/** The axis of values relative to their start: logarithmic (base 2) where the range is wider than fourfold and nothing is lost whole; linear otherwise. */
export function ratioScale(
  name: string,
  values: readonly number[],
): {
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
  if (low <= 0 || high / low <= 4) return { log: false, name, axis: { scale: true, splitNumber: 4 } };
  const [min, max] = [2 ** Math.floor(Math.log2(low)), 2 ** Math.ceil(Math.log2(high))];
  return { log: true, name: `${name} (log scale)`, axis: { type: "log", logBase: 2, min, max } };
}

/** 1.2, 0.125, 16: no more digits than it has. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Prices relative to the first that is known. */
export function relative(close: readonly number[]): number[] {
  const start = close.find((price) => !Number.isNaN(price)) ?? 1;
  return close.map((value) => value / start);
}
