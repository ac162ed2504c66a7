import { type Estimate, estimate, type Sample } from "../stats/estimate.ts";
import { type ModelScores, type Part, type ScoreTable, samplesOf } from "./score-table.ts";

/** a − b of two models on every unit that both have, by part. */
export function pairedSamples(table: ScoreTable, a: ModelScores, b: ModelScores): Sample[] {
  return samplesOf(table, (part, unit) => differenceAt(a, b, part, unit));
}

/** Points of a less points of b on one unit; null if either has none. */
export function differenceAt(a: ModelScores, b: ModelScores, part: Part, unit: number): number | null {
  const one = a.points[part][unit] ?? null;
  const other = b.points[part][unit] ?? null;
  return one === null || other === null ? null : one - other;
}

/**
 * The difference of two models' overall scores, task by task and template by template: Var = Σ w²·Var_part. Pairing
 * takes out how hard each task and its paths are; attempts and paths lie inside the task and are not units of their
 * own. Every task draws paths of its own, so tasks are independent. null if they share no units in a part that counts.
 */
export function pairedEstimate(table: ScoreTable, a: ModelScores, b: ModelScores): Estimate | null {
  return estimate(pairedSamples(table, a, b));
}
