import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { rollingShape } from "./rolling-shape.ts";

/** Population skewness m3/m2^1.5 of the last n values (scipy's `skew`); NaN where they are all equal. */
export function skew(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("skew: n", n);
  const { m2, m3 } = rollingShape(x, n);
  for (let t = 0; t < m3.length; t++) {
    const variance = m2[t] as number;
    m3[t] = finiteOrNaN((m3[t] as number) / (variance * Math.sqrt(variance)));
  }
  return m3;
}
