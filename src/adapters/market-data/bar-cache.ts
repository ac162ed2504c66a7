import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Bars, barColumns } from "../../core/bars.ts";

/** Raised when the layout below changes: files of another version are rebuilt. */
const version = 1;
const magic = 0x57464231;
/** Magic, version, bars, CRC-32 of the body (four 32-bit words), then the 32 bytes of the CSV's sha256; 8-byte aligned. */
const headerBytes = 48;

/** The file of a CSV in the cache. */
function cacheFile(folder: string, sha256: string): string {
  return join(folder, `${sha256}.bars`);
}

/**
 * The bars cached for the CSV with this sha256; null where there are none, or where the file is cut, damaged, of another
 * version or not to be read. `barsPerYear` is NaN.
 */
export async function readCache(folder: string, sha256: string): Promise<Bars | null> {
  let file: Buffer;
  try {
    file = await readFile(cacheFile(folder, sha256));
  } catch {
    return null;
  }
  if (file.length < headerBytes || file.readUInt32LE(0) !== magic || file.readUInt32LE(4) !== version) return null;
  const length = file.readUInt32LE(8);
  const columnBytes = length * 8;
  const body = file.subarray(headerBytes);
  if (length === 0 || body.length !== columnBytes * barColumns.length) return null;
  if (file.toString("hex", 16, headerBytes) !== sha256 || crc32(body) !== file.readUInt32LE(12)) return null;
  const column = (index: number): Float64Array => {
    const start = body.byteOffset + index * columnBytes;
    return new Float64Array(body.buffer.slice(start, start + columnBytes) as ArrayBuffer);
  };
  return {
    length,
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
    barsPerYear: Number.NaN,
  };
}

/** Stores bars, whole or not at all. A cache that cannot be written (read-only, full) is no error: the next load parses again. */
export async function writeCache(folder: string, sha256: string, bars: Bars): Promise<void> {
  const body = Buffer.concat(
    barColumns.map((name) => Buffer.from(bars[name].buffer, bars[name].byteOffset, bars[name].byteLength)),
  );
  const header = Buffer.alloc(headerBytes);
  for (const [i, word] of [magic, version, bars.length, crc32(body)].entries()) header.writeUInt32LE(word, i * 4);
  header.write(sha256, 16, "hex");
  const file = cacheFile(folder, sha256);
  // The name is the process's own, so that two processes that fill the cache at once do not write into one file.
  const partial = `${file}.${process.pid}.partial`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(partial, Buffer.concat([header, body]));
    await rename(partial, file);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}
