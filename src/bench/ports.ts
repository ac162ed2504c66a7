import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Failure } from "../core/failure.ts";
import type { Job, JobResult } from "../core/job.ts";
import type { Dataset, DatasetInfo } from "../core/market/dataset.ts";
import type { Message } from "../core/message.ts";
import type { Model } from "../core/model.ts";
import type { StoredPath, StoredPositions } from "../core/paths/stored-path.ts";
import type { Reply } from "../core/reply.ts";
import type { Lang } from "../core/task.ts";

/** What a model is asked. `item` is the task or question: replayed and built-in models look their answer up by it. */
export interface ModelRequest {
  readonly messages: readonly Message[];
  readonly item: string;
  readonly lang: Lang;
  /** From 0. */
  readonly attempt: number;
  /** Ends everything at once, a call in flight too. */
  readonly signal?: AbortSignal;
  /** Ends only the waiting before a retry: a call in flight goes on, so that a reply that was paid for is kept. */
  readonly patience?: AbortSignal;
}

/** One model behind its endpoint. */
export interface ModelClient {
  readonly model: Model;
  /** Throws `WorldError` when the endpoint gave no answer after all retries. */
  ask(request: ModelRequest): Promise<Reply>;
}

/** Runs untrusted programs. Never throws for what a program does. */
export interface Sandbox {
  run(job: Job): Promise<JobResult>;
  /** Number of jobs that it can work on at once. */
  readonly workers: number;
  close(): Promise<void>;
}

/** A program without its types. */
export type Stripped =
  /** `sourceLine` turns a line of `code` into the line that its writer knows, both from 1. */
  | { readonly ok: true; readonly code: string; readonly sourceLine: (line: number) => number }
  | { readonly ok: false; readonly failure: Failure };

/** TypeScript in, JavaScript out; and the type check against the contract. */
export interface Compiler {
  /** Type errors of the module against the strategy contract; batched over concurrent callers. */
  check(code: string): Promise<readonly Diagnostic[]>;
  /** JavaScript without types, or the failure (syntax error) that stopped it. */
  strip(code: string): Stripped;
}

/** The datasets at hand. */
export interface MarketData {
  list(): Promise<readonly DatasetInfo[]>;
  /** Throws `UserError` for an unknown id or a damaged file. */
  load(id: string): Promise<Dataset>;
}

/** Where finished attempts go: append-only, one synced line each. */
export interface RunStore {
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
  addAttempt(attempt: Attempt): Promise<void>;
  addAnswer(answer: QuizAnswer): Promise<void>;
  /** Stores equity and positions of an attempt, compressed; before `addAttempt`, so that a stored attempt has its curves. */
  addCurves(attempt: AttemptKey, curves: Curves): Promise<void>;
  /** Stores the paths of a task once, compressed. */
  addTaskPaths(paths: TaskPaths): Promise<void>;
}

/** Which attempt. */
export type AttemptKey = Pick<Attempt, "model" | "task" | "lang" | "attempt">;

/** What one attempt did on each path where it ran, for the report. */
export interface Curves {
  readonly paths: readonly PathCurve[];
}

/** What one program did on one path. */
export interface PathCurve extends StoredPositions {
  readonly path: string;
  /** At each scored close, in units of the starting equity; first the start, at the close of the last warm-up bar. */
  readonly equity: readonly number[];
  /** Share of equity held at the same closes, in [−1, 1]. */
  readonly position: readonly number[];
}

/** The paths of one task as its programs met them, the driftless one last: whatever a back-test needs. */
export interface TaskPaths {
  readonly task: string;
  readonly paths: readonly StoredPath[];
}

/** Time, for latencies and progress; never for scores. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
}
