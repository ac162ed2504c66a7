import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runData, yahooFile } from "./data-files.ts";
import { cli } from "./run/cli.ts";

const cwd = mkdtempSync(join(tmpdir(), "data-run-"));
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (data: string, out: string): ReturnType<typeof cli> =>
  cli(
    ["run", "--model", "baseline/buy-and-hold", "--tasks", "design-trend-equity-index", "--data", data, "--out", out],
    { cwd },
  );

describe("a run draws its paths from what is there", () => {
  it("an added dataset is drawn at once", async () => {
    writeFileSync(join(cwd, "index.csv"), yahooFile(4000));
    await runData(cwd, "add", "index.csv", "--id", "my-index", "--class", "equity-index", "--dir", "mine");
    const { code, stderr } = await run("mine", "out");
    expect(code, stderr).toBe(0);
    const manifest = readFileSync(join(cwd, "out", "run.json"), "utf8");
    expect(manifest).toMatch(/"my-index\/[^"]*": ?"[0-9a-f]{64}"/);
    expect(readFileSync(join(cwd, "out", "attempts.jsonl"), "utf8")).toContain("my-index");
  }, 60_000);

  it("one with errors that were allowed never is", async () => {
    writeFileSync(
      join(cwd, "bad.csv"),
      yahooFile(4000, (lines) => [...lines.slice(0, 9), `${lines[9]},`.replace(/,.*/, ",,,,,,"), ...lines.slice(10)]),
    );
    const added = await runData(
      cwd,
      "add",
      "bad.csv",
      "--id",
      "bad-index",
      "--class",
      "equity-index",
      "--dir",
      "bad",
      "--allow-errors",
    );
    expect(added.code).toBe(0);
    const { code, stderr } = await run("bad", "never");
    expect(code).toBe(2);
    expect(stderr).toMatch(/no dataset of class equity-index, interval 1d, fit for scoring/);
  }, 60_000);
});
