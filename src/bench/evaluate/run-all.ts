import type { Job, RunResult } from "../../core/job.ts";
import type { Sandbox } from "../ports.ts";

/** Failures in which a run was stopped, and may have taken the runs after it along. */
const stopped: ReadonlySet<string> = new Set(["timeout", "memory", "crashed"]);
/** Results of a job, and its largest heap in MiB. */
export interface Ran {
  readonly results: readonly RunResult[];
  readonly heapMiB: number | null;
}

/** True for a run that was stopped: out of time, out of memory, or dead. */
export function wasStopped(result: RunResult | undefined): boolean {
  return result !== undefined && !result.ok && stopped.has(result.failure.kind);
}

/**
 * Runs a job to its end: when a run is stopped, those after it are sent again, in an isolate of their own, at most
 * `resends` times. A run so pays for its own faults only, unless a program kills its worker again and again.
 */
export async function runAll(sandbox: Sandbox, job: Job, resends: number): Promise<Ran> {
  const results: RunResult[] = [];
  let heapMiB: number | null = null;
  for (let sent = 0; results.length < job.runs.length; sent++) {
    const part = await sandbox.run({ ...job, runs: job.runs.slice(results.length) });
    heapMiB = part.heapMiB === null ? heapMiB : Math.max(heapMiB ?? 0, part.heapMiB);
    const culprit = sent < resends ? part.runs.findIndex(wasStopped) : -1;
    results.push(...(culprit < 0 ? part.runs : part.runs.slice(0, culprit + 1)));
  }
  return { results, heapMiB };
}
