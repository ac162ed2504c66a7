import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";

/** What a file's bytes are known by. */
export interface FileDigest {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The digest of a file, read as a stream; null if it is not there. */
export async function fileDigest(path: string): Promise<FileDigest | null> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return null;
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}
