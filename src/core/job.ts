import type { Bars } from "./bars.ts";
import type { Failure } from "./failure.ts";
import type { Positions } from "./positions.ts";

/** A look-ahead probe of bars: what a program could have known at the close of bar `bar`. */
export type Probe =
  /** Only bars 0 … `bar` exist. */
  | { readonly kind: "truncate"; readonly bar: number }
  /** As many bars as before, but those after `bar` are replaced by others drawn from `seed`. */
  | { readonly kind: "scramble"; readonly bar: number; readonly seed: string };

/** One call of `decide` (or of `allocate`), in an isolate of its own: nothing that a run leaves behind reaches another. */
export interface Run {
  /** Index into `Job.programs`. */
  readonly program: number;
  /** Index into `Job.bars`. */
  readonly bars: number;
  /**
   * A run over several markets, which may be one: indices into `Job.bars`, whose first is `bars`. They stand on one axis: of
   * equal length and as many bars per year. The program has `allocate`, or for one market `decide`.
   */
  readonly markets?: readonly number[];
  /** Changes the bars before they are handed over. */
  readonly probe?: Probe;
}

/** Limits of one run. Every number has its reason in sandbox/limits.ts. */
export interface Limits {
  /** CPU time of one run in the isolate, milliseconds. */
  readonly cpuMs: number;
  /** Heap of the isolate, MiB. */
  readonly memoryMiB: number;
}

/** Work for one sandbox worker: programs run over bars, one after another. */
export interface Job {
  /** JavaScript modules (already stripped of types), each with a default export. */
  readonly programs: readonly string[];
  readonly bars: readonly Bars[];
  readonly runs: readonly Run[];
  readonly limits: Limits;
}

/** What one run came to. */
export type RunResult =
  | {
      readonly ok: true;
      readonly positions: Positions;
      /** Of a run with `markets`: one entry each; the first is `positions`. */
      readonly allocations?: readonly Positions[];
      /** The strategy's own name, in one line and fit to print; absent where it has none. Programs say what they like. */
      readonly name?: string;
      readonly cpuMs: number;
    }
  | { readonly ok: false; readonly failure: Failure; readonly cpuMs: number };

/** What a job came to: one result a run, in order. A worker's death is the failure of the run it was on and of those after. */
export interface JobResult {
  readonly runs: readonly RunResult[];
  /** Largest heap of an isolate at the end of a run, MiB; null if the worker died. */
  readonly heapMiB: number | null;
}
