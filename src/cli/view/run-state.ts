import { join } from "node:path";
import { isLocked } from "../../adapters/run-folder/lock.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import type { RunState } from "../../report/runs/run-summary.ts";

/** True while a process works on the run. */
export function isRunning(dir: string): boolean {
  return isLocked(join(dir, "run.lock"));
}

/** What a run that can be read is doing: complete where no row of its ranking owes an attempt or answer. */
export function runState(dir: string, ranking: Ranking): RunState {
  if (isRunning(dir)) return "running";
  return ranking.models.some((row) => row.unranked?.startsWith("incomplete") === true) ? "stopped" : "complete";
}
