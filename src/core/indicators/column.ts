/**
 * The values as doubles in one block of memory: x itself where it is a Float64Array, else a copy. Loops then see one
 * kind of array only, which keeps them compiled to plain loads.
 */
export function toColumn(x: ArrayLike<number>): Float64Array {
  return x instanceof Float64Array ? x : Float64Array.from(x);
}

/** A result column of `length` values, NaN before bar `first` (all of them if left out), 0 from there on. */
export function emptyColumn(length: number, first: number = length): Float64Array {
  return new Float64Array(length).fill(Number.NaN, 0, first);
}

/**
 * The value, or NaN where it is infinite, so that infinities never spread. 0·∞ is NaN and value + 0 is the value to the
 * bit; a choice between the two takes hot loops twice as long.
 */
export function finiteOrNaN(value: number): number {
  return value + 0 * value;
}

/** The first bar from `start` on at which x is not finite; x.length if there is none. */
export function finiteUntil(x: Float64Array, start: number): number {
  let t = start;
  while (t < x.length && Number.isFinite(x[t] as number)) t++;
  return t;
}

/**
 * Whole numbers times this are fractions, with the same digits. V8 adds what it has only seen whole (volumes, prices in
 * ticks) as checked integers, which takes hot loops two to three times as long; fractions it adds as they are.
 */
export const fraction: number = 2 ** -40;
