import { type FileHandle, open } from "node:fs/promises";
import { UserError } from "../../../core/failure.ts";

/** One file of a zip archive, as the archive's directory states it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const largestDirectory = 1 << 24;

/**
 * The directory at the end of a zip archive (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16). The end is read first: only
 * there do sizes and checksums stand for certain, so that a download cut short is told from a whole one.
 */
export async function zipDirectory(file: string, name: string): Promise<readonly ZipEntry[]> {
  await using handle = await open(file);
  const { size } = await handle.stat();
  const tail = await readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (at < 0 || at + 22 > tail.length) throw damaged(name, "its directory is missing");
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (start === 0xffffffff || length > largestDirectory) {
    throw new UserError(`${name}: a zip archive of more than 4 GiB; unpack it and give the CSV inside`);
  }
  if (start + length > size) throw damaged(name, "its directory points past its end");
  return entriesOf(await readAt(handle, start, length), tail.readUInt16LE(at + 10), name);
}

/** Where the packed bytes of an entry begin: behind its local header, whose length only the header itself tells. */
export async function zipDataStart(file: string, entry: ZipEntry, name: string): Promise<number> {
  await using handle = await open(file);
  const header = await readAt(handle, entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(name, `${entry.name} is missing`);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** What to say of an archive that breaks its own rules. */
export function damaged(name: string, why: string): UserError {
  return new UserError(`${name}: a damaged zip archive (${why}); download it again`);
}

function entriesOf(directory: Buffer, count: number, name: string): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) {
      throw damaged(name, "its directory cannot be read");
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [unpacked, packed, offset] = largeNumbers(
      [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
      extra,
    );
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc32: directory.readUInt32LE(at + 16),
      packed,
      unpacked,
      offset,
    });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Numbers that stand as 4294967295 stand in the extra field of Zip64 in truth, one after the other (section 4.5.3). */
function largeNumbers(short: readonly [number, number, number], extra: Buffer): readonly [number, number, number] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  const large = (value: number): number => {
    if (value !== 0xffffffff || next + 8 > extra.length) return value;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  };
  return [large(short[0]), large(short[1]), large(short[2])];
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
