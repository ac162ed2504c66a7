import { z } from "zod";
import { type Model, modelSchema } from "./model.ts";
import type { Weights } from "./ranking/ranking.ts";
import { type Lang, type Track, tracks } from "./task.ts";

/** What a run will ask: everything that decides its scores, apart from the models' replies. */
export interface Plan {
  readonly benchmark: string;
  readonly suite: string;
  readonly seed: string;
  readonly langs: readonly Lang[];
  /** Attempts of each model at each strategy task. */
  readonly attempts: number;
  readonly tasks: readonly {
    readonly id: string;
    readonly version: number;
    readonly track: Track;
    readonly level: 1 | 2 | 3;
    readonly classes: readonly string[];
    readonly tags: readonly string[];
    /** sha256 of all that the task consists of: its yaml, briefs, reference and starter. */
    readonly sha256: string;
  }[];
  readonly quiz: {
    readonly release: string;
    /** sha256 of the questions asked, texts, options and keys. */
    readonly sha256: string;
    readonly questions: readonly { readonly id: string; readonly template: string }[];
  };
  /** sha256 of the strategy contract as shown to the models. */
  readonly contract: string;
  /** sha256 of every CSV that paths are drawn from, by dataset and symbol. */
  readonly data: Readonly<Record<string, string>>;
}

/** run.json: what was run, with what, on what. */
export interface Manifest {
  readonly version: 1;
  /** Identity of the plan and models: `<suite>-s<seed>-<hash>`. */
  readonly run: string;
  readonly plan: Plan;
  readonly weights: Weights;
  readonly models: readonly Model[];
  /** Facts about the machine and the code; none of them enters a score. */
  readonly environment: Readonly<Record<string, string | null>>;
}

const weights: z.ZodType<Weights> = z.strictObject({
  trading: z.number().min(0).max(1).describe("Share of the Trading score"),
  quiz: z.number().min(0).max(1).describe("Share of the Quiz score"),
  engineering: z.number().min(0).max(1).describe("Share of the Engineering score; 0 unless asked for"),
});

const task = z.strictObject({
  id: z.string().describe("Folder under strategies/tasks"),
  version: z.int().describe("Version of the task"),
  track: z.enum(tracks).describe("What the model is asked to do"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 easy … 3 hard"),
  classes: z.array(z.string()).describe("Market classes its paths are drawn from"),
  tags: z.array(z.string()).describe("Free words to slice a ranking by"),
  sha256: z.string().describe("Hash of its yaml, briefs, reference and starter"),
});

const plan: z.ZodType<Plan> = z.strictObject({
  benchmark: z.string().describe("Version of the benchmark"),
  suite: z.string().describe("Suite that the tasks and questions were chosen by"),
  seed: z.string().describe("Seed of paths and probes"),
  langs: z.array(z.enum(["en", "zh"])).describe("Languages that everything is asked in"),
  attempts: z.int().min(1).describe("Attempts of each model at each strategy task"),
  tasks: z.array(task).describe("Strategy tasks asked"),
  quiz: z
    .strictObject({
      release: z.string().describe("Release of the quiz"),
      sha256: z.string().describe("Hash of the questions asked, texts, options and keys"),
      questions: z
        .array(
          z.strictObject({
            id: z.string().describe("Question asked"),
            template: z.string().describe("Template or item it is an instance of"),
          }),
        )
        .describe("Questions asked, in order"),
    })
    .describe("The quiz paper"),
  contract: z.string().describe("sha256 of the strategy contract as shown to the models"),
  data: z.record(z.string(), z.string()).describe("sha256 of every CSV that paths are drawn from"),
});

/** Checks run.json; also the source of its published JSON Schema. */
export const manifestSchema: z.ZodType<Manifest> = z
  .strictObject({
    version: z.literal(1).describe("Version of this file's format"),
    run: z.string().describe("Identity of the plan and models"),
    plan: plan.describe("Everything that decides the scores, apart from the replies"),
    weights: weights.describe("Weights of the headline score"),
    models: z.array(modelSchema).describe("Models asked, with full generation settings"),
    environment: z
      .record(z.string(), z.string().nullable())
      .describe("Facts about the machine and the code; none enters a score"),
  })
  .describe("run.json: what was run, with what, on what");
