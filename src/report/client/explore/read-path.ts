import type { ExploreStored } from "../../charts/explore-data.ts";
import { unpack } from "../../charts/pack-column.ts";

/** One back-test as the chart wants it. */
export interface ExploredPath {
  readonly name: string;
  readonly firstBar: number;
  readonly length: number;
  /** Seconds UTC, rising. */
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly equity: Float64Array;
  /** Closes in units of the first. */
  readonly hold: Float64Array;
  readonly constant: Float64Array | null;
  /** Fractions ≤ 0. */
  readonly drawdown: Float64Array;
  readonly position: Float64Array;
  readonly fills: ExploreStored["fills"];
}

/** The back-tests that stand in the page, in their order. */
export function storedPaths(): readonly ExploreStored[] {
  return Array.from(document.querySelectorAll("script.path-data"), ({ textContent }) => JSON.parse(textContent ?? ""));
}

/** Unpacks the columns of one. */
export function readPath({ name, firstBar, columns, fills }: ExploreStored): ExploredPath {
  const close = unpack(columns.close);
  const equity = unpack(columns.equity);
  const first = close[0] ?? 1;
  let peak = 0;
  return {
    name,
    firstBar,
    length: close.length,
    time: rising(unpack(columns.time)),
    open: unpack(columns.open),
    high: unpack(columns.high),
    low: unpack(columns.low),
    close,
    equity,
    hold: close.map((price) => price / first),
    constant: columns.constant === undefined ? null : unpack(columns.constant),
    drawdown: equity.map((value) => {
      peak = Math.max(peak, value);
      return peak > 0 ? value / peak - 1 : 0;
    }),
    position: unpack(columns.position),
    fills,
  };
}

/** The chart wants times that rise by a second at least. */
function rising(ms: Float64Array): Float64Array {
  let last = Number.NEGATIVE_INFINITY;
  return ms.map((time) => {
    last = Math.max(Math.round(time / 1000), last + 1);
    return last;
  });
}
