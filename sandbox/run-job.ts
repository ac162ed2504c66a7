import ivm from "isolated-vm";
import { type Bars, barColumns } from "../src/core/bars.ts";
import type { Run } from "../src/core/job.ts";
import { probeBars } from "../src/core/look-ahead/probe.ts";
import { cpuClockMs } from "./cpu-clock.ts";
import { minMemoryMiB } from "./limits.ts";
import type { Fault, HostMessage, WorkerMessage } from "./protocol.ts";
import { isLost, type Outcome, runProgram } from "./run-program.ts";
import { timeoutMessage, Watch } from "./watch.ts";

/** A job as it arrives. */
export type JobMessage = Extract<HostMessage, { kind: "job" }>;

/** Sends one message, with its column, to the host. */
export type Send = (message: WorkerMessage, columns?: readonly Float64Array[]) => void;

/** The bars of a job from its columns; each is an array of its own, since isolated-vm copies whole buffers. */
function readBars(job: JobMessage, body: Float64Array): Bars[] {
  let offset = 0;
  const take = (length: number): Float64Array => {
    offset += length;
    return body.slice(offset - length, offset);
  };
  return job.bars.map(({ length, barsPerYear }) => {
    const columns = Object.fromEntries(barColumns.map((name) => [name, take(length)]));
    return { ...(columns as Record<(typeof barColumns)[number], Float64Array>), length, barsPerYear };
  });
}

function barsOf(run: Run, bars: readonly Bars[]): Bars {
  const chosen = bars[run.bars];
  if (chosen === undefined) throw new RangeError(`Run over bars ${run.bars}: the job has ${bars.length}.`);
  return run.probe === undefined ? chosen : probeBars(chosen, run.probe);
}

/** The fault of a run whose isolate is gone: nothing but the heap limit disposes of it. */
function lostFault(memoryMiB: number): Fault {
  return { stage: "run", kind: "memory", message: `used more than ${memoryMiB} MiB of heap` };
}

/** MiB that an isolate uses now, array buffers included. */
function heapOf(isolate: ivm.Isolate): number {
  const heap = isolate.getHeapStatisticsSync();
  return (heap.used_heap_size + heap.externally_allocated_size) / (1024 * 1024);
}

function report(outcome: Outcome, send: Send): void {
  if (outcome.ok) send({ kind: "done", cpuMs: outcome.cpuMs }, [outcome.target]);
  else send({ kind: "failed", cpuMs: outcome.cpuMs, fault: outcome.fault });
}

/**
 * Works through a job in a fresh isolate and sends the outcome of each run as it ends. After a `fatal` message nothing
 * more comes and the promise may never settle: the host kills this process.
 */
export async function runJob(
  job: JobMessage,
  body: Float64Array,
  snapshot: ivm.ExternalCopy<ArrayBuffer>,
  send: Send,
): Promise<void> {
  const { cpuMs: cpuLimit, memoryMiB } = job.limits;
  let dead = false;
  const die = (fault: Fault, cpuMs: number): void => {
    if (!dead) send({ kind: "fatal", cpuMs, fault });
    dead = true;
  };
  const isolate = new ivm.Isolate({
    memoryLimit: Math.max(minMemoryMiB, memoryMiB),
    snapshot,
    onCatastrophicError: () => die(lostFault(memoryMiB), 0),
  });
  const watch = new Watch(job.limits, (fault) => die(fault, cpuLimit));
  const bars = readBars(job, body);
  let heapMiB = 0;
  for (const run of job.runs) {
    const before = cpuClockMs();
    watch.start();
    try {
      const outcome = await runProgram(isolate, job.programs[run.program] ?? "", barsOf(run, bars));
      if (dead) return;
      if (cpuClockMs() - before > cpuLimit) {
        die({ stage: "run", kind: "timeout", message: timeoutMessage(job.limits) }, cpuClockMs() - before);
      }
      heapMiB = Math.max(heapMiB, heapOf(isolate));
      if (!dead) report(outcome, send);
    } catch (error) {
      if (!isLost(error)) throw error;
      die(lostFault(memoryMiB), 0);
    } finally {
      watch.end();
    }
    if (dead) return;
  }
  isolate.dispose();
  send({ kind: "end", heapMiB });
}
