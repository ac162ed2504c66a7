import type ivm from "isolated-vm";
import type { Limits } from "../src/core/job.ts";
import { processMemoryFactor, processMemorySlackMiB, watchEveryMs } from "./limits.ts";
import type { Fault } from "./protocol.ts";
import { cpuMsOf } from "./run-program.ts";

const mib = 1024 * 1024;

/** The text for a program that used too much CPU time. */
export function timeoutMessage(limits: Limits): string {
  return `used more than ${limits.cpuMs} ms of CPU time`;
}

/**
 * Watches the runs of one isolate from outside its thread and calls `stop` once, as soon as a run breaks a limit. While
 * a run is under way, isolated-vm counts wall time as CPU time; so the time of the whole process must be over as well.
 */
export class Watch {
  readonly #isolate: ivm.Isolate;
  readonly #limits: Limits;
  readonly #stop: (fault: Fault) => void;
  readonly #maxRss: number;
  #timer: NodeJS.Timeout | undefined;
  #isolateMs = 0;
  #processUs = 0;

  /** The memory of the process now is taken as its level without the job. */
  constructor(isolate: ivm.Isolate, limits: Limits, stop: (fault: Fault) => void) {
    this.#isolate = isolate;
    this.#limits = limits;
    this.#stop = stop;
    this.#maxRss = process.memoryUsage.rss() + (limits.memoryMiB * processMemoryFactor + processMemorySlackMiB) * mib;
  }

  /** A run starts. */
  start(): void {
    this.end();
    this.#isolateMs = cpuMsOf(this.#isolate);
    this.#processUs = this.#processNow();
    this.#timer = setInterval(() => this.#look(), watchEveryMs);
  }

  /** The run has ended, or the job has. */
  end(): void {
    clearInterval(this.#timer);
  }

  #processNow(): number {
    const { user, system } = process.cpuUsage();
    return user + system;
  }

  #look(): void {
    const { cpuMs, memoryMiB } = this.#limits;
    if (process.memoryUsage.rss() > this.#maxRss) {
      this.#report({ stage: "run", kind: "memory", message: `used far more than ${memoryMiB} MiB of memory` });
    } else if (
      this.#processNow() - this.#processUs > cpuMs * 1000 &&
      !this.#isolate.isDisposed &&
      cpuMsOf(this.#isolate) - this.#isolateMs > cpuMs
    ) {
      this.#report({ stage: "run", kind: "timeout", message: timeoutMessage(this.#limits) });
    }
  }

  #report(fault: Fault): void {
    this.end();
    this.#stop(fault);
  }
}
