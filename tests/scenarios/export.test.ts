import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/commands/export.ts";
import { openExportSource } from "../../src/cli/export/export-source.ts";
import { type Column, type TableName, tableNames } from "../../src/cli/export/table.ts";
import { tables } from "../../src/cli/export/tables.ts";
import { rankRun } from "../../src/cli/run/finish-run.ts";
import { root, sourceOf } from "../repo/source-files.ts";
import { attempt, attempts, hostileText, metrics, pathScore } from "../report/records.ts";
import { runCommand } from "./run-command.ts";
import { storedRun, storeRun } from "./stored-run.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-export-"));
const dir = join(folder, "run");
const out = join(folder, "tables");
const formula = '=cmd|"/C calc"!A1\r\nsecond "line", \u{1f600}\ud800';

beforeAll(async () => {
  const reply = attempt().reply;
  const traded = (sharpe: number) => metrics({ totalReturn: 0.1, sharpe, exposure: 0.5, volatility: 0.2, turnover: 3 });
  const odd = attempt({
    attempt: 7,
    reply: reply && { ...reply, text: formula },
    code: "-1 + '",
    paths: [pathScore("p1", { metrics: traded(1.25) }), pathScore("p2", { kind: "twin", metrics: traded(0.75) })],
  });
  const other = attempt({ attempt: 8, code: "'quoted" });
  // The same attempt twice: what the world failed first, then what was answered.
  const failed = attempt({ attempt: 9, reply: null, notAttempted: "529", code: null, score: null, paths: [] });
  const again = attempt({ attempt: 9, score: 0.125 });
  await storeRun(dir, { ...storedRun, attempts: [...attempts, odd, other, failed, again] });
  for (const format of ["csv", "json", "parquet"]) {
    const { thrown } = await runCommand(exportCommand, [dir, "--out", out, "--format", format]);
    expect(thrown).toBeUndefined();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Value = string | number | boolean | null;
type Rows = readonly Readonly<Record<string, Value>>[];

const columnsOf = (name: TableName): readonly Column[] => tables[name](openExportSource(dir)).columns;

function readCsv(name: TableName): Rows {
  const columns = columnsOf(name);
  // csv-parse tells an empty field from two quotes only by `quoting` of its cast.
  return parse(readFileSync(join(out, `${name}.csv`)), {
    columns: true,
    cast: (text, { header, index, quoting }) => {
      if (header) return text;
      const type = columns[index]?.type;
      if (text === "" && !quoting) return null;
      if (type === "text") return text.replace(/^'/, "");
      if (type === "time") return text;
      return type === "boolean" ? text === "true" : Number(text);
    },
  });
}

async function readParquet(name: TableName): Promise<Rows> {
  const file = await asyncBufferFromFile(join(out, `${name}.parquet`));
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : (value ?? null)]),
    ),
  );
}

const readJson = (name: TableName): Rows => JSON.parse(readFileSync(join(out, `${name}.json`), "utf8"));

describe("export", () => {
  it.each(tableNames)("%s: CSV, JSON and Parquet hold the same values", async (name) => {
    const json = readJson(name);
    expect(json.length).toBeGreaterThan(1);
    expect(Object.keys(json[0] ?? {})).toEqual(columnsOf(name).map((column) => column.name));
    expect(readCsv(name)).toEqual(json);
    expect(await readParquet(name)).toEqual(json);
  });

  it("every value has the type that its column states, and every column stands in the README, with no other", () => {
    const types = { text: "string", time: "string", integer: "number", number: "number", boolean: "boolean" };
    const page = sourceOf("src/cli/export/README.md");
    const stated = page
      .slice(page.indexOf("## Tables"))
      .split("\n")
      .filter((line) => /^\| (?!column)\w/.test(line));
    const lines = tableNames.flatMap((name) =>
      columnsOf(name).map((c) => `| ${c.name} | ${c.type} | ${c.doc.replaceAll("|", "\\|")} |`),
    );
    expect(stated).toEqual(lines);
    for (const name of tableNames) {
      for (const { name: column, type } of columnsOf(name)) {
        const values = readJson(name).flatMap((row) => row[column] ?? []);
        expect(
          values.filter((value) => typeof value !== types[type] || (type === "integer" && !Number.isInteger(value))),
        ).toEqual([]);
      }
    }
  });

  it("attempts has a row an attempt; of two lines of one attempt the one that was answered", () => {
    const rows = readJson("attempts");
    expect(rows.length).toBe(attempts.length + 3);
    expect(rows.filter((row) => row["attempt"] === 9).map((row) => row["score"])).toEqual([0.125]);
    expect(rows[0]).toMatchObject({ model: "model/a", utility: 0.31, failure: null, inputTokens: 10, costUsd: null });
  });

  it("metrics has a row an attempt and path, curves a row a bar from the last warm-up bar on", () => {
    expect(readJson("metrics").filter((row) => row["path"] === "p2").length).toBe(5);
    const bars = readJson("curves").filter((row) => row["path"] === "p1" && row["attempt"] === 7);
    expect(bars.length).toBe(13);
    expect(bars[0]).toMatchObject({
      bar: 0,
      pathBar: 2,
      time: "2020-01-03T00:00:00.000Z",
      equity: 1,
      position: 0,
      target: -0.25,
    });
    expect(bars[2]).toMatchObject({ bar: 2, pathBar: 4, target: null, stopLoss: null, volume: 1004 });
    expect(bars[3]).toMatchObject({ volume: null });
  });

  it("ranking has the numbers of ranking.json", async () => {
    const { ranking } = await rankRun(dir);
    const rows = readJson("ranking");
    expect(rows.map((row) => [row["model"], row["overall"], row["tradingSe"], row["costUsd"]])).toEqual(
      ranking.models.map((row) => [row.model, row.overall, row.se.trading, row.costUsd]),
    );
  });

  it("a text that a spreadsheet would run has an apostrophe before it in CSV, in no other format", async () => {
    const csv = readFileSync(join(out, "attempts.csv"), "utf8");
    expect(csv).toContain(`"'=cmd|""/C calc""!A1\r\nsecond ""line"", \u{1f600}\ufffd"`);
    expect(csv).toContain(`"'-1 + '"`);
    expect(csv).toContain(`"''quoted"`);
    expect(readFileSync(join(out, "quiz.csv"), "utf8")).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(readJson("attempts").find((row) => row["attempt"] === 7)?.["reply"]).toBe(formula.toWellFormed());
    const raw = join(folder, "raw");
    await runCommand(exportCommand, [dir, "--out", raw, "--what", "attempts", "--raw-text"]);
    expect(readFileSync(join(raw, "attempts.csv"), "utf8")).toContain(`"=cmd|`);
  });

  it("hostile text is whole: direction marks, NUL, tags", () => {
    expect(readJson("attempts").find((row) => row["model"] === "hostile <b>")?.["code"]).toContain(hostileText);
  });

  it("Parquet says what it is of", async () => {
    const { key_value_metadata: pairs = [] } = await parquetMetadataAsync(
      await asyncBufferFromFile(join(out, "quiz.parquet")),
    );
    const facts = Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
    expect(facts).toMatchObject({ run: "try-s1-00000000", benchmark: "0.1", table: "quiz" });
    expect(JSON.parse(facts["columns"] ?? "")).toMatchObject({
      latencyMs: "Wall time of the successful call, milliseconds.",
    });
  });

  it("--json says what was written; no other file is left behind", async () => {
    const some = join(folder, "some");
    const { out: text } = await runCommand(exportCommand, [dir, "--out", some, "--what", "quiz,ranking", "--json"]);
    const { tables: written } = JSON.parse(text);
    expect(written.map(({ table, rows }: { table: string; rows: number }) => [table, rows])).toEqual([
      ["quiz", 2],
      ["ranking", 4],
    ]);
    expect(readdirSync(some).sort()).toEqual(["quiz.csv", "ranking.csv"]);
  });

  it.each([
    [
      ["--what", "curvs"],
      'There is nothing called "curvs" to export: attempts, metrics, curves, quiz, ranking, charts, or all for all tables. Did you mean curves?',
    ],
    [["--page", "index.html"], "--page chooses charts: give --what charts with it."],
    [
      ["--what", "charts", "--page", "indx.html"],
      "The run has no page indx.html: name one as it lies in the run folder, such as index.html.",
    ],
  ])("%j is refused", async (options, message) => {
    const { thrown } = await runCommand(exportCommand, [dir, "--out", join(folder, "none"), ...options]);
    expect((thrown as Error).message).toBe(message);
  });

  it("a damaged run leaves no half table", async () => {
    const damaged = join(folder, "damaged");
    await storeRun(damaged);
    writeFileSync(join(damaged, "quiz.jsonl"), "{}\n");
    const target = join(folder, "half");
    mkdirSync(target);
    const { thrown } = await runCommand(exportCommand, [damaged, "--out", target, "--what", "quiz"]);
    expect((thrown as Error).message).toContain("quiz.jsonl, byte 0");
    expect(readdirSync(target)).toEqual([]);
  });
});

describe("charts", () => {
  it("are files of their own: no variable, no script, no Chinese, nothing from elsewhere", async () => {
    const target = join(folder, "pictures");
    const page = "strategies/model_a/design-one/en-0.html";
    const { out: text } = await runCommand(exportCommand, [
      dir,
      "--out",
      target,
      "--what",
      "charts",
      "--page",
      page,
      "--json",
    ]);
    const { charts } = JSON.parse(text) as { charts: readonly string[] };
    expect(charts.length).toBeGreaterThan(3);
    for (const file of charts) {
      const svg = readFileSync(file, "utf8");
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="[\d.]+" viewBox="[\d. ]+"><title>[^<]+<\/title><style>/,
      );
      expect(svg).not.toMatch(/var\(|\p{Script=Han}|<script| on\w+=|currentColor/u);
      expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toContain("http");
    }
  });
});

describe("the example of the README", () => {
  it("runs in a notebook's folder", () => {
    const code = /```ts\n([\s\S]*?)```/.exec(sourceOf("src/cli/export/README.md"))?.[1] ?? "";
    const notebook = join(folder, "notebook");
    mkdirSync(notebook);
    symlinkSync(join(root, "node_modules"), join(notebook, "node_modules"), "junction");
    symlinkSync(out, join(notebook, "tables"), "junction");
    writeFileSync(join(notebook, "cell.mts"), code);
    const { stdout, stderr, status } = spawnSync(process.execPath, ["cell.mts"], { cwd: notebook, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/history +│ 1\.25 [\s\S]*twin +│ 0\.75 /);
    expect(stdout).toMatch(/count +│ 2 +│ 2 +│ 2 +│ 2 /);
    expect(stdout).toContain("attempt_count");
  });
});
