import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunRecord, readRun } from "../../../src/adapters/run-folder.ts";
import type { Ranking, RankingRow } from "../../../src/core/ranking/ranking.ts";
import { rankingSchema } from "../../../src/core/ranking/ranking-schema.ts";
import { type CliResult, cli } from "./cli.ts";

// The evaluator tries itself: recorded replies of known skill go through the whole pipeline, over real HTTP, and must
// come out in the order of their skill, with every cheat and attack named.

const folder = mkdtempSync(join(tmpdir(), "walkforward-self-test-"));
const dir = join(folder, "run");
let result: CliResult;
let ranking: Ranking;
let run: RunRecord;

beforeAll(async () => {
  result = await cli(["run", "--suite", "quick", "--out", dir]);
  ranking = rankingSchema.parse(JSON.parse(readFileSync(join(dir, "ranking.json"), "utf8")));
  run = await readRun(dir);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function row(model: string): RankingRow {
  const found = ranking.models.find((one) => one.model === model);
  if (!found) throw new Error(`${model} is not in the ranking`);
  return found;
}

const kindsOf = (model: string): readonly string[] => Object.keys(row(model).failureKinds);

describe("the quick suite over recorded models and baselines", () => {
  it("ends with code 0, the ranking table and the path of the report", () => {
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("replay/able");
    expect(result.stderr).toMatch(/Report: .*index\.html/);
    expect(existsSync(join(dir, "index.html"))).toBe(true);
  });

  it("prints the ranking that the README shows", () => {
    const table = result.stdout.slice(0, result.stdout.indexOf("Failures:"));
    expect(table).toContain("replay/able");
    expect(readFileSync("README.md", "utf8")).toContain(table);
  });

  it("every row is ranked, and overall scores fall from the first to the last", () => {
    expect(ranking.models.length).toBeGreaterThanOrEqual(12);
    expect(ranking.models.every((one) => one.rank !== null)).toBe(true);
    const overall = ranking.models.map((one) => one.overall ?? Number.NaN);
    expect(overall).toEqual(overall.toSorted((a, b) => b - a));
  });

  it("the able model ends above the mediocre one, and that above the careless one", () => {
    expect(row("replay/able").overall).toBeGreaterThan(row("replay/mediocre").overall ?? Number.NaN);
    expect(row("replay/mediocre").overall).toBeGreaterThan(row("replay/careless").overall ?? Number.NaN);
  });

  it("the able model is significantly better than the careless, the peeker and the hostile one", () => {
    for (const other of ["replay/careless", "replay/peeker", "replay/hostile"]) {
      const pair = ranking.pairs.find((one) => [one.a, one.b].sort().join() === ["replay/able", other].sort().join());
      expect(pair?.significant, other).toBe(true);
    }
  });

  it("every peeking program is caught as look-ahead and scores -1", () => {
    const caught = run.attempts.filter((one) => one.failure?.kind === "look-ahead");
    const peeker = caught.filter((one) => one.model === "replay/peeker");
    expect(peeker.length).toBeGreaterThanOrEqual(5);
    for (const attempt of peeker.filter((one) => one.track === "design" || one.track === "improve")) {
      expect(attempt.score).toBe(-1);
      expect(attempt.lookAhead?.offence?.firstOffendingBar).toBeGreaterThanOrEqual(0);
    }
    expect(caught.filter((one) => one.model === "replay/able" || one.model.startsWith("baseline/"))).toEqual([]);
  });

  it("hostile programs are stopped and named, each by what it did", () => {
    const kinds = kindsOf("replay/hostile");
    expect(kinds).toContain("timeout");
    expect(kinds.some((kind) => kind === "memory" || kind === "crashed")).toBe(true);
    const earned = run.attempts.filter((one) => one.model === "replay/hostile" && (one.score ?? -1) > 0.05);
    expect(earned.map((one) => one.task)).toEqual([]);
  });

  it("the careless model's type errors, run-time errors and missing code are named", () => {
    expect(kindsOf("replay/careless")).toEqual(expect.arrayContaining(["type-error", "run-error"]));
  });

  it("cash earns nothing and scores Trading 25", () => {
    expect(row("baseline/cash").trading).toBe(25);
    expect(row("baseline/cash").totalReturn).toBe(0);
  });

  it("an attempt that never ran has no utility, no paths and the lowest score", () => {
    const broken = run.attempts.filter((one) => one.failure?.kind === "type-error");
    expect(broken.length).toBeGreaterThan(0);
    for (const attempt of broken) {
      expect(attempt.paths).toEqual([]);
      expect(attempt.utility).toBeNull();
      expect(attempt.score).toBe(attempt.track === "implement" || attempt.track === "repair" ? 0 : -1);
    }
  });

  it("every scored path is one of eight: 3 rising, 3 falling, 2 flat, 2 or more with stress, 4 or more history", () => {
    for (const attempt of run.attempts.filter((one) => one.model === "baseline/cash")) {
      const count = (regime: string): number => attempt.paths.filter((path) => path.regime === regime).length;
      expect([count("rising"), count("falling"), count("flat")]).toEqual([3, 3, 2]);
      expect(attempt.paths.filter((path) => path.stress).length).toBeGreaterThanOrEqual(2);
      expect(attempt.paths.filter((path) => path.kind === "history").length).toBeGreaterThanOrEqual(4);
    }
  });

  it("scoring the stored replies again gives the same ranking, byte for byte", async () => {
    const before = readFileSync(join(dir, "ranking.json"), "utf8");
    const again = await cli(["score", dir, "--json"]);
    expect(again.stderr).not.toContain("fault");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ kind: "done", run: ranking.run });
    expect(readFileSync(join(dir, "ranking.json"), "utf8")).toBe(before);
  }, 300_000);
});
