import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { refusePage } from "./check-content.ts";
import { type Answer, openUrl } from "./open-url.ts";
import type { PartialFile, Version } from "./partial-file.ts";
import type { FileContent } from "./preset.ts";
import { refuseStatus } from "./refuse-status.ts";
import { TransferError, transferErrorOf } from "./transfer-error.ts";

/** What one try is after. */
export interface Transfer {
  readonly url: URL;
  /** The address without any key: what the partial file is known by. */
  readonly address: string;
  readonly partial: PartialFile;
  readonly content: FileContent;
  /** True where the whole is held against a known sha256: then a rest may be asked for that no ETag vouches for. */
  readonly verified: boolean;
  readonly maxBytes: number;
  readonly idleTimeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Told of every chunk: bytes on disk so far. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Asks once for a file, or for the rest of it where a beginning is on disk. When it returns, the partial file is as long as
 * the server says; `true` if it was put together from two answers.
 *
 * @throws TransferError where the answer breaks off, is refused or contradicts itself; the partial file then holds a
 *   beginning of one version of the file, or nothing
 */
export async function transfer(task: Transfer): Promise<boolean> {
  const { url, partial } = task;
  const rest = restWanted(task);
  try {
    const answer = await openUrl(url, { ...task, headers: rest?.headers ?? {} });
    if (answer.status === 200) await takeWhole(answer, task);
    else if (answer.status === 206 && rest !== null) await takeRest(answer, rest, task);
    else if (answer.status === 416 && rest !== null) endOfFile(answer, rest.offset, partial);
    else refuseStatus(answer);
    return answer.status !== 200;
  } catch (error) {
    throw task.signal?.aborted ? task.signal.reason : transferErrorOf(error, url.host);
  } finally {
    partial.close();
  }
}

interface Rest {
  readonly offset: number;
  readonly version: Version;
  readonly headers: Readonly<Record<string, string>>;
}

function restWanted({ address, partial, verified }: Transfer): Rest | null {
  const version = partial.version();
  const offset = partial.size();
  if (version?.url !== address || offset === 0) return null;
  const validator = version.etag ?? version.lastModified;
  if (validator === null && !verified) return null;
  const condition = validator === null ? {} : { "if-range": validator };
  return { offset, version, headers: { range: `bytes=${offset}-`, ...condition } };
}

/** The version of an answer: weak ETags, and dates of the very second of the answer, vouch for nothing. */
function versionOf({ headers }: Answer, address: string): Version {
  const { etag, date = "", "last-modified": lastModified = "" } = headers;
  const settled = Date.parse(date) - Date.parse(lastModified) >= 1000;
  return {
    url: address,
    etag: etag?.startsWith('"') ? etag : null,
    lastModified: settled ? lastModified : null,
  };
}

async function takeWhole(answer: Answer, task: Transfer): Promise<void> {
  const { url, address, partial, content } = task;
  const encoding = answer.headers["content-encoding"] ?? "identity";
  const version = versionOf(answer, address);
  const length = answer.headers["content-length"];
  const total = length === undefined || encoding !== "identity" ? null : Number(length);
  let begun = false;
  await receive(answer, task, total, (chunk) => {
    if (!begun) {
      refusePage(chunk, url.host, content);
      // The ranges of a compressed answer count other bytes than ours: no address, no resuming.
      partial.restart(encoding === "identity" ? version : { ...version, url: "" });
      begun = true;
    }
    partial.append(chunk);
  });
  if (!begun) throw new TransferError(`${url.host}: the answer is empty`, { passing: true });
}

async function takeRest(answer: Answer, { offset, version }: Rest, task: Transfer): Promise<void> {
  const { url, address, partial } = task;
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.headers["content-range"] ?? "");
  const now = versionOf(answer, address);
  const other = isOther(version, now);
  if (other || Number(range?.[1] ?? Number.NaN) !== offset || "content-encoding" in answer.headers) {
    answer.body.destroy();
    partial.drop();
    const why = other ? "the file changed in between" : "another part of the file came than was asked for";
    throw new TransferError(`${url.host}: ${why}`, { passing: true });
  }
  const total = range?.[3] === undefined || range[3] === "*" ? Number(range?.[2]) + 1 : Number(range[3]);
  await receive(answer, task, total, (chunk) => partial.append(chunk));
}

/** True where an answer is of another version than what is on disk: some servers send a rest whatever the condition. */
function isOther(before: Version, now: Version): boolean {
  if (before.etag !== null) return now.etag !== before.etag;
  return before.lastModified !== null && now.lastModified !== null && now.lastModified !== before.lastModified;
}

/** Status 416: what is on disk is the whole file, or more than there is. */
function endOfFile({ headers, body, url }: Answer, offset: number, partial: PartialFile): void {
  body.destroy();
  if (headers["content-range"] === `bytes */${offset}`) return;
  partial.drop();
  throw new TransferError(`${url.host}: the file is shorter than before`, { passing: true });
}

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Hands the body over chunk by chunk, and checks its length: `total` bytes on disk at its end; null = not stated. */
async function receive(
  answer: Answer,
  { url, partial, maxBytes, onBytes }: Transfer,
  total: number | null,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const tooLarge = (): TransferError =>
    new TransferError(`${url.host}: the file is larger than ${maxBytes / 2 ** 20} MiB, the most that is taken`);
  const sink = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      take(chunk);
      const bytes = partial.size();
      if (bytes > maxBytes) throw tooLarge();
      onBytes(bytes);
    }
  };
  if (total !== null && total > maxBytes) {
    answer.body.destroy();
    throw tooLarge();
  }
  const encoding = answer.headers["content-encoding"] ?? "identity";
  const decoder = decoders[encoding];
  if (encoding !== "identity" && decoder === undefined) {
    answer.body.destroy();
    throw new TransferError(`${url.host}: sends the encoding "${encoding}", which is not known here`);
  }
  const body: Readable = answer.body;
  if (decoder === undefined) await pipeline(body, sink);
  else await pipeline(body, decoder(), sink);
  const bytes = partial.size();
  if (total === null || bytes === total) return;
  if (bytes > total) partial.drop();
  throw new TransferError(`${url.host}: ${bytes} bytes came where ${total} were announced`, { passing: true });
}
