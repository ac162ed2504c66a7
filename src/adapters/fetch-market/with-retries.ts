import { setTimeout as sleep } from "node:timers/promises";
import { TransferError } from "./transfer-error.ts";
import type { TransferSettings } from "./transfer-settings.ts";

/** Tries at most, however much each of them brings: a server that hands out a byte a time is given up too. */
const triesInAll = 100;

/**
 * Does `work` until it succeeds or another try is of no use. The wait doubles with each try that brings nothing new, is
 * never shorter than a server's Retry-After, and where that is longer than `maxWaitMs` there is no other try.
 *
 * @param progress a number that grows as long as tries bring something
 * @throws TransferError of the last try, or the signal's reason
 */
export async function withRetries<T>(
  settings: TransferSettings,
  signal: AbortSignal | undefined,
  progress: () => number,
  work: () => Promise<T>,
): Promise<T> {
  let fruitless = 0;
  let best = progress();
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TransferError) || !error.passing) throw error;
      fruitless = progress() > best ? 0 : fruitless + 1;
      best = Math.max(best, progress());
      if (fruitless >= settings.tries || tries >= triesInAll) throw lastError(error, tries);
      await pause(error, fruitless, settings, signal);
    }
  }
}

function lastError(error: TransferError, tries: number): TransferError {
  return tries === 1 ? error : new TransferError(`${error.message}, ${tries} times`, { ...error });
}

async function pause(
  error: TransferError,
  fruitless: number,
  { backoffMs, maxWaitMs }: TransferSettings,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (error.waitMs !== null && error.waitMs > maxWaitMs) {
    throw new TransferError(`${error.message}, and asks to be left alone for ${Math.ceil(error.waitMs / 1000)} s`);
  }
  const usual = Math.min(maxWaitMs, backoffMs * 2 ** Math.max(0, fruitless - 1));
  const wait = Math.max(usual, error.waitMs ?? 0);
  try {
    await sleep(wait, undefined, signal ? { signal } : {});
  } catch {
    signal?.throwIfAborted();
  }
}
