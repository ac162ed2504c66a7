/** What a run is doing. `incomplete`: nobody works on it, and something of its plan is left to do. `damaged`: a file of it cannot be read. */
export type RunState = "running" | "complete" | "incomplete" | "damaged";

/** One row of the list of runs. */
export interface RunSummary {
  /** Identity of the run; the folder's name where it is damaged. */
  readonly run: string;
  /** Name of its folder. */
  readonly folder: string;
  /** Its pages, from the page that lists it. */
  readonly href: string;
  readonly state: RunState;
  /** What is wrong with a damaged one; null otherwise. */
  readonly problem: string | null;
  readonly suite: string;
  readonly seed: string;
  readonly benchmark: string;
  /** When its folder was made, milliseconds UTC; null if not known. */
  readonly started: number | null;
  readonly models: number;
  /** Attempts and answers that are in, and those that the plan asks for. */
  readonly done: number;
  readonly total: number;
  /** The language model with the highest overall score, and half of that score's interval; null if none has one. */
  readonly best: {
    readonly model: string;
    readonly overall: number;
    readonly standardError: number | null;
    readonly half: number | null;
  } | null;
  /** Attempts that failed. */
  readonly failures: number;
  /** US dollars; null if not known. */
  readonly costUsd: number | null;
}
