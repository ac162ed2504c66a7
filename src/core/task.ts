import { z } from "zod";
import type { Costs } from "./costs.ts";
import type { FailureKind } from "./failure.ts";

/** What a model is asked to do, and so how its answer is scored. */
export const tracks = ["design", "improve", "implement", "repair", "speed"] as const;

/** One track of strategy tasks. */
export type Track = (typeof tracks)[number];

/** The tracks whose answers are scored by utility; the others are scored by fidelity to a reference. */
export const tradingTracks: readonly Track[] = ["design", "improve"];

/** Language of a prompt. */
export type Lang = "en" | "zh";

/** All languages of prompts. */
export const langs: readonly Lang[] = ["en", "zh"];

/** What the positions of an answer may be; a path on which they are not is a breach. */
export interface Mandate {
  /** Lowest target allowed, in [−1, 0]: 0 is long-only. */
  readonly minTarget: number;
  /** Highest target allowed, in [0, 1]. */
  readonly maxTarget: number;
  /** Deepest drawdown allowed on the scored bars, in (0, 1]; null = none. */
  readonly maxDrawdown: number | null;
}

/** A task as written in strategies/tasks/<id>/task.yaml. */
export interface TaskSpec {
  /** The folder's name: lower-case words with hyphens, the track first. */
  readonly id: string;
  /** Raised when a change can move a score. */
  readonly version: number;
  readonly track: Track;
  /** 1 easy … 3 hard. */
  readonly level: 1 | 2 | 3;
  readonly title: { readonly en: string; readonly zh: string };
  readonly tags: readonly string[];
  /** Market classes whose datasets its paths are drawn from, e.g. `equity-index`; at least one. */
  readonly classes: readonly string[];
  /** Bar interval of those datasets, e.g. `1d`, `1h`, `5m`. */
  readonly interval: string;
  /** Bars seen but not scored, then bars scored. */
  readonly warmupBars: number;
  readonly scoredBars: number;
  readonly limits: { readonly cpuMs: number; readonly memoryMiB: number };
  /** null = the costs of each dataset. */
  readonly costs: Costs | null;
  readonly mandate: Mandate;
  /** Dates, YYYY-MM-DD. */
  readonly released: string;
  readonly retired: string | null;
  /** Public canary: a text that must never stand in training data. */
  readonly canary: string;
  /**
   * The parameters of the specification that both briefs must name, as they are written there (`"20"`, `"1.5"`).
   * Empty for design tasks.
   */
  readonly parameters: readonly string[];
}

/** A task with its texts. */
export interface Task extends TaskSpec {
  readonly brief: { readonly en: string; readonly zh: string };
  /** TypeScript source of the oracle. */
  readonly reference: string;
  /** TypeScript source that the model is given, where the track has one (improve, repair, speed). */
  readonly starter: string | null;
}

/** A wrong solution of a task: it must be caught, with the failure that it states. */
export interface Mutant {
  /** File name without `.ts`. */
  readonly name: string;
  /** The failure that it must get. */
  readonly kind: FailureKind;
  /** What is wrong with it, in a few words. */
  readonly reason: string;
  /** TypeScript source. */
  readonly code: string;
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Checks task.yaml and fills in the defaults. */
export const taskSpecSchema: z.ZodType<TaskSpec> = z.strictObject({
  id: z.string().regex(/^(design|improve|implement|repair|speed)(-[a-z0-9]+)+$/),
  version: z.int().min(1),
  track: z.enum(tracks),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  tags: z.array(z.string()).default([]),
  classes: z.array(z.string()).min(1),
  interval: z.string(),
  warmupBars: z.int().min(1).default(250),
  scoredBars: z.int().min(20).default(750),
  limits: z
    .strictObject({ cpuMs: z.number().positive().default(2000), memoryMiB: z.int().min(16).default(128) })
    .default({ cpuMs: 2000, memoryMiB: 128 }),
  costs: z
    .strictObject({ feeBps: z.number().min(0), slippageBps: z.number().min(0) })
    .nullable()
    .default(null),
  mandate: z
    .strictObject({
      minTarget: z.number().min(-1).max(0).default(-1),
      maxTarget: z.number().min(0).max(1).default(1),
      maxDrawdown: z.number().positive().max(1).nullable().default(null),
    })
    .default({ minTarget: -1, maxTarget: 1, maxDrawdown: null }),
  released: date,
  retired: date.nullable().default(null),
  canary: z.string(),
  parameters: z.array(z.string()).default([]),
});
