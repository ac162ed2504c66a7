import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "./cli.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-score-"));
const dir = join(folder, "run");
const ranking = (): string => readFileSync(join(dir, "ranking.json"), "utf8");
let before = "";

beforeAll(async () => {
  const what = ["--model", "replay/able", "--no-baselines", "--tasks", "design-cost-fx,quiz"];
  expect((await cli(["run", ...what, "--out", dir])).code).toBe(0);
  before = ranking();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("walkforward score", () => {
  it("gives the same ranking, keeps what else lies in the folder, and drops curves of what is not there", async () => {
    writeFileSync(join(dir, "NOTES.txt"), "mine");
    writeFileSync(join(dir, "curves", "stale.json.gz"), "");
    const { code, stderr } = await cli(["score", dir]);
    expect(code, stderr).toBe(0);
    expect(ranking()).toBe(before);
    expect(readFileSync(join(dir, "NOTES.txt"), "utf8")).toBe("mine");
    expect(existsSync(join(dir, "curves", "stale.json.gz"))).toBe(false);
    expect(readdirSync(folder)).toEqual(["run"]);
  }, 120_000);

  it("refuses a run that another process works on, by its number", async () => {
    writeFileSync(join(dir, "run.lock"), `${process.pid}\n`);
    for (const args of [
      ["score", dir],
      ["run", "--resume", dir],
    ]) {
      const { code, stderr } = await cli(args);
      expect(code).toBe(2);
      expect(stderr).toContain(`process ${process.pid} is working on this run`);
    }
    rmSync(join(dir, "run.lock"));
    expect(ranking()).toBe(before);
  }, 120_000);

  it("killed while it put the new folder in place, it is mended by the next one", async () => {
    renameSync(dir, `${dir}.before-scoring`);
    const lost = await cli(["rank", dir]);
    expect(lost.code).toBe(2);
    expect(lost.stderr).toContain('"walkforward score" was cut short');
    expect((await cli(["score", dir])).code).toBe(0);
    expect(ranking()).toBe(before);
    expect(readdirSync(folder)).toEqual(["run"]);
  }, 120_000);

  it("refuses a run.json that was edited, and changes nothing", async () => {
    const file = join(dir, "run.json");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace('"seed": "1"', '"seed": "2"'));
    const { code, stderr } = await cli(["score", dir]);
    expect(code).toBe(2);
    expect(stderr).toContain("run.json has been changed");
    writeFileSync(file, whole);
    expect(ranking()).toBe(before);
  }, 120_000);
});
