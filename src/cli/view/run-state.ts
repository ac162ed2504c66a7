import { join } from "node:path";
import { isLocked } from "../../adapters/run-folder/lock.ts";
import type { RunState } from "../../report/runs/run-summary.ts";

/** True while a process works on the run. */
export function isRunning(dir: string): boolean {
  return isLocked(join(dir, "run.lock"));
}

/** What a run that can be read is doing: complete where nothing of its plan is left to do. */
export function runState(dir: string, whole: { readonly done: number; readonly total: number }): RunState {
  if (isRunning(dir)) return "running";
  return whole.done < whole.total ? "incomplete" : "complete";
}
