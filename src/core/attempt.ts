import type { Diagnostic, Literal } from "./diagnostic.ts";
import type { Failure, Stage } from "./failure.ts";
import type { Message } from "./message.ts";
import type { StopColumn } from "./positions.ts";
import type { QuizMark } from "./quiz/question.ts";
import type { Reply } from "./reply.ts";
import type { PathScore, Utility } from "./score/path-score.ts";
import type { Lang, Track } from "./task.ts";

/** What the look-ahead audit found. */
export interface LookAheadFinding {
  /** Probes run in all. */
  readonly probes: number;
  /** The path, the cut and the first bar whose target depends on bars after the cut; null = clean. */
  readonly offence: {
    readonly path: string;
    readonly probe: "truncate" | "scramble";
    readonly cutBar: number;
    readonly firstOffendingBar: number;
  } | null;
}

/** How near a program came to the reference (implement, repair, speed). */
export interface Fidelity {
  readonly pass: boolean;
  readonly pathsEqual: number;
  readonly paths: number;
  /** First bar that differs by more than 1e-9, on the first path that does. */
  readonly firstDifference: {
    readonly path: string;
    readonly bar: number;
    /** The stops that differ; absent where the targets do. */
    readonly column?: StopColumn;
    readonly wanted: number | null;
    readonly given: number | null;
  } | null;
}

/** CPU times of a speed task, best of the repeats, milliseconds. */
export interface Speed {
  readonly starterMs: number;
  readonly referenceMs: number;
  readonly programMs: number;
  /** ln(starter/program)/ln(starter/reference), clipped to [−1, 1.5]. */
  readonly score: number;
}

/** One attempt of one model at one strategy task, from prompt to score: a line of attempts.jsonl. */
export interface Attempt {
  readonly version: 1;
  readonly model: string;
  readonly task: string;
  readonly taskVersion: number;
  readonly track: Track;
  readonly level: 1 | 2 | 3;
  readonly lang: Lang;
  /** Which attempt of this model at this task, from 0. */
  readonly attempt: number;
  readonly messages: readonly Message[];
  /** null if the world failed (see `notAttempted`). */
  readonly reply: Reply | null;
  /** Why there is no reply: the world's fault, not counted against the model; null otherwise. */
  readonly notAttempted: string | null;
  /** TypeScript taken from the reply. */
  readonly code: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly literals: readonly Literal[];
  /** The last stage reached: `scored`, or the one that failed. */
  readonly stage: Stage;
  /** What ended the attempt before `scored`; null if it was scored. */
  readonly failure: Failure | null;
  /** Scored paths; empty if the code never ran. */
  readonly paths: readonly PathScore[];
  /** The driftless path, not scored: evidence of look-ahead. */
  readonly noise: PathScore | null;
  readonly lookAhead: LookAheadFinding | null;
  readonly utility: Utility | null;
  readonly fidelity: Fidelity | null;
  readonly speed: Speed | null;
  /** The task's own score: U (design, improve), 1 or 0 (implement, repair), speed-up score (speed); null if not attempted. */
  readonly score: number | null;
  /** Largest CPU time of a run and largest heap; they vary from machine to machine and enter no score but speed's. */
  readonly resources: { readonly cpuMs: number; readonly heapMiB: number | null } | null;
}

/** One answer of one model to one question: a line of quiz.jsonl. */
export interface QuizAnswer {
  readonly version: 1;
  readonly model: string;
  readonly question: string;
  readonly template: string;
  readonly topic: string;
  readonly level: 1 | 2 | 3;
  readonly lang: Lang;
  readonly attempt: number;
  readonly messages: readonly Message[];
  readonly reply: Reply | null;
  readonly notAttempted: string | null;
  /** null if not attempted. */
  readonly mark: QuizMark | null;
}
