import { mentionsTi, startAttempts } from "../../sandbox/protocol.ts";
import type { Sandbox } from "../bench/ports.ts";
import type { Job, JobResult } from "../core/job.ts";
import { bundleGuest, bundleLibrary } from "./sandbox-pool/guest-bundle.ts";
import { checkJob } from "./sandbox-pool/job-collector.ts";
import { WorkerProcess } from "./sandbox-pool/worker-process.ts";

/** One place for a worker; an empty one starts a worker when it is needed. */
type Place = WorkerProcess | undefined;

interface Waiting {
  readonly job: Job;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts a worker, several times if need be: a machine may be short of memory for a moment. */
async function startWorker(guest: string): Promise<WorkerProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await WorkerProcess.start(guest);
    } catch (error) {
      if (attempt === startAttempts) throw error;
    }
  }
}

/** The jobs of several callers over a fixed number of worker processes, first come, first served. */
class SandboxPool implements Sandbox {
  readonly workers: number;
  readonly #guest: string;
  /** Bundled when the first program mentions it. */
  #library: Promise<string> | undefined;
  readonly #idle: Place[];
  readonly #all = new Set<WorkerProcess>();
  readonly #queue: Waiting[] = [];
  readonly #running = new Set<Promise<void>>();
  #closed = false;

  constructor(guest: string, started: readonly WorkerProcess[]) {
    this.workers = started.length;
    this.#guest = guest;
    this.#idle = [...started];
    for (const worker of started) this.#all.add(worker);
  }

  /** Process ids of the workers that live, for tests. */
  get pids(): readonly number[] {
    return [...this.#all].flatMap(({ pid, alive }) => (alive && pid !== undefined ? [pid] : []));
  }

  async run(job: Job): Promise<JobResult> {
    if (this.#closed) throw new Error("The sandbox is closed.");
    checkJob(job);
    if (job.runs.length === 0) return { runs: [], heapMiB: null };
    return await new Promise<JobResult>((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0)) reject(new Error("The sandbox was closed before the job ran."));
    await Promise.all([...this.#all].map((worker) => worker.kill()));
    await Promise.all(this.#running);
    await Promise.all([...this.#all].map((worker) => worker.kill()));
  }

  #next(): void {
    if (this.#queue.length === 0 || this.#idle.length === 0) return;
    const place = this.#idle.shift();
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const running = this.#serve(place, waiting).then(() => {
      this.#running.delete(running);
      this.#next();
    });
    this.#running.add(running);
  }

  async #serve(place: Place, { job, resolve, reject }: Waiting): Promise<void> {
    let worker = place?.alive === true ? place : undefined;
    try {
      worker ??= await this.#replace(place);
      const library = await this.#libraryFor(job);
      let { result, killed } = await worker.run(job, library);
      if (killed && !this.#closed) {
        // Whoever killed it, the program was not seen to do wrong: one more try.
        worker = await this.#replace(worker);
        ({ result, killed } = await worker.run(job, library));
      }
      // Closing kills workers at work: what they seem to have died of is no fault of their programs.
      if (this.#closed) throw new Error("The sandbox was closed while the job ran.");
      resolve(result);
    } catch (error) {
      reject(error);
    }
    this.#idle.push(worker);
  }

  async #libraryFor(job: Job): Promise<string | undefined> {
    if (!job.programs.some(mentionsTi)) return undefined;
    this.#library ??= bundleLibrary();
    return await this.#library;
  }

  /** A new worker, once the dead one is gone with its memory. */
  async #replace(dead: Place): Promise<WorkerProcess> {
    if (dead !== undefined) {
      await dead.kill();
      this.#all.delete(dead);
    }
    const worker = await startWorker(this.#guest);
    this.#all.add(worker);
    if (this.#closed) await worker.kill();
    return worker;
  }
}

/**
 * A sandbox of `workers` child processes (at least 1), all ready. Close it, or the process does not end. Throws
 * WorldError if a worker does not start.
 */
export async function createSandboxPool(options: {
  readonly workers: number;
}): Promise<Sandbox & { readonly pids: readonly number[] }> {
  const guest = await bundleGuest();
  const starts = Array.from({ length: Math.max(1, options.workers) }, () => startWorker(guest));
  const settled = await Promise.allSettled(starts);
  const started = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const failed = settled.find((each) => each.status === "rejected");
  if (failed !== undefined) {
    await Promise.all(started.map((worker) => worker.kill()));
    throw failed.reason;
  }
  return new SandboxPool(guest, started);
}
