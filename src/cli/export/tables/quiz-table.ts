import type { QuizAnswer } from "../../../core/attempt.ts";
import { inBatches } from "../batches.ts";
import type { ExportSource } from "../export-source.ts";
import { type ColumnOf, integer, number, rowOf, type Table, text } from "../table.ts";
import { replyColumns } from "./reply-columns.ts";

const columns: readonly ColumnOf<QuizAnswer>[] = [
  text("model", "Model that was asked.", (a) => a.model),
  text("question", "Question that was asked.", (a) => a.question),
  text("template", "Template or item that it is an instance of.", (a) => a.template),
  text("topic", "Topic of the question.", (a) => a.topic),
  integer("level", "1 easy, 3 hard.", (a) => a.level),
  text("lang", "Language of the question: en or zh.", (a) => a.lang),
  integer("attempt", "Which attempt, from 0.", (a) => a.attempt),
  text("notAttempted", "Why the world gave no answer; null if it did.", (a) => a.notAttempted),
  text("outcome", "right, wrong or unparsable; null if not attempted.", (a) => a.mark?.outcome ?? null),
  number(
    "score",
    "1 right, −1/(m−1) wrong of m options, 0 a wrong number or unparsable.",
    (a) => a.mark?.score ?? null,
  ),
  number("given", "Option from 0, or the number read; null if unparsable.", (a) => a.mark?.given ?? null),
  ...replyColumns,
];

/** One row an answer. */
export function quizTable(source: ExportSource): Table {
  return {
    name: "quiz",
    doc: "One row an answer to a question of the quiz.",
    columns,
    rows: () => inBatches(source.answers(), (answer) => [rowOf(columns, answer)]),
  };
}
