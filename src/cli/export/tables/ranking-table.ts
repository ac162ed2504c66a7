import type { Attempt, QuizAnswer } from "../../../core/attempt.ts";
import { rankModels } from "../../../core/ranking/rank-models.ts";
import type { RankingRow } from "../../../core/ranking/ranking.ts";
import { rankingInput } from "../../../core/ranking/ranking-input.ts";
import type { ExportSource } from "../export-source.ts";
import { boolean, type ColumnOf, integer, number, rowOf, type Table, text } from "../table.ts";

type Score = keyof RankingRow["ci"];

/** A score with its 95 % interval and standard error. */
const score = (name: Score, doc: string): readonly ColumnOf<RankingRow>[] => [
  number(name, `${doc}, points.`, (row) => row[name]),
  number(`${name}Low`, "Lower end of its 95 % interval.", (row) => row.ci[name]?.[0] ?? null),
  number(`${name}High`, "Upper end of its 95 % interval.", (row) => row.ci[name]?.[1] ?? null),
  number(`${name}Se`, "Its standard error.", (row) => row.se[name]),
];

const columns: readonly ColumnOf<RankingRow>[] = [
  integer("rank", "Place by overall score, from 1; null if the row is not ranked.", (row) => row.rank),
  integer("rankLow", "1 + number of rows significantly better.", (row) => row.rankLow),
  integer("rankHigh", "n − number of rows significantly worse.", (row) => row.rankHigh),
  text("model", "Model of the row.", (row) => row.model),
  boolean("baseline", "True of a program that is no language model.", (row) => row.baseline),
  text("unranked", "Why it is not ranked; null if it is.", (row) => row.unranked),
  ...score("overall", "Overall score"),
  ...score("trading", "Trading"),
  ...score("quiz", "Quiz"),
  ...score("engineering", "Engineering"),
  number("totalReturn", "Mean over the scored paths of the trading tasks, fraction.", (row) => row.totalReturn),
  number("maxDrawdown", "The same, fraction in [0, 1].", (row) => row.maxDrawdown),
  number("sharpe", "The same, a year.", (row) => row.sharpe),
  number("mirageGap", "Mean U of history paths less that of twins.", (row) => row.mirageGap),
  number("noiseReturn", "Mean total return on the noise paths, fraction.", (row) => row.noiseReturn),
  number("validAt1", "Share of first attempts that reached “scored”.", (row) => row.validAt1),
  integer("attempts", "Attempts made.", (row) => row.attempts),
  integer("questions", "Questions answered.", (row) => row.questions),
  integer("unparsable", "Answers that could not be read.", (row) => row.unparsable),
  integer("notAttempted", "Attempts and answers that the world failed.", (row) => row.notAttempted),
  number("costUsd", "US dollars; null if not known.", (row) => row.costUsd),
  number("latencyMs", "Median latency of the calls, milliseconds.", (row) => row.latencyMs),
  number("inputTokens", "Tokens read.", (row) => row.inputTokens),
  number("outputTokens", "Tokens written.", (row) => row.outputTokens),
];

/** One row a model, best first: the numbers of ranking.json. */
export function rankingTable(source: ExportSource): Table {
  return {
    name: "ranking",
    doc: "One row a model, best first.",
    columns,
    rows: async function* () {
      yield (await rank(source)).map((row) => rowOf(columns, row));
    },
  };
}

/** A ranking goes by numbers: texts, the bulk of a record, are dropped as the records come. */
async function rank(source: ExportSource): Promise<readonly RankingRow[]> {
  const { manifest } = source;
  const attempts: Attempt[] = [];
  const answers: QuizAnswer[] = [];
  for await (const attempt of source.attempts()) attempts.push({ ...withoutText(attempt), code: null });
  for await (const answer of source.answers()) answers.push(withoutText(answer));
  return rankModels(rankingInput([{ manifest, attempts, answers }])).models;
}

function withoutText<T extends Attempt | QuizAnswer>(record: T): T {
  return { ...record, messages: [], reply: record.reply === null ? null : { ...record.reply, text: "" } };
}
