import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type StreamedRecord, streamJsonLines } from "../../../src/adapters/run-folder/stream-json-lines.ts";
import { UserError } from "../../../src/core/failure.ts";

const dir = mkdtempSync(join(tmpdir(), "walkforward-stream-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const schema = z.strictObject({ text: z.string() });
type Line = z.infer<typeof schema>;

async function all(file: string, from?: number): Promise<readonly StreamedRecord<Line>[]> {
  const records: StreamedRecord<Line>[] = [];
  for await (const record of streamJsonLines(file, schema, from)) records.push(record);
  return records;
}

describe("streamJsonLines", () => {
  it("a file that is not there has no records", async () => {
    expect(await all(join(dir, "none"))).toEqual([]);
  });

  it("leaves a half line for later, and goes on where it ended", async () => {
    const file = join(dir, "growing");
    writeFileSync(file, '{"text":"一"}\n{"te');
    const first = await all(file);
    expect(first.map(({ record }) => record.text)).toEqual(["一"]);
    appendFileSync(file, 'xt":"two"}\n');
    const rest = await all(file, first[0]?.end);
    expect(rest.map(({ record }) => record.text)).toEqual(["two"]);
    expect(rest[0]?.end).toBe(Buffer.byteLength('{"text":"一"}\n{"text":"two"}\n'));
  });

  it("a line of 5 MB, cut anywhere by the pieces it is read in, is one record", async () => {
    const file = join(dir, "long");
    const text = "界".repeat(1_700_000);
    writeFileSync(file, `${JSON.stringify({ text })}\n${JSON.stringify({ text: "b" })}\n`);
    expect((await all(file)).map(({ record }) => record.text.length)).toEqual([1_700_000, 1]);
  });

  it("names the byte of a line that is no record", async () => {
    const file = join(dir, "bad");
    writeFileSync(file, '{"text":"a"}\nnonsense\n');
    await expect(all(file)).rejects.toThrow(UserError);
    await expect(all(file)).rejects.toThrow("byte 13");
  });
});
