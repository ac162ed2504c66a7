import { z } from "zod";
import { stages } from "../failure.ts";
import type { Interval, Ranking, RankingPair, RankingRow } from "./ranking.ts";

const points = (words: string): z.ZodType<number | null> => z.number().nullable().describe(`${words}, points of 100`);
const optional = (words: string): z.ZodType<number | null> => z.number().nullable().describe(words);
const interval: z.ZodType<Interval | null> = z.tuple([z.number(), z.number()]).readonly().nullable();

const row: z.ZodType<RankingRow> = z.strictObject({
  rank: optional("Place by overall score, from 1; null if not ranked"),
  rankLow: optional("1 + number of rows significantly better"),
  rankHigh: optional("Number of ranked rows less those significantly worse"),
  model: z.string().describe("Model"),
  baseline: z.boolean().describe("True for the programmatic baselines"),
  unranked: z.string().nullable().describe("Why it is not ranked; null if it is"),
  overall: points("Weighted mean of Trading, Quiz and Engineering"),
  trading: points("50 + 50 × mean utility"),
  quiz: points("Mean of guess-corrected answers"),
  engineering: points("Mean of pass rates and speed-up scores"),
  ci: z
    .strictObject({
      overall: interval.describe("Of the overall score"),
      trading: interval.describe("Of the Trading score"),
      quiz: interval.describe("Of the Quiz score"),
      engineering: interval.describe("Of the Engineering score"),
    })
    .describe("95 % intervals"),
  se: z
    .strictObject({
      overall: points("Of the overall score"),
      trading: points("Of the Trading score"),
      quiz: points("Of the Quiz score"),
      engineering: points("Of the Engineering score"),
    })
    .describe("Standard errors"),
  totalReturn: optional("Mean total return over scored paths, fraction"),
  maxDrawdown: optional("Mean maximum drawdown over scored paths, fraction"),
  sharpe: optional("Mean annual Sharpe ratio over scored paths"),
  mirageGap: optional("Mean utility of history paths less that of twin paths"),
  noiseReturn: optional("Mean total return on the noise paths, fraction"),
  validAt1: optional("Share of first attempts that were scored, on one path or more where the task trades"),
  attempts: z.int().describe("Attempts made"),
  questions: z.int().describe("Questions answered"),
  unparsable: z.int().describe("Answers that could not be read"),
  notAttempted: z.int().describe("Attempts and answers that the world failed"),
  costUsd: optional("Price of all calls, US dollars"),
  latencyMs: optional("Median latency of the calls, milliseconds"),
  inputTokens: optional("Tokens read"),
  outputTokens: optional("Tokens written"),
  failures: z
    .partialRecord(z.enum(stages), z.int())
    .describe("Attempts that ended at each stage before `scored`, or failed there on every path"),
  failureKinds: z.record(z.string(), z.int()).describe("Attempts per kind of failure, of the whole or on any path"),
  tasks: z.record(z.string(), z.number()).describe("Mean score of each task"),
  arena: z.null().describe("Comes with the arena"),
});

const pair: z.ZodType<RankingPair> = z.strictObject({
  a: z.string().describe("One model"),
  b: z.string().describe("The other"),
  difference: z.number().describe("Overall of a less overall of b, points"),
  standardError: optional("Of the difference, points"),
  tasks: z.int().describe("Tasks that both have"),
  templates: z.int().describe("Quiz templates that both have"),
  p: optional("Two-sided p value"),
  pHolm: optional("The same after Holm's correction over all pairs"),
  significant: z.boolean().describe("True if pHolm is below 0.05"),
});

/** Checks ranking.json; also the source of its published JSON Schema. */
export const rankingSchema: z.ZodType<Ranking> = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format"),
    benchmark: z.string().describe("Version of the benchmark"),
    run: z.string().describe("Identity of the plan and models"),
    weights: z
      .strictObject({
        trading: z.number().describe("Share of Trading"),
        quiz: z.number().describe("Share of Quiz"),
        engineering: z.number().describe("Share of Engineering"),
      })
      .describe("Weights of the overall score"),
    models: z.array(row).describe("All rows, best first, baselines among them"),
    pairs: z.array(pair).describe("Paired comparisons of ranked rows"),
    baselines: z.array(row).describe("The rows that are baselines, again"),
  })
  .describe("ranking.json: the ranking of a run");
