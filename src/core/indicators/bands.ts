import { finiteOrNaN } from "./column.ts";

/** Three lines of a channel. */
export interface Bands {
  readonly middle: Float64Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * The middle, plus and minus k widths. `width` is overwritten: a new column of a million bars costs more than its sums.
 */
export function bands(middle: Float64Array, width: Float64Array, k: number): Bands {
  const upper = new Float64Array(middle.length);
  const lower = width;
  for (let t = 0; t < middle.length; t++) {
    const centre = middle[t] as number;
    const half = k * (width[t] as number);
    upper[t] = finiteOrNaN(centre + half);
    lower[t] = finiteOrNaN(centre - half);
  }
  return { middle, upper, lower };
}
