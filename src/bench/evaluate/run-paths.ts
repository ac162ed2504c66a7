import type { Limits, RunResult } from "../../core/job.ts";
import type { Sandbox } from "../ports.ts";
import { type ProgramPath, pathRuns } from "./program-path.ts";
import { type Ran, runAll, wasStopped } from "./run-all.ts";

/** Crashes that the later paths are spared from. */
const resends = 3;

/** One program over several paths. */
export interface PathsInput {
  readonly program: string;
  readonly paths: readonly ProgramPath[];
  readonly limits: Limits;
  readonly sandbox: Sandbox;
}

/**
 * Runs a program over every path. A program that is stopped (time, memory, death) on the first two is taken to be stopped on
 * all: an endless loop costs two time-outs, not nine.
 */
export async function runPaths(input: PathsInput): Promise<Ran> {
  const { program, paths, limits, sandbox } = input;
  const { bars, runs: all } = pathRuns(paths);
  const job = { programs: [program], bars, limits };
  const results: RunResult[] = [];
  let heapMiB: number | null = null;
  const send = async (count: number): Promise<void> => {
    const from = results.length;
    const runs = all.slice(from, from + count);
    const ran = await runAll(sandbox, { ...job, runs }, resends);
    results.push(...ran.results);
    heapMiB = ran.heapMiB === null ? heapMiB : Math.max(heapMiB ?? 0, ran.heapMiB);
  };
  await send(1);
  if (wasStopped(results[0])) await send(1);
  const last = results.at(-1);
  if (results.length === 2 && last !== undefined && wasStopped(last)) {
    return { results: paths.map((_, i) => results[i] ?? { ...last, cpuMs: 0 }), heapMiB };
  }
  if (results.length < paths.length) await send(paths.length - results.length);
  return { results, heapMiB };
}
