import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { crc32, createGunzip, createInflateRaw, createZstdDecompress } from "node:zlib";
import { UserError } from "../../../core/failure.ts";
import { readingError } from "../../shared/reading-error.ts";
import { chooseEntry } from "./choose-entry.ts";
import { compressionOf } from "./file-kinds.ts";
import { damaged, type ZipEntry, zipDataStart, zipDirectory } from "./zip-archive.ts";

/** A file whose unpacked bytes can be read from the start as often as needed. */
export interface OpenedBytes {
  /** Bytes of the file as it lies there. */
  readonly size: number;
  readonly compression: "none" | "gzip" | "zip" | "zstd";
  /** Name of the file inside a zip archive; null elsewhere. */
  readonly entry: string | null;
  /** What was done to the bytes beside unpacking; left out where nothing was. */
  readonly note?: string;
  /** The unpacked bytes, piece by piece. Throws `UserError` where they are damaged or grow past all measure. */
  read(): AsyncIterable<Uint8Array>;
}

/** Most bytes that a packed file may unpack to, and to how many times its size: prices pack 3 to 20 times. */
const mostUnpacked = 4 * 2 ** 30;
const mostRatio = 200;
/** Small files may be as repetitive as they like. */
const ratioFrom = 64 * 2 ** 20;

/** Opens a file, packed or not. Throws `UserError` for one that cannot be read or is no regular file. */
export async function openBytes(file: string, name: string, entry: string | undefined): Promise<OpenedBytes> {
  try {
    return await opened(file, name, entry);
  } catch (error) {
    throw readingError(error, name, "a file of prices");
  }
}

async function opened(file: string, name: string, wanted: string | undefined): Promise<OpenedBytes> {
  const stats = await stat(file);
  if (stats.isDirectory()) throw new UserError(`${name}: a folder, wanted a file of prices`);
  if (!stats.isFile()) throw new UserError(`${name}: a pipe or device, wanted a file: save it first`);
  if (stats.size === 0) throw new UserError(`${name}: the file is empty; download it again`);
  const compression = compressionOf(await firstBytes(file));
  if (compression === "zip") return openZip(file, name, wanted, stats.size);
  if (wanted !== undefined) throw new UserError(`${name}: no zip archive, so that there is no ${wanted} in it`);
  const read = (): AsyncIterable<Uint8Array> => {
    const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
    if (compression === "none") return readable(bytes, name);
    const unpack = compression === "gzip" ? createGunzip() : createZstdDecompress();
    return unpacked(bytes.on("error", (error) => unpack.destroy(error)).pipe(unpack), stats.size, name, compression);
  };
  return { size: stats.size, compression, entry: null, read };
}

async function firstBytes(file: string): Promise<Uint8Array> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  return buffer.subarray(0, bytesRead);
}

async function openZip(file: string, name: string, wanted: string | undefined, size: number): Promise<OpenedBytes> {
  const entry = chooseEntry(await zipDirectory(file, name), wanted, name);
  if (entry.encrypted) {
    throw new UserError(`${name}: ${entry.name} wants a password; unpack the archive and give the CSV inside`);
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new UserError(
      `${name}: ${entry.name} is packed by method ${entry.method}; unpack it and give the CSV inside`,
    );
  }
  if (entry.unpacked > mostUnpacked || (entry.unpacked > ratioFrom && entry.unpacked > mostRatio * size)) {
    throw tooBig(name, entry.unpacked, size);
  }
  const start = await zipDataStart(file, entry, name);
  return { size, compression: "zip", entry: entry.name, read: () => zipBytes(file, name, entry, start) };
}

async function* zipBytes(file: string, name: string, entry: ZipEntry, start: number): AsyncGenerator<Uint8Array> {
  if (entry.packed === 0) return;
  const packed = createReadStream(file, { start, end: start + entry.packed - 1, highWaterMark: 1 << 18 });
  const inflate = createInflateRaw();
  const bytes =
    entry.method === 0
      ? readable(packed, name)
      : unpacked(packed.on("error", (error) => inflate.destroy(error)).pipe(inflate), entry.packed, name, "zip");
  let checksum = 0;
  let length = 0;
  for await (const piece of bytes) {
    checksum = crc32(piece, checksum);
    length += piece.length;
    yield piece;
  }
  if (length !== entry.unpacked) throw damaged(name, `${entry.name} has ${length} bytes, stated ${entry.unpacked}`);
  if (checksum !== entry.crc32) throw damaged(name, `the checksum of ${entry.name} is wrong`);
}

async function* readable(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw readingError(error, name, "a file of prices");
  }
}

/** Unpacked bytes as they come, counted against a bomb; what zlib throws, in words. */
async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
  name: string,
  kind: string,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    for await (const piece of bytes) {
      total += piece.length;
      if (total > mostUnpacked || (total > ratioFrom && total > mostRatio * size)) throw tooBig(name, total, size);
      yield piece;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${name}: a damaged ${kind} file (${why}); download it again`);
  }
}

function tooBig(name: string, bytes: number, size: number): UserError {
  const mib = (count: number): string => (count < 2 ** 20 ? `${count} bytes` : `${Math.floor(count / 2 ** 20)} MiB`);
  return new UserError(
    `${name}: ${mib(size)} unpack to ${mib(bytes)} or more; wanted at most 4096 MiB and ${mostRatio} times the packed ` +
      "size: prices do not pack like that. If they are prices, unpack the file and give the CSV inside",
  );
}
