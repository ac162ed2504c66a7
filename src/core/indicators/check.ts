/** Throws RangeError unless `n` is a whole number of at least `least`; `what` names indicator and parameter. */
export function checkLength(what: string, n: number, least = 1): void {
  if (!Number.isInteger(n) || n < least) {
    throw new RangeError(`${what} is ${n}: a length must be a whole number of bars, at least ${least}`);
  }
}

/** Throws RangeError unless `factor` is a finite number. */
export function checkFactor(what: string, factor: number): void {
  if (!Number.isFinite(factor)) throw new RangeError(`${what} is ${factor}: it must be a finite number`);
}

/** Throws RangeError unless `value` is a finite number from `low` to `high`. */
export function checkRange(what: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${what} is ${value}: it must be a number from ${low} to ${high}`);
  }
}

/** Throws RangeError unless all columns are as long as the first. */
export function checkColumns(indicator: string, ...columns: readonly ArrayLike<number>[]): void {
  const lengths = columns.map((column) => column.length);
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`${indicator}: columns have ${lengths.join(", ")} values: they must be of equal length`);
  }
}
