import { comparePair } from "../../core/ranking/compare-pair.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import type { RankingInput } from "../../core/ranking/ranking-input.ts";
import type { Rival } from "../../report/model/rival-table.ts";
import { firstPairs } from "./run-links.ts";

/** Rows above and below that a model's page compares it with, where there are too many to show all. */
const nextTo = 3;

/** The same input with two models alone: their comparison needs no other, and is found faster. */
export function inputOfPair(input: RankingInput, a: string, b: string): RankingInput {
  const either = (model: string): boolean => model === a || model === b;
  return {
    ...input,
    models: input.models.filter(({ id }) => either(id)),
    attempts: input.attempts.filter((attempt) => either(attempt.model)),
    answers: input.answers.filter((answer) => either(answer.model)),
  };
}

/** The rows that the page of a model compares it with: all of few, else its neighbours, the first and buy-and-hold. */
export function rivalsOf(
  row: RankingRow,
  ranking: Ranking,
  input: RankingInput,
): { readonly rivals: readonly Rival[]; readonly cut: boolean } {
  const paired = ranking.models.filter(({ model }) => ranking.pairs.some(({ a, b }) => a === model || b === model));
  const place = paired.findIndex(({ model }) => model === row.model);
  if (place < 0) return { rivals: [], cut: false };
  const few = paired.length <= firstPairs;
  const shown = paired.filter(
    ({ model }, i) =>
      i !== place && (few || i === 0 || Math.abs(i - place) <= nextTo || model === "baseline/buy-and-hold"),
  );
  const rivals = shown.flatMap((other): Rival[] => {
    const pair = ranking.pairs.find(
      ({ a, b }) => (a === row.model && b === other.model) || (b === row.model && a === other.model),
    );
    const { overall } = comparePair(inputOfPair(input, row.model, other.model), { a: row.model, b: other.model });
    return pair === undefined || overall === null ? [] : [{ row: other, estimate: overall, pair }];
  });
  return { rivals, cut: shown.length < paired.length - 1 };
}
