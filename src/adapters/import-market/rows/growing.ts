/** A column of numbers that grows as rows come in. */
export interface Growing {
  /** The first `length` are set; the array may be replaced by a longer one on `push`. */
  values: Float64Array;
  length: number;
}

/** An empty column. */
export function growing(): Growing {
  return { values: new Float64Array(1024), length: 0 };
}

/** Adds a number at the end. */
export function push(column: Growing, value: number): void {
  if (column.length === column.values.length) {
    const longer = new Float64Array(column.length * 2);
    longer.set(column.values);
    column.values = longer;
  }
  column.values[column.length] = value;
  column.length += 1;
}

/** The numbers so far, in memory of their own. */
export function taken(column: Growing): Float64Array {
  return column.values.slice(0, column.length);
}
