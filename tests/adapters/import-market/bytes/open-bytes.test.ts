import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { openBytes } from "../../../../src/adapters/import-market/bytes/open-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "bytes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 2000 }, (_, t) => `2020-01-02,${t},${t * 7},${t % 13},1.5\n`).join("");

/** The unpacked text of a file with these bytes. */
async function unpack(bytes: Uint8Array, entry?: string): Promise<string> {
  const file = join(folder, "file");
  writeFileSync(file, bytes);
  const opened = await openBytes(file, "file", entry);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.read()) pieces.push(piece);
  return Buffer.concat(pieces).toString("latin1");
}

const zip = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

/** Position of the directory's first entry. */
const directoryOf = (archive: Buffer): number => archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

describe("packed files", () => {
  it.each([
    ["plain", Buffer.from(rows)],
    ["gzip", gzipSync(rows)],
    ["two gzip members", Buffer.concat([gzipSync(rows.slice(0, 999)), gzipSync(rows.slice(999))])],
    ["zstd", zstdCompressSync(rows)],
    ["zip", zip({ "a.csv": rows })],
    ["zip, stored", Buffer.from(zipSync({ "a.csv": [strToU8(rows), { level: 0 }] }))],
  ])("%s gives its text", async (_, bytes) => {
    expect(await unpack(bytes)).toBe(rows);
  });

  it.each([
    [
      "gzip cut short",
      gzipSync(rows).subarray(0, 1000),
      "a damaged gzip file (unexpected end of file); download it again",
    ],
    ["zip cut short", zip({ "a.csv": rows }).subarray(0, 1000), "a damaged zip archive (its directory is missing)"],
    ["zip of nothing", zip({}), "a zip archive without files"],
  ])("%s says so", async (_, bytes, message) => {
    await expect(unpack(bytes)).rejects.toThrow(message);
  });

  it("one wrong bit anywhere in the packed bytes of a zip is found", async () => {
    const sound = zip({ "a.csv": rows });
    for (let at = 40; at < directoryOf(sound); at += 331) {
      const spoiled = Buffer.from(sound);
      spoiled.writeUInt8(spoiled.readUInt8(at) ^ 4, at);
      await expect(unpack(spoiled)).rejects.toThrow(/damaged zip (file|archive)|unpack to/);
    }
  });

  it("a zip whose directory claims 4 GB for 100 bytes is refused before it is unpacked", async () => {
    const archive = zip({ "a.csv": rows });
    archive.writeUInt32LE(4_200_000_000, directoryOf(archive) + 24);
    await expect(unpack(archive)).rejects.toThrow(/unpack to 4005 MiB or more; wanted at most 4096 MiB and 200 times/);
  });

  it("gzip that unpacks to 1,000 times its size is stopped at 64 MiB", async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, "2020-01-02,1,1,1,1\n"));
    await expect(unpack(bomb)).rejects.toThrow("prices do not pack like that");
  });

  it("a password and an unknown method are named", async () => {
    const locked = zip({ "a.csv": rows });
    locked.writeUInt16LE(1, directoryOf(locked) + 8);
    await expect(unpack(locked)).rejects.toThrow("a.csv wants a password");
    const lzma = zip({ "a.csv": rows });
    lzma.writeUInt16LE(14, directoryOf(lzma) + 10);
    await expect(unpack(lzma)).rejects.toThrow("a.csv is packed by method 14");
  });
});

describe("the file inside a zip", () => {
  it("is the only CSV, beside read-mes, folders and droppings", async () => {
    expect(
      await unpack(zip({ "readme.txt": "hi", "d/b.CSV": rows, "__MACOSX/d/._b.csv": "x", ".DS_Store": "x" })),
    ).toBe(rows);
    expect(await unpack(zip({ "prices.txt": rows, "read.me": "hi" }))).toBe(rows);
  });

  it("of several is asked for by name, with or without its folder", async () => {
    const archive = zip({ "a.csv": "a", "d/b.csv": rows });
    await expect(unpack(archive)).rejects.toThrow(
      "a zip archive of 2 files (a.csv, d/b.csv), wanted one: name it with --entry",
    );
    expect(await unpack(archive, "b.csv")).toBe(rows);
    expect(await unpack(archive, "d/b.csv")).toBe(rows);
    await expect(unpack(archive, "c.csv")).rejects.toThrow(
      "no file c.csv in the zip archive; it holds a.csv, d/b.csv; did you mean a.csv?",
    );
  });

  it("a workbook is a zip, and is not taken for one", async () => {
    await expect(unpack(zip({ "[Content_Types].xml": "x", "xl/workbook.xml": "x" }))).rejects.toThrow(
      "an Excel workbook (.xlsx), wanted a CSV: save it as CSV in Excel",
    );
    await expect(unpack(zip({ mimetype: "x", "content.xml": "x" }))).rejects.toThrow("a LibreOffice document");
  });
});
