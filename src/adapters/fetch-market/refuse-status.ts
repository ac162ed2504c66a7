import { retryAfterMs } from "../shared/retry-after.ts";
import type { Answer } from "./open-url.ts";
import { TransferError } from "./transfer-error.ts";

const passing: readonly number[] = [408, 425, 429, 500, 502, 503, 504];
const noAccess: readonly number[] = [401, 403, 407, 451];

/**
 * Says what a status other than success means.
 *
 * @throws TransferError always
 */
export function refuseStatus({ status, headers, body, url }: Answer): never {
  body.destroy();
  if (status === 404 || status === 410) {
    throw new TransferError(`${url.host}: has no such file (HTTP ${status})`, { missing: true });
  }
  if (noAccess.includes(status)) {
    throw new TransferError(`${url.host}: refuses access from here (HTTP ${status})`);
  }
  const waitMs = retryAfterMs(headers["retry-after"], Date.now());
  const words = status === 429 ? "too many calls" : status >= 500 ? "out of order" : "an answer that was not expected";
  throw new TransferError(`${url.host}: ${words} (HTTP ${status})`, { passing: passing.includes(status), waitMs });
}
