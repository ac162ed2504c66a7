import { closeSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { onDisk } from "../shared/disk-error.ts";
import { checkWhole, refusePage, refuseWords } from "./check-content.ts";
import { type FileDigest, fileDigest } from "./file-digest.ts";
import { openPartialFile, type PartialFile } from "./partial-file.ts";
import type { FileContent, Refusal } from "./preset.ts";
import { transfer } from "./transfer.ts";
import { TransferError } from "./transfer-error.ts";
import type { TransferSettings } from "./transfer-settings.ts";
import { withRetries } from "./with-retries.ts";

/** One file to be had. */
export interface DownloadRequest {
  readonly url: URL;
  /** The address without any key, for messages and for what is kept on disk. */
  readonly address: string;
  /** Where it goes; beside it `.part` grows. */
  readonly file: string;
  readonly content: FileContent;
  /** The sha256 it must have, and who says so; null = nobody does. */
  readonly wanted: { readonly sha256: string; readonly by: string } | null;
  /** The vendor's refusal in an answer that is no data. */
  readonly refusal: (text: string) => Refusal | null;
  readonly settings: TransferSettings;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytes: number) => void;
}

/** A file that is whole and checked, under its partial name still: `finish` gives it its own. */
export interface DownloadedFile extends FileDigest {
  readonly finish: () => void;
}

/**
 * Downloads a file, goes on where an earlier try or process broke off, and checks that it is whole.
 *
 * @throws TransferError after the last try; the beginning that has come is kept for the next time
 * @throws UserError or WorldError of the disk
 */
export async function downloadFile(request: DownloadRequest): Promise<DownloadedFile> {
  onDisk(request.file, () => mkdirSync(dirname(request.file), { recursive: true }));
  const partial = openPartialFile(request.file);
  let lastWrong = "";
  return withRetries(request.settings, request.signal, partial.size, async () => {
    const joined = await transfer({
      ...request,
      partial,
      verified: request.wanted !== null,
      maxBytes: request.settings.maxBytes,
      idleTimeoutMs: request.settings.idleTimeoutMs,
    });
    try {
      const digest = await checked(request, partial);
      return { ...digest, finish: partial.finish };
    } catch (error) {
      partial.drop();
      if (!(error instanceof TransferError) || error.wrongSha256 === null) throw error;
      // A wrong join deserves another try, and so does a wrong answer, once: the same one again is what the server has.
      const passing = joined || error.wrongSha256 !== lastWrong;
      lastWrong = error.wrongSha256;
      throw new TransferError(error.message, { passing, wrongSha256: error.wrongSha256 });
    }
  });
}

async function checked(
  { url, address, content, wanted, refusal }: DownloadRequest,
  partial: PartialFile,
): Promise<FileDigest> {
  const head = readHead(partial.path);
  refusePage(head, url.host, content);
  const refused = content === "zip" ? null : refusal(head.toString("utf8"));
  if (refused !== null) {
    throw new TransferError(`${url.host}: answers "${refused.words}"`, {
      passing: refused.kind === "busy",
      missing: refused.kind === "unknown",
    });
  }
  refuseWords(head, url.host, content);
  checkWhole(partial.path, url.host, content);
  const digest = await fileDigest(partial.path);
  if (digest === null) throw new TransferError(`${url.host}: the file went away while it was checked`);
  if (wanted !== null && digest.sha256 !== wanted.sha256) {
    throw new TransferError(
      `${address}: the file that came has sha256 ${digest.sha256}, but ${wanted.by} says ${wanted.sha256}`,
      { wrongSha256: digest.sha256 },
    );
  }
  return digest;
}

function readHead(path: string): Buffer {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(fd);
  }
}
