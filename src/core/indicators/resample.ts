import type { Bars } from "../bars.ts";
import { checkFactor } from "./check.ts";
import { dayMs, hourMs, periodOf } from "./clock.ts";
import { emptyColumn, toColumn } from "./column.ts";

/** Bars of a higher time frame, oldest first, and the way back to the bars that they were made of. */
export interface HigherBars {
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  /** The value of `x`, a column over the higher bars, of the last of them that had closed at each lower bar. */
  align(x: ArrayLike<number>): Float64Array;
}

/** Weeks are counted from a Saturday, 1970-01-03, so that a Friday's bar closes them. */
const saturday = 2 * dayMs;

/**
 * The closed bars of a higher time frame, `hours` long, each counted from Saturday 00:00 UTC plus `start` hours; its
 * time is that of its first bar. A higher bar is known to have closed at the bar from which the smallest gap between
 * two bars that was seen twice so far reaches its end, or else at the first bar of a later period: the calendar is not
 * known. A bar that comes after its period was taken for closed begins a new one.
 * @throws RangeError unless `hours` is above 0
 */
export function resample(bars: Bars, hours: number, start = 0): HigherBars {
  checkFactor("resample: hours", hours);
  checkFactor("resample: start", start);
  if (hours <= 0) throw new RangeError(`resample: hours is ${hours}: a higher bar must be longer than 0 hours`);
  const { first, closed } = closings(toColumn(bars.time), hours * hourMs, saturday + start * hourMs);
  const count = first.length - 1;
  const [high, low] = [toColumn(bars.high), toColumn(bars.low)];
  const column = (of: (from: number, to: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => of(first[i] as number, first[i + 1] as number));
  return {
    time: column((from) => bars.time[from] as number),
    open: column((from) => bars.open[from] as number),
    high: column((from, to) => fold(high, from, to, Math.max)),
    low: column((from, to) => fold(low, from, to, Math.min)),
    close: column((_, to) => bars.close[to - 1] as number),
    volume: column((from, to) => fold(bars.volume, from, to, (a, b) => a + b)),
    align: (x) => align(x, closed, count),
  };
}

/** The first bar of each closed higher bar, and one more where the last ends; how many had closed at each lower bar. */
function closings(time: Float64Array, ms: number, anchor: number): { first: number[]; closed: Int32Array } {
  const closed = new Int32Array(time.length);
  const first: number[] = [];
  let done = 0;
  let end = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  let gap = 0;
  for (let t = 0; t < time.length; t++) {
    const now = time[t] as number;
    const passed = t === 0 ? smallest : now - (time[t - 1] as number);
    if (passed === smallest && t > 0) gap = passed;
    smallest = Math.min(smallest, passed);
    if (done === first.length || now >= end) {
      done = first.length;
      first.push(t);
      end = anchor + (periodOf(now, ms, anchor) + 1) * ms;
    }
    if (now + gap >= end) done = first.length;
    closed[t] = done;
  }
  if (done === first.length) first.push(time.length);
  return { first, closed };
}

function fold(x: Float64Array, from: number, to: number, join: (a: number, b: number) => number): number {
  let value = x[from] as number;
  for (let t = from + 1; t < to; t++) value = join(value, x[t] as number);
  return value;
}

function align(x: ArrayLike<number>, closed: Int32Array, count: number): Float64Array {
  if (x.length !== count) {
    throw new RangeError(`align: the column has ${x.length} values, the higher time frame ${count} closed bars`);
  }
  const values = toColumn(x);
  const out = emptyColumn(closed.length);
  for (let t = 0; t < out.length; t++) {
    const known = closed[t] as number;
    if (known > 0) out[t] = values[known - 1] as number;
  }
  return out;
}
