import { rollingExtreme } from "./rolling-extreme.ts";

/** Highest high, lowest low of the last n bars and the middle between them. */
export interface MidRange {
  readonly upper: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
}

/** The range of the last n bars, from bar n − 1 on. */
export function midRange(high: ArrayLike<number>, low: ArrayLike<number>, n: number): MidRange {
  const upper = rollingExtreme(high, n, 1);
  const lower = rollingExtreme(low, n, -1);
  const middle = new Float64Array(upper.length);
  for (let t = 0; t < middle.length; t++) middle[t] = ((upper[t] as number) + (lower[t] as number)) / 2;
  return { upper, middle, lower };
}
