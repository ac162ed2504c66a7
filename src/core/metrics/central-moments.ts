import { mean } from "./mean.ts";

/** Population central moments: mean of (x − mean)^k. */
export interface CentralMoments {
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** Second to fourth population central moments of [n] numbers, in two passes; NaN for n = 0. */
export function centralMoments(x: ArrayLike<number>): CentralMoments {
  const n = x.length;
  const centre = mean(x);
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < n; i++) {
    const d = (x[i] as number) - centre;
    const dd = d * d;
    m2 += dd;
    m3 += dd * d;
    m4 += dd * dd;
  }
  return { m2: m2 / n, m3: m3 / n, m4: m4 / n };
}
