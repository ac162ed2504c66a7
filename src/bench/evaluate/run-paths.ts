import type { Bars } from "../../core/bars.ts";
import type { Limits, RunResult } from "../../core/job.ts";
import type { Sandbox } from "../ports.ts";
import { type Ran, runAll, wasStopped } from "./run-all.ts";

/** Crashes that the later paths are spared from. */
const resends = 3;

/** One program over several markets. */
export interface PathRuns {
  readonly program: string;
  readonly bars: readonly Bars[];
  readonly limits: Limits;
  readonly sandbox: Sandbox;
}

/**
 * Runs a program over every market. A program that is stopped (time, memory, death) on the first two is taken to be stopped on
 * all: an endless loop costs two time-outs, not nine.
 */
export async function runPaths(input: PathRuns): Promise<Ran> {
  const { program, bars, limits, sandbox } = input;
  const job = { programs: [program], bars, limits };
  const results: RunResult[] = [];
  let heapMiB: number | null = null;
  const send = async (count: number): Promise<void> => {
    const from = results.length;
    const runs = bars.slice(from, from + count).map((_, i) => ({ program: 0, bars: from + i }));
    const ran = await runAll(sandbox, { ...job, runs }, resends);
    results.push(...ran.results);
    heapMiB = ran.heapMiB === null ? heapMiB : Math.max(heapMiB ?? 0, ran.heapMiB);
  };
  await send(1);
  if (wasStopped(results[0])) await send(1);
  const last = results.at(-1);
  if (results.length === 2 && last !== undefined && wasStopped(last)) {
    return { results: bars.map((_, i) => results[i] ?? { ...last, cpuMs: 0 }), heapMiB };
  }
  if (results.length < bars.length) await send(bars.length - results.length);
  return { results, heapMiB };
}
