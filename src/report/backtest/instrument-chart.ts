import {
  type AxisRange,
  area,
  curve,
  extent,
  ratioScale,
  relative,
  shortNumber,
  timeAxis,
  valueAxis,
} from "../charts/axes.ts";
import { colors, draw } from "../charts/draw.ts";
import { thin } from "../charts/thin.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";

/** One instrument of a portfolio as drawn: columns of one length. */
export interface InstrumentCurve {
  readonly label: string;
  /** Times of the bars, ms UTC. */
  readonly time: readonly number[];
  /** Closes, NaN before its first bar. */
  readonly close: readonly number[];
  /** Target in force after each close, in [−1, 1]. */
  readonly target: readonly number[];
  /** Share of equity held at each close. */
  readonly position: readonly number[];
}

/** Ends of an axis of shares of equity that are easy to read. */
const ends = [0.1, 0.2, 0.5, 1];

/** One range for all instruments, so that their shares can be compared. */
export function commonRange(instruments: readonly Pick<InstrumentCurve, "target" | "position">[]): AxisRange {
  const found = instruments.flatMap(({ target, position }) => [extent(target), extent(position)]);
  const low = Math.min(0, ...found.map((each) => each.low));
  const high = Math.max(0, ...found.map((each) => each.high));
  const most = Math.max(-low, high) - 1e-9;
  const end = ends.find((each) => most <= each) ?? Math.ceil(most);
  return { min: low < -1e-9 ? -end : 0, max: high > 1e-9 || low >= -1e-9 ? end : 0, interval: end };
}

const size = { width: 440, height: 252, points: 300 };

/** The price of an instrument over the share of equity that it was wanted to have and that it had, drawn within `range`. */
export function instrumentChart({ label, time, close, target, position }: InstrumentCurve, range: AxisRange): Html {
  const points = (values: readonly number[]): Float64Array =>
    Float64Array.from(thin(values, size.points).flatMap((i) => [time[i] ?? i, values[i] as number]));
  const price = relative(close);
  const scale = ratioScale("price", price);
  const [first = 0, last = first] = [time[0], time.at(-1)];
  const span = { min: first, max: last > first ? last : first + 1, dates: true };
  const grid = { left: 50, right: 10, outerBoundsMode: "none" } as const;
  return draw({
    label,
    width: size.width,
    height: size.height,
    option: {
      grid: [
        { ...grid, top: 20, height: 106 },
        { ...grid, top: 152, height: 72 },
      ],
      xAxis: [timeAxis(0, span, false), timeAxis(1, span, true)],
      yAxis: [
        { ...valueAxis(0, scale.name, shortNumber), ...scale.axis, splitNumber: 3 },
        {
          ...valueAxis(1, "share of equity", (v) => formatPercent(v, 0)),
          ...range,
        },
      ],
      series: [
        curve(0, points(price), colors.market, 1.2),
        { ...curve(1, points(target), colors.market, 1), step: "end" },
        { ...area(1, points(position), colors.position), step: "end" },
      ],
    },
  });
}
