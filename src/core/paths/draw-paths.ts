import type { Dataset } from "../market/dataset.ts";
import type { TaskSpec } from "../task.ts";
import type { Path } from "./path.ts";

/** What the paths of a task are drawn from. */
export interface DrawInput {
  readonly task: Pick<TaskSpec, "id" | "classes" | "interval" | "warmupBars" | "scoredBars" | "costs">;
  /** All datasets at hand; those of another class or interval, or unfit for scoring, are left aside. */
  readonly datasets: readonly Dataset[];
  /** The run's seed. */
  readonly seed: string;
  /** Number of scored paths, ≥ 1; 8 by default. */
  readonly count?: number;
}

/** The paths of a task. */
export interface DrawnPaths {
  /** `p1`, `p2` …: the scored paths. */
  readonly paths: readonly Path[];
  /** A driftless path, not scored. */
  readonly noise: Path;
}

/** Draws the paths of a task: the same for every model. Throws `UserError` where the datasets cannot give them. */
export function drawPaths(input: DrawInput): DrawnPaths {
  throw new Error(`drawPaths of ${input.task.id} is not there yet`);
}
