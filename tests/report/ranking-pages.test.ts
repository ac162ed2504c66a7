import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRunFolder, type RunRecord } from "../../src/adapters/run-folder.ts";
import { rankingPages } from "../../src/cli/report/ranking-pages.ts";
import { firstPairs, linksFrom, pageFiles, pagePairs } from "../../src/cli/report/run-links.ts";
import { taskOfPlan } from "../../src/cli/report/task-texts.ts";
import { writeReport } from "../../src/cli/report/write-report.ts";
import { rankModels } from "../../src/core/ranking/rank-models.ts";
import { makeInput } from "../core/ranking/make-records.ts";
import { boardAnswers, boardAttempts, boardManifest, boardRanking, hostileModel } from "./board.ts";
import { scoredTask } from "./stored-paths.ts";

let dir = "";
let run: RunRecord;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-board-"));
  const task = scoredTask({}, { scoredBars: 60 });
  const folder = openRunFolder(dir, boardManifest);
  await folder.addTaskPaths({ task: "design-1", paths: task.paths });
  for (const attempt of boardAttempts.filter((one) => one.task === "design-1")) {
    const equity = Array.from({ length: 61 }, (_, t) => 1 + t / 1000);
    await folder.addCurves(attempt, { paths: task.answers.map((answer) => ({ ...answer, equity, position: [] })) });
  }
  await folder.close();
  run = { dir, manifest: boardManifest, attempts: boardAttempts, answers: boardAnswers };
  await writeReport(run, boardRanking);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const pages = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

describe("pages of a run", () => {
  it("are one a model, one a task, one a pair, and index.html last", () => {
    const files = rankingPages({
      run,
      ranking: boardRanking,
      attempts: boardAttempts,
      script: { code: "", sha256: "" },
    }).map(({ file }) => file);
    expect(files.length).toBe(4 + 11 + boardRanking.pairs.length + 1);
    expect(files.at(-1)).toBe("index.html");
    for (const file of files) expect(existsSync(join(dir, file)), file).toBe(true);
  });

  it("every link leads to a file that was written, and every anchor to a place in it", () => {
    let links = 0;
    for (const name of pages()) {
      const text = readFileSync(join(dir, name), "utf8");
      for (const [, href = ""] of text.replace(/<script[\s\S]*$/, "").matchAll(/ href="([^"]*)"/g)) {
        if (href === "data:,") continue;
        const [path = "", anchor] = href.split("#");
        const file = path === "" ? join(dir, name) : resolve(dirname(join(dir, name)), path);
        expect(existsSync(file), `${name} → ${href}`).toBe(true);
        if (anchor !== undefined)
          expect(readFileSync(file, "utf8").includes(`id="${anchor}"`), `${name} → ${href}`).toBe(true);
        links++;
      }
    }
    expect(links).toBeGreaterThan(500);
  });

  it("no identity stands twice in a page", () => {
    for (const name of pages()) {
      const text = readFileSync(join(dir, name), "utf8").replace(/<script[\s\S]*$/, "");
      const ids = Array.from(text.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
      expect(ids.length, name).toBe(new Set(ids).size);
    }
  });

  it("a hostile name is text in every page", () => {
    for (const name of pages()) {
      const text = readFileSync(join(dir, name), "utf8");
      expect(text.includes("<script>document"), name).toBe(false);
      expect(text.includes(" onerror=1>"), name).toBe(false);
    }
    expect(pageFiles.model(hostileModel)).toMatch(/^models\/[A-Za-z0-9_.-]+\.html$/);
  });

  it("the page of a task draws the curves that the run stored, without the noise where nobody ran", () => {
    const text = readFileSync(join(dir, "tasks/design-1.html"), "utf8");
    expect(text.match(/<figure>/g)?.length).toBe(7);
    expect(readFileSync(join(dir, "tasks/design-3.html"), "utf8")).not.toContain("<figure>");
  });

  it("are the same bytes each time", async () => {
    for (const { file, render } of rankingPages({
      run,
      ranking: boardRanking,
      attempts: boardAttempts,
      script: { code: "", sha256: "" },
    })) {
      expect(await render(), file).toBe(await render());
    }
  });
});

describe("links", () => {
  it("are relative to the page that they stand on", () => {
    const links = linksFrom(1, boardRanking, ["design-1"]);
    expect(links.home).toBe("../index.html");
    expect(links.model("acme/small")).toBe("../models/acme_small.html");
    expect(links.model("unknown")).toBeNull();
    expect(links.task("design-2")).toBeNull();
    expect(links.pair("acme/small", "acme/large")).toBe("../pairs/acme_large--acme_small.html");
    expect(links.pair("acme/small", "acme/large")).toBe(links.pair("acme/large", "acme/small"));
  });

  it("of two pairs whose names run together each has a file of its own", () => {
    expect(pageFiles.pair({ a: "a--b", b: "c" })).not.toBe(pageFiles.pair({ a: "a", b: "b--c" }));
    expect(pageFiles.pair({ a: "a-", b: "b" })).not.toBe(pageFiles.pair({ a: "a", b: "-b" }));
  });

  it(`pairs have pages among the first ${firstPairs} rows and between neighbours: 69 of 15 rows`, () => {
    const tasks = (i: number): number[] => Array.from({ length: 8 }, (_, k) => 0.9 - 0.1 * i + 0.01 * k);
    const ranking = rankModels(
      makeInput(Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`m${i}`, { tasks: tasks(i) }]))),
    );
    const pairs = pagePairs(ranking);
    expect(pairs.length).toBe(66 + 3);
    expect(pairs).toContainEqual(expect.objectContaining({ a: "m13", b: "m14" }));
  });
});

describe("taskOfPlan", () => {
  const planned = boardManifest.plan.tasks[0];
  it("is null for a task that is unknown, and for one that has changed since", async () => {
    if (planned === undefined) throw new Error("no task");
    expect(await taskOfPlan(planned)).toBeNull();
    expect(await taskOfPlan({ ...planned, id: "design-cost-fx" })).toBeNull();
  });
});
