/** A result column of `length` values, all NaN: what an indicator says before it has seen enough bars. */
export function emptyColumn(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

/** A column of f(t) for each bar; what is not finite becomes NaN, so that infinities never spread. */
export function mapBars(length: number, f: (t: number) => number): Float64Array {
  const out = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const value = f(t);
    out[t] = Number.isFinite(value) ? value : Number.NaN;
  }
  return out;
}
