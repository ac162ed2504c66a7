import { checkLength } from "./check.ts";
import { toColumn } from "./column.ts";

/** A line, its exponential average, and the difference of the two. */
export interface MacdLines {
  readonly line: Float64Array;
  readonly signal: Float64Array;
  readonly histogram: Float64Array;
}

/** Lengths of the averages, in bars. */
export interface Lengths {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** Throws RangeError unless each length is a whole number of at least 1. */
export function checkLengths(indicator: string, { fast, slow, signal }: Lengths): void {
  checkLength(`${indicator}: fast`, fast);
  checkLength(`${indicator}: slow`, slow);
  checkLength(`${indicator}: signal`, signal);
}

/**
 * Difference of the two exponential averages of x, in percent of the slow one or as it is, with its own exponential
 * average and the distance from it. One loop over x: the three recursions run side by side, each in the others' waiting
 * time.
 */
export function macdLines(x: ArrayLike<number>, lengths: Lengths, percent: boolean): MacdLines {
  const values = toColumn(x);
  const lines = {
    line: new Float64Array(values.length),
    signal: new Float64Array(values.length),
    histogram: new Float64Array(values.length),
  };
  for (let t = 0; t < values.length; ) t = fillRun(values, t, lengths, percent, lines);
  return lines;
}

/**
 * Fills the lines from bar `start` to the first that is not finite, that one included; answers with the bar after it.
 */
function fillRun(x: Float64Array, start: number, lengths: Lengths, percent: boolean, lines: MacdLines): number {
  const { line, signal, histogram } = lines;
  const { fast, slow } = lengths;
  const fastWeight = 2 / (fast + 1);
  const slowWeight = 2 / (slow + 1);
  const signalWeight = 2 / (lengths.signal + 1);
  const first = start + Math.max(fast, slow) - 1;
  const settled = first + lengths.signal;
  let quick = 0;
  let calm = 0;
  let smooth = 0;
  const { length } = x;
  let t = start;
  for (; t < length && t < settled; t++) {
    const value = x[t] as number;
    if (!Number.isFinite(value)) break;
    const seen = t - start + 1;
    quick += (value - quick) * (seen > fast ? fastWeight : 1 / seen);
    calm += (value - calm) * (seen > slow ? slowWeight : 1 / seen);
    const gap = percent ? (100 * (quick - calm)) / calm : quick - calm;
    if (t >= first) smooth += (gap - smooth) / (t - first + 1);
    line[t] = t < first ? Number.NaN : gap;
    signal[t] = t < settled - 1 ? Number.NaN : smooth;
    histogram[t] = t < settled - 1 ? Number.NaN : gap - smooth;
  }
  for (; t < length; t++) {
    const value = x[t] as number;
    if (!Number.isFinite(value)) break;
    quick += (value - quick) * fastWeight;
    calm += (value - calm) * slowWeight;
    const gap = percent ? (100 * (quick - calm)) / calm : quick - calm;
    smooth += (gap - smooth) * signalWeight;
    line[t] = gap;
    signal[t] = smooth;
    histogram[t] = gap - smooth;
  }
  if (t < length) line[t] = signal[t] = histogram[t] = Number.NaN;
  return t + 1;
}
