import { z } from "zod";
import type { Attempt, Fidelity, LookAheadFinding, QuizAnswer, Speed } from "./attempt.ts";
import type { Diagnostic, Literal } from "./diagnostic.ts";
import { stages } from "./failure.ts";
import { failureSchema } from "./failure-schema.ts";
import type { Message } from "./message.ts";
import { stopColumns } from "./positions.ts";
import type { QuizMark } from "./quiz/question.ts";
import type { Reply } from "./reply.ts";
import { pathScoreSchema, utilitySchema } from "./score/path-score-schema.ts";
import { tracks } from "./task.ts";

const tokens = z.int().min(0).nullable();
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 easy … 3 hard");
const lang = z.enum(["en", "zh"]).describe("Language of the prompt");
const notAttempted = z.string().nullable().describe("Why the world gave no reply; null if it did");

const message: z.ZodType<Message> = z.strictObject({
  role: z.enum(["system", "user", "assistant"]).describe("Who speaks"),
  content: z.string().describe("What is said"),
});

const reply: z.ZodType<Reply> = z.strictObject({
  text: z.string().describe("Text as the model sent it"),
  stop: z.enum(["stop", "length", "refusal", "content-filter", "empty"]).describe("Why the model stopped writing"),
  usage: z
    .strictObject({
      inputTokens: tokens.describe("Tokens read"),
      cachedTokens: tokens.describe("Part of inputTokens served from the endpoint's cache"),
      outputTokens: tokens.describe("Tokens written, reasoning included"),
      reasoningTokens: tokens.describe("Part of outputTokens spent on hidden reasoning"),
    })
    .describe("Tokens as the endpoint states them; null = not stated"),
  latencyMs: z.number().min(0).describe("Wall time of the successful call, milliseconds"),
  retries: z.int().min(0).describe("Calls that failed before this one succeeded"),
  servedModel: z.string().nullable().describe("Model name that the endpoint says it served"),
  costUsd: z.number().min(0).nullable().describe("Price of the call, US dollars; null without prices or usage"),
});

const diagnostic: z.ZodType<Diagnostic> = z.strictObject({
  line: z.int().describe("Line in the code, from 1"),
  column: z.int().describe("Column in the code, from 1"),
  code: z.int().describe("TypeScript's number of the error"),
  message: z.string().describe("TypeScript's words"),
});

const literal: z.ZodType<Literal> = z.strictObject({
  kind: z.enum(["date", "year", "timestamp", "price-level"]).describe("What the literal looks like"),
  text: z.string().describe("As written in the code"),
  line: z.int().describe("Line in the code, from 1"),
});

const lookAhead: z.ZodType<LookAheadFinding> = z.strictObject({
  probes: z.int().min(0).describe("Probes run"),
  offence: z
    .strictObject({
      path: z.string().describe("Path on which it was found"),
      probe: z.enum(["truncate", "scramble"]).describe("What was done to the future"),
      cutBar: z.int().describe("Last bar that was left as it was"),
      firstOffendingBar: z.int().describe("First bar whose target changed"),
    })
    .nullable()
    .describe("First proof that the code uses later bars; null = clean"),
});

const fidelity: z.ZodType<Fidelity> = z.strictObject({
  pass: z.boolean().describe("True if every bar of every path equals the reference's"),
  pathsEqual: z.int().describe("Paths without a difference"),
  paths: z.int().describe("Paths compared"),
  firstDifference: z
    .strictObject({
      path: z.string().describe("Path of the difference"),
      bar: z.int().describe("First bar that differs"),
      column: z.enum(stopColumns).exactOptional().describe("Stops that differ; absent where targets do"),
      wanted: z.number().nullable().describe("Target or stop of the reference; null if it has none"),
      given: z.number().nullable().describe("Target or stop of the answer; null if it has none"),
    })
    .nullable()
    .describe("First difference above 1e-9; null = none"),
});

const speed: z.ZodType<Speed> = z.strictObject({
  starterMs: z.number().describe("CPU time of the starter, milliseconds"),
  referenceMs: z.number().describe("CPU time of the reference, milliseconds"),
  programMs: z.number().describe("CPU time of the answer, milliseconds"),
  score: z.number().describe("ln(starter/answer)/ln(starter/reference), clipped to [-1, 1.5]"),
});

/** Checks a line of attempts.jsonl; also the source of its published JSON Schema. */
export const attemptSchema: z.ZodType<Attempt> = z
  .strictObject({
    version: z.literal(1).describe("Version of this record's format"),
    model: z.string().describe("Model that was asked"),
    task: z.string().describe("Task that was asked"),
    taskVersion: z.int().describe("Version of the task"),
    track: z.enum(tracks).describe("Track of the task"),
    level,
    lang,
    attempt: z.int().min(0).describe("Which attempt of this model at this task, from 0"),
    messages: z.array(message).describe("Prompt as sent"),
    reply: reply.nullable().describe("What came back; null if the world failed"),
    notAttempted,
    code: z.string().nullable().describe("TypeScript taken from the reply; null if there was none"),
    diagnostics: z.array(diagnostic).describe("Errors of the type check"),
    literals: z
      .array(literal)
      .describe("Dates, years, timestamps and price levels in the code: evidence, not a verdict"),
    stage: z.enum(stages).describe("Last stage reached"),
    failure: failureSchema.nullable().describe("What was wrong with the attempt as a whole; null if nothing"),
    paths: z.array(pathScoreSchema).describe("What the code did on each scored path"),
    noise: pathScoreSchema.nullable().describe("What it did on the driftless path, which is not scored"),
    lookAhead: lookAhead.nullable().describe("The look-ahead audit; null if the code did not get that far"),
    utility: utilitySchema
      .nullable()
      .describe("Utility and its parts, on trading tracks; null if the code did not run"),
    fidelity: fidelity.nullable().describe("Nearness to the reference, on the other tracks"),
    speed: speed.nullable().describe("CPU times, on the speed track"),
    score: z.number().nullable().describe("U, or 1 or 0, or the speed-up score; null if not attempted"),
    resources: z
      .strictObject({
        cpuMs: z.number().describe("Largest CPU time of a run, milliseconds"),
        heapMiB: z.number().nullable().describe("Largest heap, MiB; null if the worker died"),
      })
      .nullable()
      .describe("Resources used: they vary from machine to machine and enter no score but speed's"),
  })
  .describe("One attempt of one model at one strategy task: a line of attempts.jsonl");

const mark: z.ZodType<QuizMark> = z.strictObject({
  score: z.number().min(-1).max(1).describe("1 right, -1/(m-1) wrong of m options, 0 wrong number or unreadable"),
  outcome: z.enum(["right", "wrong", "unparsable"]).describe("What the answer was"),
  given: z.number().nullable().describe("Option index from 0, or the number read; null if unreadable"),
});

/** Checks a line of quiz.jsonl; also the source of its published JSON Schema. */
export const quizAnswerSchema: z.ZodType<QuizAnswer> = z
  .strictObject({
    version: z.literal(1).describe("Version of this record's format"),
    model: z.string().describe("Model that was asked"),
    question: z.string().describe("Question that was asked"),
    template: z.string().describe("Template or item that the question is an instance of"),
    topic: z.string().describe("Topic of the question"),
    level,
    lang,
    attempt: z.int().min(0).describe("Which attempt of this model at this question, from 0"),
    messages: z.array(message).describe("Prompt as sent"),
    reply: reply.nullable().describe("What came back; null if the world failed"),
    notAttempted,
    mark: mark.nullable().describe("What the answer was worth; null if not attempted"),
  })
  .describe("One answer of one model to one question: a line of quiz.jsonl");
