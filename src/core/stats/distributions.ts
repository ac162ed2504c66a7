import jstat from "jstat";

/** Below this the lower tail of the normal is computed by itself: a difference of numbers near 1 would lose its digits. */
const normalTail = -3;

/**
 * P(Z ≤ x) of the standard normal; absolute error below 1e-15, and in the lower tail below 1e-12 of itself.
 * `normalCdf(1.96)` is 0.9750021.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("normalCdf wants a number, got NaN");
  return x < normalTail ? lowerTail(-x) : jstat.normal.cdf(x, 0, 1);
}

/** P(Z ≤ −x) for x above 3: density times Laplace's continued fraction of Mills' ratio, 1/(x + 1/(x + 2/(x + 3/(x + …)))). */
function lowerTail(x: number): number {
  let fraction = x;
  for (let k = 120; k > 0; k--) fraction = x + k / fraction;
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / fraction;
}

/**
 * P(T ≤ t) of Student's t with `df` > 0 degrees of freedom, whole or not; error below 1e-12 relative to the nearer tail.
 * `studentTCdf(1, 1)` is 0.75. Throws RangeError for df ≤ 0 or NaN.
 * Equals scipy.stats.t.cdf; jstat's own stops its continued fraction at 3e-7, so the tail is computed here.
 */
export function studentTCdf(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) throw new RangeError(`studentTCdf wants a number and df > 0, got t ${t}, df ${df}`);
  const tail = studentTTail(Math.abs(t), df);
  return t > 0 ? 1 - tail : tail;
}

/**
 * P(|T| ≥ |t|), the two-sided p-value of a t statistic, in [0, 1]; 0 for an infinite t.
 * `studentTTwoSided(12.706, 1)` is 0.05.
 */
export function studentTTwoSided(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) throw new RangeError(`studentTTwoSided wants df > 0, got t ${t}, df ${df}`);
  return Math.min(1, 2 * studentTTail(Math.abs(t), df));
}

/**
 * The t with P(T ≤ t) = p, for p in (0, 1) and df > 0; good to 1e-12. `studentTQuantile(0.975, 10)` is 2.2281388519863.
 * jstat gives the start, Newton steps on `studentTCdf` the rest. Throws RangeError outside the domain.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError(`studentTQuantile wants 0 < p < 1, df > 0; got ${p}, ${df}`);
  if (p === 0.5) return 0;
  // Worked in the nearer tail, where the probability keeps its digits.
  const tail = Math.min(p, 1 - p);
  let t = Math.abs(jstat.studentt.inv(tail, df));
  for (let step = 0; step < 50; step++) {
    const move = (studentTTail(t, df) - tail) / studentTDensity(t, df);
    // The tail is convex in t: a step from too far right overshoots, so t never loses more than half.
    const next = Math.max(t / 2, t + move);
    const settled = Math.abs(next - t) <= 1e-15 * next;
    t = next;
    if (settled) break;
  }
  return p < 0.5 ? -t : t;
}

/** Density of Student's t. */
function studentTDensity(t: number, df: number): number {
  return Math.exp(logGammaStep(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(df * Math.PI);
}

/** P(T ≥ t) for t ≥ 0: half the regularised incomplete beta function I_x(df/2, 1/2) at x = df/(df + t²). */
function studentTTail(t: number, df: number): number {
  if (t === 0) return 0.5;
  if (t === Number.POSITIVE_INFINITY) return 0;
  const a = df / 2;
  const ratio = (t * t) / df;
  const x = 1 / (1 + ratio);
  const y = ratio / (1 + ratio);
  const front = Math.exp(logGammaStep(a) - a * Math.log1p(ratio)) * Math.sqrt(y / Math.PI);
  const inUpperPart = x < (a + 1) / (a + 2.5);
  return 0.5 * (inUpperPart ? (front * betaFraction(x, a, 0.5)) / a : 1 - 2 * front * betaFraction(y, 0.5, a));
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method, to the last digit. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (v: number): number => (Math.abs(v) < tiny ? tiny : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/** ln Γ(a + ½) − ln Γ(a) for a > 0, without the cancellation of two large logarithms: Stirling's series, a shifted above 20. */
function logGammaStep(a: number): number {
  let shift = 1;
  let z = a;
  for (; z < 20; z++) shift *= z / (z + 0.5);
  return Math.log(shift) + z * Math.log1p(0.5 / z) + 0.5 * Math.log(z) - 0.5 + stirling(z + 0.5) - stirling(z);
}

/** The correction of Stirling's formula (DLMF 5.11.1), z ≥ 20. */
function stirling(z: number): number {
  const w = 1 / (z * z);
  return (1 / 12 + w * (-1 / 360 + w * (1 / 1260 + w * (-1 / 1680 + w / 1188)))) / z;
}
