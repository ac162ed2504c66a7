import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { z } from "zod";
import { onDisk } from "../shared/disk-error.ts";
import { writeFileAtomic } from "../shared/write-file-atomic.ts";

/** Which version of which file a partial file is the beginning of. */
export interface Version {
  readonly url: string;
  /** Strong ETag; null if the server sent none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const versionSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

/**
 * The part of a download that is on disk: `file.part` with the bytes, `file.part.json` with the version they belong to.
 * Bytes are only ever added, and the version is written before the first of them: whenever the process dies, what is on
 * disk is a beginning of that version.
 */
export interface PartialFile {
  readonly path: string;
  /** Bytes on disk. */
  size(): number;
  /** Null where nothing is known of the bytes: they are of no use. */
  version(): Version | null;
  /** Throws away what is there and begins anew. */
  restart(version: Version): void;
  append(chunk: Uint8Array): void;
  /** Closes the file, its bytes safe on disk. */
  close(): void;
  drop(): void;
  /** Gives the file its final name. */
  finish(): void;
}

/** The partial file of `file`, whose folder is there. */
export function openPartialFile(file: string): PartialFile {
  const path = `${file}.part`;
  const versionPath = `${path}.json`;
  let fd: number | null = null;
  const close = (): void => {
    if (fd === null) return;
    const open = fd;
    fd = null;
    onDisk(path, () => {
      try {
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    });
  };
  return {
    path,
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    version: () => readVersion(versionPath),
    restart: (version) => {
      close();
      // Emptied first: were the new version written first, a death in between would give it the old bytes.
      onDisk(path, () => {
        fd = openSync(path, "w");
      });
      writeFileAtomic(versionPath, JSON.stringify(version));
    },
    append: (chunk) =>
      onDisk(path, () => {
        fd ??= openSync(path, "a");
        for (let done = 0; done < chunk.length; ) done += writeSync(fd, chunk, done);
      }),
    close,
    drop: () => {
      close();
      rmSync(path, { force: true });
      rmSync(versionPath, { force: true });
    },
    finish: () => {
      close();
      onDisk(file, () => renameSync(path, file));
      rmSync(versionPath, { force: true });
    },
  };
}

function readVersion(path: string): Version | null {
  try {
    return versionSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
