import { type Bars, sliceBars } from "../../core/bars.ts";
import type { Costs } from "../../core/costs.ts";
import type { PathKind, Regime } from "../../core/paths/path.ts";
import { barsOfStored, costsOfStored, type StoredPath } from "../../core/paths/stored-path.ts";
import { type Alternative, holdShare } from "./alternative.ts";

/** One path of a task, ready for any number of programs: what does not depend on the program is worked out once. */
export interface PathMarket {
  readonly path: string;
  readonly kind: PathKind;
  readonly regime: Regime;
  readonly warmupBars: number;
  /** All bars, warm-up first. */
  readonly bars: Bars;
  /** The last warm-up bar, at whose close a back-test starts, and the scored ones. */
  readonly scored: Bars;
  readonly costs: Costs;
  /** Buying at the first scored open and holding, at the path's costs. */
  readonly held: Alternative;
}

/** The path as it was stored, as columns. */
export function pathMarket(stored: StoredPath): PathMarket {
  const { path, kind, regime, warmupBars } = stored;
  const bars = barsOfStored(stored);
  const costs = costsOfStored(stored);
  const scored = sliceBars(bars, warmupBars - 1, bars.length);
  return { path, kind, regime, warmupBars, bars, scored, costs, held: holdShare({ bars, warmupBars, costs }, 1) };
}

/** The bar of a path, counted from its first warm-up bar, that is bar `t` of a back-test. */
export function barOfPath({ warmupBars }: Pick<PathMarket, "warmupBars">, t: number): number {
  return warmupBars - 1 + t;
}
