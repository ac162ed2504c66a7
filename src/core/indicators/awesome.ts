import { checkColumns, checkLength } from "./check.ts";
import { finiteOrNaN, toColumn } from "./column.ts";
import { rollingMean } from "./rolling-mean.ts";

/** Awesome oscillator: average over `fast` bars of (high + low)/2 minus that over `slow`. Source: Williams (1998). */
export function awesome(high: ArrayLike<number>, low: ArrayLike<number>, fast: number, slow: number): Float64Array {
  checkLength("awesome: fast", fast);
  checkLength("awesome: slow", slow);
  checkColumns("awesome", high, low);
  const tops = toColumn(high);
  const bottoms = toColumn(low);
  const middle = new Float64Array(tops.length);
  for (let t = 0; t < middle.length; t++) middle[t] = ((tops[t] as number) + (bottoms[t] as number)) / 2;
  const out = rollingMean(middle, fast);
  const calm = rollingMean(middle, slow);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((out[t] as number) - (calm[t] as number));
  return out;
}
