import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readingError } from "../shared/reading-error.ts";

/** A file as it is kept beside the bars that were taken from it. */
export interface PackedOriginal {
  /** Compressed with gzip; the same bytes for the same file. */
  readonly packed: Uint8Array;
  /** Size and sha256 of the file itself, the latter in hexadecimal digits. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Compresses and hashes a file in one pass. Throws `UserError` for a file that is not there. */
export async function packOriginal(file: string, name: string): Promise<PackedOriginal> {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let bytes = 0;
  const read = createReadStream(file, { highWaterMark: 1 << 18 });
  read.on("data", (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  try {
    await pipeline(read, createGzip(), collect);
  } catch (error) {
    throw readingError(error, name, "a file of market data");
  }
  return { packed: Buffer.concat(chunks), bytes, sha256: hash.digest("hex") };
}
