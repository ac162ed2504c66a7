import type { PathKind } from "../../core/paths/path.ts";
import type { PathScore, PathStats } from "../../core/score/path-score.ts";
import { utility } from "../../core/score/utility.ts";
import { normalCdf } from "../../core/stats/distributions.ts";
import { type Estimate, estimate } from "../../core/stats/estimate.ts";
import type { PathMarket } from "../parts/path-market.ts";

/** U of one path alone, beside that of buying and holding it. */
export interface PathUtility {
  readonly path: string;
  readonly kind: PathKind;
  readonly value: number;
  /** null where the path's bars are not at hand. */
  readonly held: number | null;
}

/** The scored paths one by one. A path that failed has −1. */
export function pathUtilities(paths: readonly PathScore[], markets: readonly PathMarket[]): readonly PathUtility[] {
  return paths.map((path) => {
    const market = markets.find((one) => one.path === path.path);
    const held = market === undefined ? null : utility([asPath(path, market.held.stats)]).value;
    return { path: path.path, kind: path.kind, value: utility([path]).value, held };
  });
}

/** Mean U of the paths alone against that of cash, 0: a t-test with the paths as units. null without paths. */
export function againstCash(paths: readonly PathUtility[]): Estimate | null {
  return estimate([{ weight: 1, values: paths.map((path) => path.value) }]);
}

/** Mean of U less that of buying and holding, path by path; null where no market is at hand. */
export function againstHolding(paths: readonly PathUtility[]): Estimate | null {
  const values = paths.flatMap(({ value, held }) => (held === null ? [] : [value - held]));
  return values.length === 0 ? null : estimate([{ weight: 1, values }]);
}

/** Mean U of the paths of real history less that of the twins; null where there are none of either. */
export function mirage(paths: readonly PathUtility[]): Estimate | null {
  const of = (kind: PathKind): number[] => paths.filter((path) => path.kind === kind).map((path) => path.value);
  return estimate([
    { weight: 1, values: of("history") },
    { weight: -1, values: of("twin") },
  ]);
}

/**
 * Probability that the Sharpe ratio of all paths together is above 0, at one path's length: Φ of three times S, whose
 * z S is; S is cut at ±1, so this is at least 0.0013 and at most 0.9987. null where U has no such part.
 */
export function pooledPsr(sharpePart: number): number {
  return normalCdf(3 * sharpePart);
}

function asPath(path: PathScore, stats: PathStats): PathScore {
  return { ...path, failure: null, stats };
}
