import ivm from "isolated-vm";
import { type Bars, barColumns } from "../src/core/bars.ts";
import type { Run } from "../src/core/job.ts";
import { probeBars } from "../src/core/look-ahead/probe.ts";
import { minMemoryMiB } from "./limits.ts";
import type { HostMessage, SandboxFailure, WorkerMessage } from "./protocol.ts";
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

/** MiB that an isolate uses now, array buffers included. */
function heapOf(isolate: ivm.Isolate): number {
  const heap = isolate.getHeapStatisticsSync();
  return (heap.used_heap_size + heap.externally_allocated_size) / (1024 * 1024);
}

function report(outcome: Outcome, send: Send): void {
  if (outcome.ok) send({ kind: "done", cpuMs: outcome.cpuMs }, [outcome.target]);
  else send({ kind: "failed", cpuMs: outcome.cpuMs, fault: outcome.fault });
}

/** A job under way, in its own isolate. */
class JobRun {
  readonly #job: JobMessage;
  readonly #send: Send;
  readonly #isolate: ivm.Isolate;
  readonly #watch: Watch;
  /** Where the run under way is. */
  #stage: "load" | "run" = "load";
  #heapMiB = 0;
  #dead = false;

  constructor(job: JobMessage, snapshot: ivm.ExternalCopy<ArrayBuffer>, send: Send) {
    this.#job = job;
    this.#send = send;
    this.#isolate = new ivm.Isolate({
      memoryLimit: Math.max(minMemoryMiB, job.limits.memoryMiB),
      snapshot,
      onCatastrophicError: () => this.#dieOfHeap(),
    });
    this.#watch = new Watch(job.limits, (kind, message) => this.#die(kind, message, job.limits.cpuMs));
  }

  async runAll(bars: readonly Bars[]): Promise<void> {
    for (const run of this.#job.runs) {
      await this.#run(this.#job.programs[run.program] ?? "", barsOf(run, bars));
      if (this.#dead) return;
    }
    this.#isolate.dispose();
    this.#send({ kind: "end", heapMiB: this.#heapMiB });
  }

  async #run(program: string, bars: Bars): Promise<void> {
    this.#stage = "load";
    this.#watch.start();
    try {
      const enter = (): void => {
        this.#stage = "run";
      };
      const outcome = await runProgram(this.#isolate, program, bars, enter);
      const late = this.#watch.isLate();
      if (late) this.#die("timeout", timeoutMessage(this.#job.limits), outcome.cpuMs);
      if (this.#dead) return;
      this.#heapMiB = Math.max(this.#heapMiB, heapOf(this.#isolate));
      report(outcome, this.#send);
    } catch (error) {
      if (!isLost(error)) throw error;
      this.#dieOfHeap();
    } finally {
      this.#watch.end();
    }
  }

  /** Nothing but the heap limit disposes of the isolate of a run. */
  #dieOfHeap(): void {
    this.#die("memory", `used more than ${this.#job.limits.memoryMiB} MiB of heap`, 0);
  }

  #die(kind: SandboxFailure, message: string, cpuMs: number): void {
    if (!this.#dead) this.#send({ kind: "fatal", cpuMs, fault: { stage: this.#stage, kind, message } });
    this.#dead = true;
  }
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
  await new JobRun(job, snapshot, send).runAll(readBars(job, body));
}
