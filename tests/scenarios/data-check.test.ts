import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { DataPackage } from "../../src/core/market/data-package.ts";
import { runData, yahooFile } from "./data-files.ts";

const root = mkdtempSync(join(tmpdir(), "data-check-"));
afterAll(() => rmSync(root, { recursive: true }));
let cwd = "";
beforeEach(async () => {
  cwd = mkdtempSync(join(root, "case-"));
  writeFileSync(join(cwd, "index.csv"), yahooFile(500));
  await runData(cwd, "add", "index.csv", "--id", "mine", "--class", "equity-index", "--dir", "markets");
});
const check = (...args: string[]): ReturnType<typeof runData> => runData(cwd, "check", ...args, "--dir", "markets");
const inDataset = (file: string): string => join(cwd, "markets", "mine", file);

/** The dataset with another CSV, its package stating that one. */
async function withCsv(edit: (csv: string) => string): Promise<void> {
  const { createHash } = await import("node:crypto");
  const csv = edit(readFileSync(inDataset("index.csv"), "utf8"));
  const data = JSON.parse(readFileSync(inDataset("datapackage.json"), "utf8")) as DataPackage;
  const hash = `sha256:${createHash("sha256").update(csv).digest("hex")}`;
  const resources = data.resources.map((resource) => ({
    ...resource,
    hash,
    bytes: csv.length,
    walkforward: { ...resource.walkforward, bars: csv.trimEnd().split("\n").length - 1 },
  }));
  writeFileSync(inDataset("index.csv"), csv);
  writeFileSync(inDataset("datapackage.json"), JSON.stringify({ ...data, keywords: ["kept"], resources }));
}

describe("data check", () => {
  it("one dataset: chart, facts, power with the baselines, verdict and what to run next on one screen", async () => {
    const { out, err, code } = await check("mine");
    expect(err).toMatch(/^(running the baselines … \d+ s\n)*$/);
    expect(code).toBe(0);
    expect(out.split("\n").length).toBeLessThanOrEqual(41);
    expect(out).toMatch(/^mine: index, 1d, Yahoo Finance\n/);
    expect(out).toMatch(/\n500 bars 2000-01-03 to /);
    expect(out).toMatch(/\npower: 500 bars, [\s\S]*baselines: \d+ of 21 pairs told apart/);
    expect(out).toMatch(/\nnext: walkforward backtest strategies\/baselines\/sma-cross\.ts --market mine\n$/);
  });

  it("several: one line each, with the Sharpe difference that it tells", async () => {
    cpSync(inDataset("."), join(cwd, "markets", "other"), { recursive: true });
    const data = readFileSync(join(cwd, "markets", "other", "datapackage.json"), "utf8");
    writeFileSync(join(cwd, "markets", "other", "datapackage.json"), data.replace('"mine"', '"other"'));
    const { out } = await check();
    expect(out).toMatch(/│ mine +│ index +│ ok +│ 500 +│ 2000-01-03 │ .* % +│ \d\.\d\d/);
    expect(out).toMatch(/│ other /);
  });

  it("--html writes a page of the dataset; of several it is refused", async () => {
    const { err } = await check("mine", "--html", "mine.html");
    expect(err).toBe("Page: mine.html\n");
    expect(readFileSync(join(cwd, "mine.html"), "utf8")).toMatch(/<h1>mine<\/h1>[\s\S]*<svg class="plot"/);
    cpSync(inDataset("."), join(cwd, "markets", "other"), { recursive: true });
    expect(String((await check("--html", "all.html")).thrown)).toMatch(/--html: wanted one dataset or file/);
  });

  it("--json names file faults and findings apart", async () => {
    appendFileSync(inDataset("index.csv"), "2030-01-01,1,1,1,1,1\n");
    writeFileSync(inDataset("index.original.gz"), gzipSync("other"));
    const { out, code } = await check("mine", "--json");
    expect(code).toBe(3);
    const [dataset] = (JSON.parse(out) as { datasets: { ok: boolean; instruments: { errors: string[] }[] }[] })
      .datasets;
    expect(dataset?.ok).toBe(false);
    expect(dataset?.instruments[0]?.errors).toEqual([
      expect.stringMatching(/^mine\/index\.csv: the file has sha256/),
      expect.stringMatching(/501 bars, its datapackage\.json states 500/),
      expect.stringMatching(/^mine\/index\.original\.gz: the file has sha256/),
    ]);
  });

  it("an original that is gone or cut is named, the bars are checked all the same", async () => {
    rmSync(inDataset("index.original.gz"));
    const { out, err, code } = await check("mine");
    expect(code).toBe(3);
    expect(err).toMatch(
      /error: mine\/index\.original\.gz: the original file cannot be read .*; the bars do not need it/,
    );
    expect(out).toMatch(/500 bars/);
  });
});

describe("data check --repair", () => {
  it("mends what is safe, writes it into the package, keeps what the package says besides, and is done once", async () => {
    await withCsv((csv) => csv.replace(/(\n2000-.*,)\d+(?=\n)/g, "$10"));
    const { out, code } = await check("mine", "--repair");
    expect(code).toBe(0);
    expect(out).toMatch(/mended {2}zero-volume/);
    expect(readFileSync(inDataset("index-2.csv"), "utf8")).toMatch(/\n2000-03-01,[\d.,]+,\n/);
    const data = JSON.parse(readFileSync(inDataset("datapackage.json"), "utf8")) as DataPackage & {
      keywords: string[];
    };
    expect(data.keywords).toEqual(["kept"]);
    expect(data.resources[0]?.walkforward.repairs).toMatchObject([{ rule: "zero-volume" }]);
    expect(data.resources[0]?.walkforward.original?.path).toBe("index.original.gz");
    const again = await check("mine", "--repair");
    expect(again.code).toBe(0);
    expect(JSON.parse(readFileSync(inDataset("datapackage.json"), "utf8"))).toEqual(data);
  });

  it("a file that breaks what every bar must keep is linted row by row, and what mends it is named", async () => {
    await withCsv((csv) => {
      const lines = csv.split("\n");
      const broken = (lines[40] ?? "").split(",");
      lines[40] = [broken[0], "0", ...broken.slice(2)].join(",");
      lines[90] = lines[89] ?? "";
      return lines.join("\n");
    });
    const { out, err, code } = await check("mine");
    expect(code).toBe(3);
    expect(err).toMatch(/line 41, column open: 0 breaks the rule positive/);
    expect(out).toMatch(/findings: 2 errors/);
    expect(out).toMatch(/error {3}non-positive-price line 41, /);
    expect(out).toMatch(/error {3}duplicate-time {5}line 91, /);
    expect(JSON.parse((await check("mine", "--json")).out).datasets[0].instruments[0].findings).toHaveLength(2);
  });

  it("mends by a rule on request, and refuses one that there is not", async () => {
    await withCsv((csv) => {
      const lines = csv.split("\n");
      const broken = (lines[40] ?? "").split(",");
      lines[40] = [broken[0], broken[1], "99999", ...broken.slice(3)].join(",");
      return lines.join("\n");
    });
    const { out } = await check("mine");
    expect(out.replace(/\s+/g, " ")).toContain("--repair-also outlier drops the bars.");
    expect((await check("mine", "--repair-also", "outlyer")).thrown).toMatchObject({
      message: /did you mean outlier\?/,
    });
    const mended = await check("mine", "--repair-also", "outlier");
    expect([mended.code, mended.out]).toEqual([0, expect.stringMatching(/mended {2}outlier/)]);
    expect(readFileSync(inDataset("index-2.csv"), "utf8").split("\n")).toHaveLength(501);
  });

  it("does not hide that a file was changed", async () => {
    appendFileSync(inDataset("index.csv"), "\n");
    const before = readFileSync(inDataset("datapackage.json"), "utf8");
    expect(String((await check("mine", "--repair")).thrown)).toMatch(/the file has sha256.*\nNothing was mended/);
    expect(readFileSync(inDataset("datapackage.json"), "utf8")).toBe(before);
  });
});

describe("data check FILE", () => {
  it("says what data add would understand, and how to add it; nothing is written", async () => {
    const { out, code } = await check("index.csv");
    expect(code).toBe(0);
    expect(out).toMatch(/^index\.csv\n {2}vendor {4}observed: Yahoo Finance\n/);
    expect(out).toMatch(/\nnext: walkforward data add index\.csv --id index\n$/);
  });

  it("a file with errors is exit 3, with what mends it", async () => {
    writeFileSync(
      join(cwd, "bad.csv"),
      yahooFile(300, (lines) => [...lines, lines[299] ?? ""]),
    );
    const { out, code } = await check("bad.csv", "--html", "bad.html");
    expect(code).toBe(3);
    expect(out).toMatch(/duplicate-time/);
    expect(out).toMatch(/data\s+add\s+--repair\s+mends/);
    expect(readFileSync(join(cwd, "bad.html"), "utf8")).toContain('class="callout bad"');
  });

  it("a folder is neither dataset nor file", async () => {
    mkdirSync(join(cwd, "folder"));
    expect(String((await check("folder")).thrown)).toMatch(/no dataset "folder"/);
  });
});
