// Every number of the sandbox, with its reason. Limits of a single run (CPU time, heap) come with the job.

/** How often the worker looks at the clock of a run, milliseconds: a tenth of the shortest sensible CPU limit. */
export const watchEveryMs = 10;

/**
 * Memory of the worker process above its level at the start of a job, as a multiple of the heap limit: V8 may exceed
 * its own limit threefold before it stops a program, and strings and code live outside of it.
 */
export const processMemoryFactor = 4;

/** Room on top of that for what the job itself brings along (bars, results), MiB. */
export const processMemorySlackMiB = 128;

/**
 * Wall time that the host grants a run, milliseconds. It stops nothing but a worker that no longer watches itself, so it
 * is generous: thirty times the CPU limit for crowded machines, and 15 s for one that swaps.
 */
export function wallLimitMs(cpuMs: number): number {
  return 15_000 + 30 * cpuMs;
}

/** Wall time in which a new worker must report that it is ready, milliseconds: 0.2 s on an idle machine. */
export const startLimitMs = 60_000;

/** Longest message about a program, UTF-16 units: a screenful; programs can throw messages of 100 MB. */
export const messageLength = 1000;

/** Longest name of a strategy, UTF-16 units: what a heading of a table has room for. */
export const nameLength = 80;

/** Largest header of a frame from a worker, bytes: a failure with its message, four bytes a character, and room. */
export const replyHeaderBytes = 16_384;

/** Largest frame from the host, bytes: 100 instruments of 100,000 bars. A worker that is sent more has lost its place. */
export const jobFrameBytes: number = 512 * 1024 * 1024;

/** How much of a worker's error output is kept, characters: V8 states the cause of its death in the first lines. */
export const stderrLength = 4096;

/** New workers that die one after another before they are ready until the pool gives up. */
export const startAttempts = 3;

/** Lowest heap limit of an isolate that isolated-vm accepts, MiB. */
export const minMemoryMiB = 8;
