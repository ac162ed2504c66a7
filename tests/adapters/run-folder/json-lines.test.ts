import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openJsonLines, readJsonLines } from "../../../src/adapters/run-folder/json-lines.ts";
import { UserError } from "../../../src/core/failure.ts";

interface Row {
  readonly id: number;
  readonly text: string;
}
const source = resolve(import.meta.dirname, "../../../src/adapters/run-folder");
const schema: z.ZodType<Row> = z.strictObject({ id: z.int(), text: z.string() });

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "walkforward-lines-"));
  file = join(folder, "rows.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("openJsonLines", () => {
  it("what is appended is in the file when append resolves", async () => {
    const lines = openJsonLines(file, schema);
    await lines.append({ id: 1, text: "é" });
    expect(readFileSync(file, "utf8")).toBe('{"id":1,"text":"é"}\n');
    await lines.close();
  });

  it("a thousand appends at once are a thousand lines in their order", async () => {
    const lines = openJsonLines(file, schema);
    await Promise.all(Array.from({ length: 1000 }, (_, id) => lines.append({ id, text: "x".repeat(id % 50) })));
    await lines.close();
    expect(readJsonLines(file, schema).records.map((row) => row.id)).toEqual(
      Array.from({ length: 1000 }, (_, id) => id),
    );
  });

  it("a line cut by a crash is dropped, at every length of the cut", async () => {
    const whole = '{"id":1,"text":"日本"}\n';
    const second = Buffer.from('{"id":2,"text":"日本"}\n');
    for (let cut = 0; cut < second.length; cut++) {
      writeFileSync(file, whole);
      appendFileSync(file, second.subarray(0, cut));
      const lines = openJsonLines(file, schema);
      expect(lines.records).toEqual([{ id: 1, text: "日本" }]);
      await lines.append({ id: 3, text: "" });
      await lines.close();
      expect(readFileSync(file, "utf8")).toBe(`${whole}{"id":3,"text":""}\n`);
    }
  });

  it("a damaged line in the middle is named by file, line and field, and nothing is changed", () => {
    const text = '{"id":1,"text":"a"}\n{"id":"2","text":"b"}\n{"id":3,"text":"c"}\n';
    writeFileSync(file, text);
    expect(() => openJsonLines(file, schema)).toThrow(UserError);
    expect(() => openJsonLines(file, schema)).toThrow(/rows\.jsonl:2: id /);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("a line whose text is no UTF-8 keeps its length: what is appended stands right behind it", async () => {
    const damaged = Buffer.from('{"id":1,"text":"é"}\n', "latin1");
    writeFileSync(file, damaged);
    const lines = openJsonLines(file, schema);
    await lines.append({ id: 2, text: "" });
    await lines.close();
    expect(readFileSync(file)).toEqual(Buffer.concat([damaged, Buffer.from('{"id":2,"text":""}\n')]));
  });

  it("on a full disk the append fails, every later one too, and only whole lines are left", () => {
    const script = `
      import { openJsonLines } from ${JSON.stringify(join(source, "json-lines.ts"))};
      import { z } from "zod";
      const lines = openJsonLines(process.argv[1], z.any());
      const results = [];
      for (let id = 0; id < 30; id++) {
        const [result] = await Promise.allSettled([lines.append({ id, text: "x".repeat(id < 20 ? 999 : 1) })]);
        results.push(result.reason?.message ?? "ok");
      }
      console.log(JSON.stringify(results));`;
    // A file may have 8 blocks, 4 or 8 KiB: bash and dash count in blocks of other sizes.
    const limited = `ulimit -f 8; exec "$0" "$@"`;
    const args = ["-c", limited, process.execPath, "--input-type=module", "-e", script, file];
    const { stdout, stderr } = spawnSync("sh", args, { encoding: "utf8" });
    const results = JSON.parse(stdout || JSON.stringify([stderr])) as string[];
    const stored = results.filter((result) => result === "ok").length;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(20);
    expect(results.slice(stored)).toEqual(Array(30 - stored).fill(expect.stringContaining("the disk is full (EFBIG)")));
    expect(readJsonLines(file, schema).records).toHaveLength(stored);
    expect(readFileSync(file, "utf8").endsWith("\n")).toBe(true);
  });

  it("a line that is not JSON is named", () => {
    writeFileSync(file, "{}x\n");
    expect(() => readJsonLines(file, schema)).toThrow(/rows\.jsonl:1: this line is not JSON/);
  });
});
