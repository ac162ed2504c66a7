import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { rollingShape } from "./rolling-shape.ts";

/** Population excess kurtosis m4/m2² − 3 of the last n values (scipy's `kurtosis`); NaN where they are all equal. */
export function kurtosis(x: ArrayLike<number>, n: number): Float64Array {
  checkLength("kurtosis: n", n);
  const { m2, m4 } = rollingShape(x, n);
  for (let t = 0; t < m4.length; t++) {
    const variance = m2[t] as number;
    m4[t] = finiteOrNaN((m4[t] as number) / (variance * variance) - 3);
  }
  return m4;
}
