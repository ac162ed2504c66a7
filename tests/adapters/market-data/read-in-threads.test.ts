import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createBarReader } from "../../../src/adapters/market-data/bar-reader.ts";
import { readCsv } from "../../../src/adapters/market-data/read-csv.ts";
import { readInThreads } from "../../../src/adapters/market-data/read-in-threads.ts";
import { readPiece } from "../../../src/adapters/market-data/read-piece.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { formatCsv } from "../../../src/core/market/format-csv.ts";
import { randomMarket } from "../../core/paths/random-market.ts";

const folder = mkdtempSync(join(tmpdir(), "threads-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "market.csv");
const small = { threads: 3, bytesEach: 1000 };

async function inOneThread(): Promise<Bars> {
  const reader = createBarReader("market.csv");
  await readPiece({ file }, reader);
  return reader.bars();
}

const csv = formatCsv(randomMarket("threads", 2000));

describe("readInThreads", () => {
  it.each([
    ["canonical", csv],
    ["CRLF, a byte order mark and empty lines", `\uFEFF${csv.replaceAll("\n", "\r\n")}\r\n\r\n`],
    ["without a volume, without a last line end", csv.replace(/,[^,\n]*$/gm, "").trimEnd()],
    ["columns in another order, one of them text", csv.replace(/^([^,]*),(.*)$/gm, "a;b,$2,$1")],
    ["ends of lines that change from LF to CRLF", csv.replace(/\n(?=20)/g, (end, at) => (at > 90_000 ? "\r\n" : end))],
  ])("%s: the same bars as in one thread", async (_, text) => {
    writeFileSync(file, text);
    const bars = await readInThreads(file, small);
    expect(bars?.length).toBe(2000);
    expect(bars).toEqual(await inOneThread());
  });

  it("a quote anywhere is null: a line break may stand inside of it", async () => {
    const lines = csv.trimEnd().split("\n");
    const withNote = (row: number, note: string): string =>
      lines.map((line, i) => `${line},${i === 0 ? "note" : i === row ? note : ""}`).join("\n");
    for (const row of [1, 700, 1999]) {
      // Read line by line it would be one bar more.
      writeFileSync(file, withNote(row, '"said\n2031-01-01,1,1,1,1,1,so"'));
      expect(await readInThreads(file, small)).toBeNull();
      expect((await readCsv(file, "market.csv")).length).toBe(2000);
    }
  });

  it.each([
    ["a cell that is no number", csv.replace(/(\n[^\n]*){900}/, (head) => `${head}x`)],
    ["a line with a cell too many", csv.replace(/(\n[^\n]*){1500}/, (head) => `${head},7`)],
    ["an open quote", csv.replace(/(\n[^\n]*){1200}/, (head) => `${head},"`)],
    ["no header", csv.slice(csv.indexOf("\n") + 1)],
  ])("%s: null, and the reader in one thread says what is wrong", async (_, text) => {
    writeFileSync(file, text);
    expect(await readInThreads(file, small)).toBeNull();
    await expect(readCsv(file, "market.csv")).rejects.toThrow(/^market\.csv/);
  });

  it("a short file, one thread, lines without an end and a file that is not there are not divided", async () => {
    writeFileSync(file, csv);
    expect(await readInThreads(file)).toBeNull();
    expect(await readInThreads(file, { threads: 1, bytesEach: 1000 })).toBeNull();
    writeFileSync(file, "x".repeat(200_000));
    expect(await readInThreads(file, small)).toBeNull();
    expect(await readInThreads(join(folder, "absent.csv"), small)).toBeNull();
  });
});
