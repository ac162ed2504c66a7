import { openUrl } from "./open-url.ts";
import { refuseStatus } from "./refuse-status.ts";
import { TransferError, transferErrorOf } from "./transfer-error.ts";
import type { TransferSettings } from "./transfer-settings.ts";
import { withRetries } from "./with-retries.ts";

/** No checksum file is longer, bytes. */
const mostBytes = 4096;

/**
 * The sha256 that a vendor publishes at `url`, lower case; null where it publishes none.
 *
 * @throws TransferError where it cannot be had, or is no sha256
 */
export async function vendorChecksum(
  url: URL,
  settings: TransferSettings,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    return await withRetries(
      settings,
      signal,
      () => 0,
      () => readChecksum(url, settings.idleTimeoutMs, signal),
    );
  } catch (error) {
    if (error instanceof TransferError && error.missing) return null;
    throw error;
  }
}

async function readChecksum(url: URL, idleTimeoutMs: number, signal: AbortSignal | undefined): Promise<string> {
  let text = "";
  try {
    const answer = await openUrl(url, { headers: {}, idleTimeoutMs, signal });
    if (answer.status !== 200) refuseStatus(answer);
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      text += chunk.toString("latin1");
      if (text.length > mostBytes) break;
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : transferErrorOf(error, url.host);
  }
  const found = /^([0-9a-f]{64})(?:\s|$)/i.exec(text.trimStart());
  if (found?.[1] !== undefined) return found[1].toLowerCase();
  throw new TransferError(`${url.href}: holds no sha256`, { passing: true });
}
