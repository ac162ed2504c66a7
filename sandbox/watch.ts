import type { Limits } from "../src/core/job.ts";
import { cpuClockMs } from "./cpu-clock.ts";
import { processMemoryFactor, processMemorySlackMiB, watchEveryMs } from "./limits.ts";
import type { SandboxFailure } from "./protocol.ts";

const mib = 1024 * 1024;

/** The text for a program that used too much CPU time. */
export function timeoutMessage(limits: Limits): string {
  return `used more than ${limits.cpuMs} ms of CPU time`;
}

/** Watches the runs of a job from outside of their thread, and calls `stop` once, as soon as a run breaks a limit. */
export class Watch {
  readonly #limits: Limits;
  readonly #stop: (kind: SandboxFailure, message: string) => void;
  readonly #maxRss: number;
  #timer: NodeJS.Timeout | undefined;
  #startMs = 0;

  /** The memory of the process now is taken as its level without the job. */
  constructor(limits: Limits, stop: (kind: SandboxFailure, message: string) => void) {
    this.#limits = limits;
    this.#stop = stop;
    this.#maxRss = process.memoryUsage.rss() + (limits.memoryMiB * processMemoryFactor + processMemorySlackMiB) * mib;
  }

  /** A run starts. */
  start(): void {
    this.end();
    this.#startMs = cpuClockMs();
    this.#timer = setInterval(() => this.#look(), watchEveryMs);
  }

  /** The run has ended, or the job has. */
  end(): void {
    clearInterval(this.#timer);
  }

  /** True if the run has used more CPU time than it may. */
  isLate(): boolean {
    return cpuClockMs() - this.#startMs > this.#limits.cpuMs;
  }

  #look(): void {
    const { memoryMiB } = this.#limits;
    if (process.memoryUsage.rss() > this.#maxRss) {
      this.#report("memory", `used far more than ${memoryMiB} MiB of memory`);
    } else if (this.isLate()) {
      this.#report("timeout", timeoutMessage(this.#limits));
    }
  }

  #report(kind: SandboxFailure, message: string): void {
    this.end();
    this.#stop(kind, message);
  }
}
