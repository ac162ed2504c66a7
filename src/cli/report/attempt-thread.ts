// A thread that writes pages of attempts: `workerData` is an AttemptSource, every message an AttemptBatch, every answer
// an AttemptProgress.
import { parentPort, workerData } from "node:worker_threads";
import type { Attempt } from "../../core/attempt.ts";
import { type AttemptSource, taskMarkets, writeAttempt } from "./attempt-files.ts";

/** Attempts of one task. */
export interface AttemptBatch {
  readonly task: string;
  readonly attempts: readonly Attempt[];
}

/** One page is written, or the batch is done, or nothing more of the batch can be written here. */
export type AttemptProgress = "page" | "done" | "failed";

const source = workerData as AttemptSource;
const tell = (progress: AttemptProgress): void => parentPort?.postMessage(progress);

async function work({ task, attempts }: AttemptBatch): Promise<void> {
  try {
    const markets = await taskMarkets(source.dir, task);
    for (const attempt of attempts) {
      await writeAttempt(source, attempt, markets);
      tell("page");
    }
    tell("done");
  } catch {
    tell("failed");
  }
}

parentPort?.on("message", (batch: AttemptBatch) => void work(batch));
