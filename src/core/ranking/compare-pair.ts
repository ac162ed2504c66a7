import { UserError } from "../failure.ts";
import { nearestName } from "../nearest-name.ts";
import { type Estimate, estimate } from "../stats/estimate.ts";
import { differenceAt, pairedEstimate, pairedSamples } from "./paired-estimate.ts";
import type { RankingInput } from "./ranking-input.ts";
import { type ModelScores, type Part, parts, type ScoreTable, scoreTable } from "./score-table.ts";

/** One task or template of a comparison, in points of 100; null where a model has no score. */
export interface ComparedUnit {
  readonly part: Part;
  /** Task id, or quiz template. */
  readonly unit: string;
  readonly a: number | null;
  readonly b: number | null;
  /** a − b. */
  readonly difference: number | null;
}

/** Two models side by side. Estimates are of a − b in points; null where they share no unit. */
export interface Comparison {
  readonly version: 1;
  readonly benchmark: string;
  readonly run: string;
  readonly a: string;
  readonly b: string;
  /** Over the parts that have a weight, weighted. */
  readonly overall: Estimate | null;
  readonly trading: Estimate | null;
  readonly quiz: Estimate | null;
  readonly engineering: Estimate | null;
  /** Units on which a is ahead, b is ahead, and both are equal, by part. */
  readonly counts: Readonly<Record<Part, { readonly a: number; readonly b: number; readonly equal: number }>>;
  /** Trading tasks, then quiz templates, then engineering tasks, each sorted by name. */
  readonly units: readonly ComparedUnit[];
}

/**
 * Compares two models of a run on the units that both have; p-values are of this one comparison, not corrected for
 * others. Incomplete models may be compared too.
 *
 * @throws UserError if a model is not in the run, or both are the same
 */
export function comparePair(input: RankingInput, pair: { readonly a: string; readonly b: string }): Comparison {
  const table = scoreTable(input);
  const a = findModel(table, pair.a);
  const b = findModel(table, pair.b);
  if (a === b) throw new UserError(`A comparison wants two models, got "${a.id}" twice.`);
  const units = parts.flatMap((part) => comparedUnits(table, part, a, b));
  const samples = pairedSamples(table, a, b);
  const part = (name: Part): Estimate | null =>
    estimate([{ weight: 1, values: samples[parts.indexOf(name)]?.values ?? [] }]);
  return {
    version: 1,
    benchmark: input.benchmark,
    run: input.run,
    a: a.id,
    b: b.id,
    overall: pairedEstimate(table, a, b),
    trading: part("trading"),
    quiz: part("quiz"),
    engineering: part("engineering"),
    counts: {
      trading: counts(units, "trading"),
      quiz: counts(units, "quiz"),
      engineering: counts(units, "engineering"),
    },
    units,
  };
}

function comparedUnits(table: ScoreTable, part: Part, a: ModelScores, b: ModelScores): ComparedUnit[] {
  return table.units[part].map((unit, i) => ({
    part,
    unit,
    a: a.points[part][i] ?? null,
    b: b.points[part][i] ?? null,
    difference: differenceAt(a, b, part, i),
  }));
}

function counts(units: readonly ComparedUnit[], part: Part): { a: number; b: number; equal: number } {
  const differences = units.flatMap((unit) => (unit.part === part ? (unit.difference ?? []) : []));
  return {
    a: differences.filter((d) => d > 0).length,
    b: differences.filter((d) => d < 0).length,
    equal: differences.filter((d) => d === 0).length,
  };
}

function findModel(table: ScoreTable, id: string): ModelScores {
  const found = table.models.find((model) => model.id === id);
  if (found !== undefined) return found;
  const ids = table.models.map((model) => model.id);
  const near = nearestName(id, ids);
  const hint = near === null ? `It has: ${ids.join(", ")}.` : `Did you mean "${near}"?`;
  throw new UserError(`The run has no model "${id}". ${hint}`);
}
