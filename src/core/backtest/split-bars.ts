import type { Bars } from "../bars.ts";
import type { StopFill } from "./stop-fill.ts";

/** A market whose bars with a stop inside are two rows, with targets that carry the stops out as orders at opens. */
export interface Rows {
  /** `length`, `open` and `close` are those of the rows; the other columns are not. */
  readonly bars: Bars;
  /** [rows] Never NaN. */
  readonly target: Float64Array;
  /** [rows] The bar of each row. */
  readonly barOf: Int32Array;
  /** The row at whose open each stop is filled. */
  readonly fillRow: readonly number[];
}

/**
 * Turns stops into orders, so that the ordinary back-test carries them out: a bar with a stop inside becomes a row
 * from its open to its open and one from the stop's price to its close, and the target is 0 from the stop on until it
 * changes.
 */
export function splitBars(bars: Bars, target: ArrayLike<number>, stops: readonly StopFill[]): Rows {
  const rows = bars.length + stops.filter((stop) => !stop.atOpen).length;
  const open = new Float64Array(rows);
  const close = new Float64Array(rows);
  const wantedAt = new Float64Array(rows);
  const barOf = new Int32Array(rows);
  const fillRow: number[] = [];
  let inForce = 0;
  let stopped = false;
  let row = 0;
  for (let t = 0; t < bars.length; t++) {
    const wanted = t > 0 ? (target[t - 1] as number) : Number.NaN;
    if (!Number.isNaN(wanted) && wanted !== inForce) {
      inForce = wanted;
      stopped = false;
    }
    const next = stops[fillRow.length];
    const stop = next?.bar === t ? next : undefined;
    if (stop?.atOpen === true) stopped = true;
    if (row > 0) wantedAt[row - 1] = stopped ? 0 : inForce;
    open[row] = bars.open[t] as number;
    barOf[row] = t;
    if (stop !== undefined && !stop.atOpen) {
      stopped = true;
      close[row] = bars.open[t] as number;
      row++;
      open[row] = stop.price;
      barOf[row] = t;
    }
    if (stop !== undefined) fillRow.push(row);
    close[row] = bars.close[t] as number;
    row++;
  }
  return { bars: { ...bars, length: rows, open, close }, target: wantedAt, barOf, fillRow };
}
