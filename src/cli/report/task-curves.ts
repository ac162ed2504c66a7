import { readCurves, readTaskPaths } from "../../adapters/run-folder.ts";
import type { Attempt } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import type { DrawnPath, ProgramCurves } from "../../report/task/equity-grid.ts";

/** The paths of a task as its page draws them; none if the run stored none. */
export async function drawnPaths(dir: string, task: string): Promise<readonly DrawnPath[]> {
  const stored = (await readTaskPaths(dir, task))?.paths ?? [];
  return stored.map(({ path, kind, regime, close, warmupBars }) => ({
    path,
    kind,
    regime,
    close: close.slice(warmupBars - 1),
  }));
}

/**
 * Equity of the first scored attempt of each model, in the order of the ranking. A program that failed is left out: one
 * that looks ahead would be the best of all in the picture.
 */
export async function programCurves(
  dir: string,
  ranking: Ranking,
  attempts: readonly Attempt[],
): Promise<readonly ProgramCurves[]> {
  const programs: ProgramCurves[] = [];
  for (const { model, baseline } of ranking.models) {
    const first = attempts.find((attempt) => attempt.model === model && isDrawn(attempt));
    if (first === undefined) continue;
    const curves = (await readCurves(dir, first))?.paths.filter(({ equity }) => equity.length > 1) ?? [];
    if (curves.length > 0) {
      programs.push({ model, baseline, paths: curves.map(({ path, equity }) => ({ path, equity })) });
    }
  }
  return programs;
}

/** Also one that is not like its reference: it traded all the same. */
function isDrawn({ failure, paths }: Attempt): boolean {
  return paths.length > 0 && (failure === null || failure.kind === "unfaithful");
}
