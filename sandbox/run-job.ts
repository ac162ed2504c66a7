import type ivm from "isolated-vm";
import { type Bars, barColumns } from "../src/core/bars.ts";
import type { Run } from "../src/core/job.ts";
import { probeBars } from "../src/core/look-ahead/probe.ts";
import { minMemoryMiB } from "./limits.ts";
import { mentionsTi } from "./mentions-ti.ts";
import type { HostMessage, SandboxFailure, WorkerMessage } from "./protocol.ts";
import { type FreshGuest, type Outcome, openGuest, runProgram, type Seen } from "./run-program.ts";
import { timeoutMessage, Watch } from "./watch.ts";

/** A job as it arrives. */
export type JobMessage = Extract<HostMessage, { kind: "job" }>;

/** Sends one message, with its columns, to the host. */
export type Send = (message: WorkerMessage, columns?: readonly Float64Array[]) => void;

/** What the isolates of runs start from. */
export interface Snapshots {
  readonly plain: ivm.ExternalCopy<ArrayBuffer>;
  /** For programs that mention `ti`. */
  readonly withLibrary: ivm.ExternalCopy<ArrayBuffer>;
}

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

function barsOf(run: Run, bars: readonly Bars[]): Seen {
  const seen = (run.markets ?? [run.bars]).map((index) => {
    const chosen = bars[index];
    if (chosen === undefined) throw new RangeError(`Run over bars ${index}: the job has ${bars.length}.`);
    return run.probe === undefined ? chosen : probeBars(chosen, run.probe);
  });
  return { bars: seen, divides: run.markets !== undefined };
}

/** MiB that an isolate uses now, array buffers included. */
function heapOf(isolate: ivm.Isolate): number {
  const heap = isolate.getHeapStatisticsSync();
  return (heap.used_heap_size + heap.externally_allocated_size) / (1024 * 1024);
}

function report(outcome: Outcome, divides: boolean, send: Send): void {
  const { cpuMs } = outcome;
  if (!outcome.ok) {
    send({ kind: "failed", cpuMs, fault: outcome.fault });
    return;
  }
  const { stops, columns } = outcome;
  const name = outcome.name === "" ? {} : { name: outcome.name };
  if (divides) send({ kind: "allocated", cpuMs, stops, ...name }, columns);
  else send({ kind: "done", cpuMs, stops: stops[0] ?? [], ...name }, columns);
}

/**
 * A job under way: each run in an isolate of its own. In a shared one, even with a context of its own, a run could tell by how
 * much memory is left what the runs before it did, and so carry the future into a look-ahead probe; and it would pay
 * for collecting their garbage.
 */
class JobRun {
  readonly #job: JobMessage;
  readonly #send: Send;
  readonly #snapshots: Snapshots;
  readonly #watch: Watch;
  /** Where the run under way is. */
  #stage: "load" | "run" = "load";
  #heapMiB = 0;
  #dead = false;

  constructor(job: JobMessage, snapshots: Snapshots, send: Send) {
    this.#job = job;
    this.#send = send;
    this.#snapshots = snapshots;
    this.#watch = new Watch(job.limits, (kind, message) => this.#die(kind, message, job.limits.cpuMs));
  }

  async runAll(bars: readonly Bars[]): Promise<void> {
    for (const run of this.#job.runs) {
      await this.#run(this.#job.programs[run.program] ?? "", barsOf(run, bars));
      if (this.#dead) return;
    }
    this.#send({ kind: "end", heapMiB: this.#heapMiB });
  }

  async #run(program: string, seen: Seen): Promise<void> {
    const guest = this.#open(program);
    this.#stage = "load";
    this.#watch.start();
    try {
      const loaded = (): void => {
        this.#stage = "run";
      };
      const outcome = await runProgram(guest, program, seen, loaded);
      if (this.#watch.isLate()) this.#die("timeout", timeoutMessage(this.#job.limits), outcome.cpuMs);
      if (this.#dead) return;
      this.#heapMiB = Math.max(this.#heapMiB, heapOf(guest.isolate));
      guest.isolate.dispose();
      report(outcome, seen.divides, this.#send);
    } catch (error) {
      // Nothing but the heap limit disposes of the isolate of a run.
      if (!guest.isolate.isDisposed) throw error;
      this.#dieOfHeap();
    } finally {
      this.#watch.end();
    }
  }

  #open(program: string): FreshGuest {
    const { plain, withLibrary } = this.#snapshots;
    return openGuest({
      memoryLimit: Math.max(minMemoryMiB, this.#job.limits.memoryMiB),
      snapshot: mentionsTi(program) ? withLibrary : plain,
      onCatastrophicError: () => this.#dieOfHeap(),
    });
  }

  #dieOfHeap(): void {
    this.#die("memory", `used more than ${this.#job.limits.memoryMiB} MiB of heap`, 0);
  }

  #die(kind: SandboxFailure, message: string, cpuMs: number): void {
    if (!this.#dead) this.#send({ kind: "fatal", cpuMs, fault: { stage: this.#stage, kind, message } });
    this.#dead = true;
  }
}

/**
 * Works through a job and sends the outcome of each run as it ends. After a `fatal` message nothing more comes and the
 * promise may never settle: the host kills this process.
 */
export async function runJob(job: JobMessage, body: Float64Array, snapshots: Snapshots, send: Send): Promise<void> {
  await new JobRun(job, snapshots, send).runAll(readBars(job, body));
}
