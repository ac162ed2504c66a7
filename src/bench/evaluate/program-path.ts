import type { Bars } from "../../core/bars.ts";
import type { Run } from "../../core/job.ts";
import type { Path } from "../../core/paths/path.ts";

/** What a program is run on: one market, or several that a program with `allocate` divides equity among. */
export interface ProgramPath extends Path {
  /** The markets of a portfolio, on one axis of time; `bars` is the first of them. Absent where there is but one. */
  readonly markets?: readonly Bars[];
  /** How messages call the markets of a portfolio; by their numbers unless given. */
  readonly marketNames?: readonly string[];
}

/** How a market of a path is called. */
export function marketName(path: ProgramPath | undefined, market: number): string {
  return path?.marketNames?.[market] ?? `market ${market}`;
}

/** Paths as parts of a job. */
export interface PathRuns {
  /** The bars of all paths, one after another. */
  readonly bars: readonly Bars[];
  /** The run of each path. */
  readonly runs: readonly Run[];
}

/** The bars and the runs of paths. */
export function pathRuns(paths: readonly ProgramPath[]): PathRuns {
  const bars: Bars[] = [];
  const runs = paths.map((path): Run => {
    const first = bars.length;
    bars.push(...(path.markets ?? [path.bars]));
    const run = { program: 0, bars: first };
    return path.markets === undefined ? run : { ...run, markets: path.markets.map((_, i) => first + i) };
  });
  return { bars, runs };
}
