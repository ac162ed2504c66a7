import type { Manifest } from "../../core/manifest.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { askedOf } from "../../core/suite/asked-of.ts";

/** How far one model is. */
export interface ModelProgress {
  readonly row: RankingRow;
  readonly attempts: { readonly done: number; readonly total: number };
  readonly answers: { readonly done: number; readonly total: number };
  /** Attempts that ended before `scored`, or failed there on every path. */
  readonly failures: number;
}

/**
 * How far each model of a run is, in the order of its ranking. What the world failed is not done: it stands in
 * `row.notAttempted`.
 */
export function modelProgress(manifest: Manifest, ranking: Ranking): readonly ModelProgress[] {
  const models = new Map(manifest.models.map((model) => [model.id, model]));
  return ranking.models.flatMap((row) => {
    const model = models.get(row.model);
    if (model === undefined) return [];
    const { tasks, langs, attempts, questions } = askedOf(model, manifest.plan);
    return {
      row,
      attempts: { done: row.attempts, total: tasks.length * langs.length * attempts },
      answers: { done: row.questions, total: questions.length * langs.length },
      failures: Object.values(row.failures).reduce((sum, count) => sum + count, 0),
    };
  });
}

/** Attempts and answers of all models: those that are in, and those that the plan asks for. */
export function runProgress(models: readonly ModelProgress[]): { readonly done: number; readonly total: number } {
  const sum = (of: (model: ModelProgress) => number): number => models.reduce((all, model) => all + of(model), 0);
  return {
    done: sum(({ attempts, answers }) => attempts.done + answers.done),
    total: sum(({ attempts, answers }) => attempts.total + answers.total),
  };
}
