import { type AxisRange, extent, ratioAxis, relative, shortNumber, ticksOf } from "../charts/axes.ts";
import { colors } from "../charts/colors.ts";
import { plot } from "../charts/plot.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";

/** One instrument of a portfolio as drawn: columns of one length. */
export interface InstrumentCurve {
  readonly label: string;
  /** Times of the bars, ms UTC. */
  readonly time: ArrayLike<number>;
  /** Closes, NaN before its first bar. */
  readonly close: ArrayLike<number>;
  /** Target in force after each close, in [−1, 1]. */
  readonly target: ArrayLike<number>;
  /** Share of equity held at each close. */
  readonly position: ArrayLike<number>;
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

/** The price of an instrument over the share of equity that it was wanted to have and that it had, drawn within `range`. */
export function instrumentChart({ label, time, close, target, position }: InstrumentCurve, range: AxisRange): Html {
  const price = relative(close);
  const [first = 0, last = first] = [time[0], time[time.length - 1]];
  const ratio = ratioAxis(price);
  return plot({
    label,
    width: 440,
    x: { kind: "time", domain: [first, last] },
    panels: [
      {
        title: ratio.kind === "log" ? "chartPriceLog" : "chartPrice",
        height: 106,
        ...ratio,
        format: shortNumber,
        layers: [{ kind: "line", x: time, y: price, color: colors.market, width: 1.2 }],
      },
      {
        title: "chartShare",
        height: 72,
        domain: [range.min, range.max],
        ticks: ticksOf(range),
        format: (share) => formatPercent(share, 0),
        layers: [
          { kind: "area", x: time, y: position, color: colors.position, base: 0, step: true },
          { kind: "line", x: time, y: target, color: colors.market, width: 1, step: true },
          { kind: "line", x: time, y: position, color: colors.position, width: 1, step: true },
        ],
      },
    ],
  });
}
