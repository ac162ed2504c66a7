import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import {
  encodeFrame,
  type Fault,
  type Frame,
  FrameReader,
  type HostMessage,
  parseWorkerMessage,
  replyHeaderBytes,
  startLimitMs,
  stderrLength,
  wallLimitMs,
} from "../../../sandbox/protocol.ts";
import { WorldError } from "../../core/failure.ts";
import type { Job, JobResult } from "../../core/job.ts";
import { faultOfDeath } from "./death.ts";
import { JobCollector, jobFrame, replyBytes } from "./job-collector.ts";
import { workerEnvironment, workerFlags, workerScript } from "./worker-flags.ts";

/** What a worker is waited for: to become ready, or to end a job. */
interface Waiting {
  readonly frame: (frame: Frame) => void;
  readonly death: (code: number | null, signal: NodeJS.Signals | null) => void;
  readonly bodyBytes: number;
}

/** One child process that runs jobs, one at a time. */
export class WorkerProcess {
  readonly #child: ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };
  readonly #exited: Promise<void>;
  readonly #reader: FrameReader;
  #waiting: Waiting | undefined;
  #stderr = "";
  #alive = true;

  private constructor() {
    this.#child = spawn(process.execPath, [...workerFlags(), workerScript], {
      env: workerEnvironment,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const bodyBytes = (): number => this.#waiting?.bodyBytes ?? 0;
    this.#reader = new FrameReader(() => ({ headerBytes: replyHeaderBytes, bodyBytes: bodyBytes() }));
    this.#child.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
    this.#child.stderr.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < stderrLength) this.#stderr += chunk.toString("utf8", 0, stderrLength);
    });
    // A worker that dies while it is written to or read from: its exit tells more.
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.on("error", () => {});
    this.#exited = new Promise((resolve) => {
      this.#child.once("error", () => this.#died(null, null, resolve));
      this.#child.once("close", (code, signal) => this.#died(code, signal, resolve));
    });
  }

  /** A worker that is ready for jobs. Throws WorldError if none can be started. */
  static async start(guest: string): Promise<WorkerProcess> {
    const worker = new WorkerProcess();
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const fail = (why: string): void => reject(new WorldError(`The sandbox worker did not start: ${why}`));
        timer = setTimeout(() => fail(`not ready after ${startLimitMs} ms`), startLimitMs);
        worker.#waiting = {
          bodyBytes: 0,
          frame: ({ header }) => (parseWorkerMessage(header)?.kind === "ready" ? resolve() : fail(header)),
          death: (code, signal) => fail(`${signal ?? `exit code ${code}`} ${worker.#stderr}`),
        };
        worker.#send({ kind: "start", guest });
      });
      return worker;
    } catch (error) {
      await worker.kill();
      throw error;
    } finally {
      clearTimeout(timer);
      worker.#waiting = undefined;
    }
  }

  /** False once the process is dead or condemned. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Process id, for tests. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Runs a job. Never rejects: the death of the worker is a result, after which `alive` is false. `killed` says that it
   * was killed from outside: by a user, or by a machine that is short of memory. `library` as in jobFrame.
   */
  async run(job: Job, library?: string): Promise<{ readonly result: JobResult; readonly killed: boolean }> {
    const collector = new JobCollector(job);
    let killed = false;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      const lose = (fault: Fault): void => {
        collector.failRest(fault);
        this.#condemn();
        resolve();
      };
      const rearm = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => lose(lateFault(job)), wallLimitMs(job.limits.cpuMs));
      };
      this.#waiting = {
        bodyBytes: replyBytes(job),
        death: (code, signal) => {
          killed = this.#alive && signal === "SIGKILL";
          lose(faultOfDeath(this.#stderr, code, signal));
        },
        frame: ({ header, body }) => {
          const state = collector.take(header, body);
          if (state === "more") return rearm();
          if (state === "dead") this.#condemn();
          resolve();
        },
      };
      rearm();
      const { message, columns } = jobFrame(job, library);
      this.#send(message, columns);
    });
    clearTimeout(timer);
    this.#waiting = undefined;
    return { result: collector.result(), killed };
  }

  /** Kills the process and waits until it is gone. */
  async kill(): Promise<void> {
    this.#condemn();
    await this.#exited;
  }

  #condemn(): void {
    this.#alive = false;
    this.#child.kill("SIGKILL");
  }

  #send(message: HostMessage, columns: readonly Float64Array[] = []): void {
    for (const part of encodeFrame(message, columns)) this.#child.stdin.write(part);
  }

  #read(chunk: Buffer): void {
    if (!this.#alive) return;
    try {
      for (const frame of this.#reader.push(chunk)) {
        // A frame that nobody waits for comes from a worker that has been taken over.
        if (this.#waiting === undefined) this.#condemn();
        else if (this.#alive) this.#waiting.frame(frame);
      }
    } catch {
      // A frame out of all measure: the job ends as any breach of the protocol does.
      this.#condemn();
      this.#waiting?.frame({ header: "", body: new Float64Array(0) });
    }
  }

  #died(code: number | null, signal: NodeJS.Signals | null, resolve: () => void): void {
    this.#waiting?.death(code, signal);
    this.#alive = false;
    resolve();
  }
}

function lateFault(job: Job): Fault {
  const seconds = wallLimitMs(job.limits.cpuMs) / 1000;
  return { stage: "run", kind: "timeout", message: `did not end within ${seconds} s` };
}
