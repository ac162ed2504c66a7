import { z } from "zod";
import { attemptSchema, quizAnswerSchema } from "./attempt-schema.ts";
import { manifestSchema } from "./manifest.ts";
import { rankingSchema } from "./ranking/ranking-schema.ts";

/** The published JSON Schemas of the files of a run folder, by file name: one object, or one line of a .jsonl. */
export function recordSchemas(): Readonly<Record<string, object>> {
  return {
    "run.schema.json": z.toJSONSchema(manifestSchema),
    "attempts.schema.json": z.toJSONSchema(attemptSchema),
    "quiz.schema.json": z.toJSONSchema(quizAnswerSchema),
    "ranking.schema.json": z.toJSONSchema(rankingSchema),
  };
}
