/** Checked answers of a strategy: one number a bar, each in [−1, 1] or NaN (keep the target of the bar before). */
export interface Positions {
  readonly target: Float64Array;
  /** Stops as fractions of the entry price, one a bar, > 0 or NaN (none); absent = none at all. */
  readonly stopLoss?: Float64Array;
  readonly takeProfit?: Float64Array;
  readonly trailingStop?: Float64Array;
}

/** Positions in columns of any kind, as a strategy gives them. */
export interface PositionsInput {
  readonly target: ArrayLike<number>;
  readonly stopLoss?: ArrayLike<number>;
  readonly takeProfit?: ArrayLike<number>;
  readonly trailingStop?: ArrayLike<number>;
}

/** The names of the stop columns. */
export const stopColumns = ["stopLoss", "takeProfit", "trailingStop"] as const;

/** The names of all columns of positions. */
export const positionColumns = ["target", "stopLoss", "takeProfit", "trailingStop"] as const;

/** One of the stop columns. */
export type StopColumn = (typeof stopColumns)[number];

/**
 * The target in force after each bar: NaN replaced by the last number before it, 0 before the first.
 * `forwardFill([NaN, 1, NaN, 0])` is `[0, 1, 1, 0]`.
 */
export function forwardFill(target: ArrayLike<number>): Float64Array {
  const filled = new Float64Array(target.length);
  let last = 0;
  for (let t = 0; t < target.length; t++) {
    const wanted = target[t] as number;
    if (!Number.isNaN(wanted)) last = wanted;
    filled[t] = last;
  }
  return filled;
}

/**
 * What is in force after each bar: the targets forward-filled, and each stop that of the bar whose target is in force
 * (stops are read where the target changes); NaN where the target is 0. Positions of equal orders have equal columns.
 * A column of stops that is absent stays absent.
 */
export function inForce(positions: PositionsInput): Positions {
  const target = forwardFill(positions.target);
  const held: { -readonly [name in StopColumn]?: Float64Array } = {};
  for (const name of stopColumns) {
    const column = positions[name];
    if (column !== undefined) held[name] = keptStops(target, column);
  }
  return { target, ...held };
}

function keptStops(target: Float64Array, column: ArrayLike<number>): Float64Array {
  const held = new Float64Array(target.length);
  let last = Number.NaN;
  for (let t = 0; t < target.length; t++) {
    if (target[t] !== (t > 0 ? target[t - 1] : 0)) last = target[t] === 0 ? Number.NaN : (column[t] as number);
    held[t] = last;
  }
  return held;
}

/**
 * The positions from bar `first` on, as if the market began there: a target that was set before and kept since is
 * taken up anew, with the stops that came with it.
 */
export function positionsFrom(positions: PositionsInput, first: number): Positions {
  const held = inForce(positions);
  const from: { -readonly [name in StopColumn]?: Float64Array } = {};
  for (const name of stopColumns) {
    const column = held[name];
    if (column !== undefined) from[name] = column.subarray(first);
  }
  return { target: held.target.subarray(first), ...from };
}
