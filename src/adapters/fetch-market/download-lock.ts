import { readFileSync } from "node:fs";
import { z } from "zod";
import { UserError } from "../../core/failure.ts";
import { writeFileAtomic } from "../shared/write-file-atomic.ts";
import type { FileDigest } from "./file-digest.ts";

/** Name of the lock file in a folder of datasets. */
export const downloadLockName = "market-data.lock.json";

const lockSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(z.string(), z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) })),
});

/** What was downloaded from which address of a vendor: everybody who has the file gets the same bytes, or is told. */
export interface DownloadLock {
  readonly path: string;
  /** The pinned digest of an address; null = none yet. */
  pinned(url: string): FileDigest | null;
  /** Pins a digest, and writes the file if that changes it. */
  pin(url: string, digest: FileDigest): void;
}

/**
 * The lock file at `path`, empty if there is none.
 *
 * @throws UserError for a file that is no lock file
 */
export function openDownloadLock(path: string): DownloadLock {
  const files = new Map(Object.entries(readLock(path)));
  return {
    path,
    pinned: (url) => files.get(url) ?? null,
    pin: (url, { sha256, bytes }) => {
      const before = files.get(url);
      if (before?.sha256 === sha256 && before.bytes === bytes) return;
      files.set(url, { sha256, bytes });
      const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
      writeFileAtomic(path, `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`);
    },
  };
}

function readLock(path: string): Readonly<Record<string, FileDigest>> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new UserError(`${path}: may not be read`);
  }
  try {
    return lockSchema.parse(JSON.parse(text)).files;
  } catch {
    throw new UserError(`${path}: is no lock file of downloads. Restore it, or remove it to pin everything anew.`);
  }
}
