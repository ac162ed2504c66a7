import type { Bars } from "../bars.ts";
import type { Costs } from "../costs.ts";
import { type Positions, type StopColumn, stopColumns } from "../positions.ts";
import type { Path, PathKind, Regime } from "./path.ts";

/** A path in plain JSON: what a back-test of it needs, and what the reader wants to know. Columns over all bars, warm-up first. */
export interface StoredPath {
  readonly path: string;
  readonly kind: PathKind;
  readonly regime: Regime;
  readonly warmupBars: number;
  readonly barsPerYear: number;
  readonly costs: StoredCosts;
  /** Milliseconds UTC, shifted like all times of a path. */
  readonly time: readonly number[];
  readonly open: readonly number[];
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly close: readonly number[];
  /** null where it is not known. */
  readonly volume: readonly (number | null)[];
}

/** Costs whose columns are plain lists. */
export type StoredCosts = Omit<Costs, "halfSpread"> & { readonly halfSpread?: readonly (number | null)[] };

/** Positions in plain JSON: null keeps the target of the bar before, and of a stop, sets none. */
export interface StoredPositions {
  readonly target: readonly (number | null)[];
  readonly stopLoss?: readonly (number | null)[];
  readonly takeProfit?: readonly (number | null)[];
  readonly trailingStop?: readonly (number | null)[];
}

/** A path as plain JSON. */
export function storePath({ id, kind, regime, warmupBars, bars, costs }: Path): StoredPath {
  const { halfSpread, ...rates } = costs;
  const spread = halfSpread === undefined ? {} : { halfSpread: nullable(halfSpread) };
  return {
    path: id,
    kind,
    regime,
    warmupBars,
    barsPerYear: bars.barsPerYear,
    costs: { ...rates, ...spread },
    time: [...bars.time],
    open: [...bars.open],
    high: [...bars.high],
    low: [...bars.low],
    close: [...bars.close],
    volume: nullable(bars.volume),
  };
}

/** The costs of a stored path. */
export function costsOfStored({ costs: { halfSpread, ...rates } }: StoredPath): Costs {
  return halfSpread === undefined ? rates : { ...rates, halfSpread: numbers(halfSpread) };
}

/** The bars of a stored path, the same numbers as before it was stored. */
export function barsOfStored(path: StoredPath): Bars {
  return {
    length: path.time.length,
    time: Float64Array.from(path.time),
    open: Float64Array.from(path.open),
    high: Float64Array.from(path.high),
    low: Float64Array.from(path.low),
    close: Float64Array.from(path.close),
    volume: numbers(path.volume),
    barsPerYear: path.barsPerYear,
  };
}

/** Positions as plain JSON. */
export function storePositions(positions: Positions): StoredPositions {
  const stops: { -readonly [name in StopColumn]?: readonly (number | null)[] } = {};
  for (const name of stopColumns) {
    const column = positions[name];
    if (column !== undefined) stops[name] = nullable(column);
  }
  return { target: nullable(positions.target), ...stops };
}

/** Stored positions as columns again. */
export function positionsOfStored(stored: StoredPositions): Positions {
  const stops: { -readonly [name in StopColumn]?: Float64Array } = {};
  for (const name of stopColumns) {
    const column = stored[name];
    if (column !== undefined) stops[name] = numbers(column);
  }
  return { target: numbers(stored.target), ...stops };
}

function nullable(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}

function numbers(column: readonly (number | null)[]): Float64Array {
  return Float64Array.from(column, (value) => value ?? Number.NaN);
}
