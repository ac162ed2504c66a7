import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Attempt } from "../../core/attempt.ts";
import { type AttemptSource, taskMarkets, writeAttempt } from "./attempt-files.ts";
import type { AttemptBatch, AttemptProgress } from "./attempt-thread.ts";

/** Attempts handed to a thread at once: the bars of their task are read once for all of them. */
const batchSize = 20;
/** Fewer attempts are written sooner than threads start. */
const leastForThreads = 16;
/** Threads beyond that wait for the disk, and each holds memory. */
const mostThreads = 4;

/**
 * Writes the pages of all attempts, in threads where there are many and the machine runs several at once. What a thread cannot
 * write is written here, so that what is wrong is thrown here. The pages are the same either way.
 *
 * @param threads How many; what suits the machine unless given. 1 writes them here.
 */
export async function writeAttempts(
  source: AttemptSource,
  attempts: readonly Attempt[],
  onPage: () => void,
  threads: number = threadsFor(attempts.length),
): Promise<void> {
  const batches = batchesOf(attempts);
  const left = threads < 2 ? batches : await inThreads(source, batches, Math.min(threads, batches.length), onPage);
  for (const { task, attempts: some } of left) {
    const markets = await taskMarkets(source.dir, task);
    for (const attempt of some) {
      await writeAttempt(source, attempt, markets);
      onPage();
    }
  }
}

function threadsFor(attempts: number): number {
  return attempts < leastForThreads ? 1 : Math.min(mostThreads, availableParallelism());
}

function batchesOf(attempts: readonly Attempt[]): readonly AttemptBatch[] {
  const batches: AttemptBatch[] = [];
  for (const [task, ofTask] of Map.groupBy(attempts, (attempt) => attempt.task)) {
    for (let from = 0; from < ofTask.length; from += batchSize) {
      batches.push({ task, attempts: ofTask.slice(from, from + batchSize) });
    }
  }
  return batches;
}

/** Hands batches to threads one at a time; the result are those that were not written, less the pages that were. */
async function inThreads(
  source: AttemptSource,
  batches: readonly AttemptBatch[],
  threads: number,
  onPage: () => void,
): Promise<readonly AttemptBatch[]> {
  const queue = [...batches];
  const left: AttemptBatch[] = [];
  await Promise.all(Array.from({ length: threads }, () => runThread(source, queue, left, onPage)));
  return [...left, ...queue];
}

async function runThread(
  source: AttemptSource,
  queue: AttemptBatch[],
  left: AttemptBatch[],
  onPage: () => void,
): Promise<void> {
  const worker = new Worker(new URL("./attempt-thread.ts", import.meta.url), {
    workerData: source,
    resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 },
  });
  try {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
      const written = await handOver(worker, batch, onPage);
      if (written === batch.attempts.length) continue;
      left.push({ task: batch.task, attempts: batch.attempts.slice(written) });
      return;
    }
  } finally {
    await worker.terminate();
  }
}

/** How many pages of the batch the thread wrote before it was done, failed or died. */
function handOver(worker: Worker, batch: AttemptBatch, onPage: () => void): Promise<number> {
  return new Promise((resolve) => {
    let written = 0;
    const end = (): void => {
      worker.off("message", hear).off("error", end).off("exit", end);
      resolve(written);
    };
    const hear = (progress: AttemptProgress): void => {
      if (progress === "page") {
        written++;
        onPage();
      } else end();
    };
    worker.on("message", hear).on("error", end).on("exit", end);
    worker.postMessage(batch);
  });
}
