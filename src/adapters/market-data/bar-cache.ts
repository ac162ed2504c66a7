import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
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
  const file = await readWhole(cacheFile(folder, sha256)).catch(() => null);
  if (file === null || file.length < headerBytes) return null;
  if (file.readUInt32LE(0) !== magic || file.readUInt32LE(4) !== version) return null;
  const length = file.readUInt32LE(8);
  const body = file.subarray(headerBytes);
  if (length === 0 || body.length !== length * 8 * barColumns.length) return null;
  if (file.toString("hex", 16, headerBytes) !== sha256 || crc32(body) !== file.readUInt32LE(12)) return null;
  // Views of the one buffer that the file was read into: a copy of each column took as long as reading.
  const column = (index: number): Float64Array =>
    new Float64Array(file.buffer as ArrayBuffer, headerBytes + index * length * 8, length);
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

/** A file in a buffer of its own, from its byte 0 on, so that columns in it are aligned. */
async function readWhole(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.from(new ArrayBuffer(size));
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(buffer, at, size - at, at);
      if (bytesRead === 0) throw new Error(`${file} was cut while it was read`);
      at += bytesRead;
    }
    return buffer;
  } finally {
    await handle.close();
  }
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
