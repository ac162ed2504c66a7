import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageScript } from "../../src/adapters/page-script.ts";
import { openRunFolder } from "../../src/adapters/run-folder.ts";
import { writeRankingPages } from "../../src/cli/report/ranking-pages.ts";
import { pageFiles } from "../../src/cli/report/run-links.ts";
import { rankSensitivity } from "../../src/core/ranking/rank-sensitivity.ts";
import { boardAnswers, boardAttempts, boardInput, boardManifest, boardRanking, hostileModel } from "../report/board.ts";
import { scoredTask } from "../report/stored-paths.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present && process.env["CI"]) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = [
  ["ranking", "index.html"],
  ["model", pageFiles.model(hostileModel)],
  ["task", "tasks/design-1.html"],
  ["pair", pageFiles.pair(boardRanking.pairs[0] ?? { a: "", b: "" })],
] as const;

describe.skipIf(!present)("pages of a ranking in a browser", () => {
  const dir = mkdtempSync(join(tmpdir(), "walkforward-ranking-"));
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    const task = scoredTask({}, { scoredBars: 60 });
    const folder = openRunFolder(dir, boardManifest);
    await folder.addTaskPaths({ task: "design-1", paths: task.paths });
    for (const [i, attempt] of boardAttempts.filter((one) => one.task === "design-1").entries()) {
      const equity = Array.from({ length: 61 }, (_, t) => 1 + (i * t) / 1000);
      await folder.addCurves(attempt, { paths: task.answers.map((answer) => ({ ...answer, equity, position: [] })) });
    }
    await folder.close();
    const run = { dir, manifest: boardManifest, attempts: boardAttempts, answers: boardAnswers };
    await writeRankingPages({ run, ranking: boardRanking, attempts: boardAttempts, script: await pageScript() });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  async function open(
    file: string,
    query: string,
    some: { width?: number; javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    const { width = 1440, javaScriptEnabled = true } = some;
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, javaScriptEnabled });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(dir, file)).href + query);
    return page;
  }

  const cases = files.flatMap(([name, file]) => [
    { name, file, width: 1440, query: "?theme=light" },
    { name, file, width: 390, query: "?lang=zh&theme=dark" },
  ]);
  it.each(cases)(
    "$name at $width px: no error, no overflow, nothing for axe to find",
    async ({ file, width, query }) => {
      const page = await open(file, query, { width });
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      for (const summary of await page.locator("summary").all()) await summary.click();
      await page.evaluate(axe);
      const found = (await page.evaluate(
        "axe.run().then(({ violations }) => ({ violations: violations.map(({ id, nodes }) => id + ' ' + nodes[0].html), overflow: document.documentElement.scrollWidth - innerWidth, title: document.title }))",
      )) as { violations: string[]; overflow: number; title: string };
      await page.context().close();
      expect(found.violations).toEqual([]);
      expect(found.overflow).toBeLessThanOrEqual(0);
      expect(found.title).not.toBe("owned");
      expect(errors).toEqual([]);
    },
  );

  it("at a quiz share of 40 % the sliders give the places of the sensitivity table", async () => {
    const page = await open("index.html", "");
    for (const [name, value] of [
      ["trading", "60"],
      ["quiz", "40"],
      ["engineering", "0"],
    ]) {
      await page.locator(`.weights input[name=${name}]`).fill(value ?? "");
    }
    const places = await page
      .locator("#rows tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [
          (row as unknown as { dataset: { model: string } }).dataset.model,
          Number(
            (row as unknown as { querySelector(of: string): { textContent: string } }).querySelector("td.rank")
              .textContent,
          ),
        ]),
      );
    await page.context().close();
    const wanted = rankSensitivity(boardInput, boardRanking).map((row) => [row.model, row.byQuizShare.at(-1)]);
    expect(places.toSorted()).toEqual(wanted.toSorted());
  });

  it("the filter for open weights leaves the one model that has them", async () => {
    const page = await open("index.html", "");
    await page.locator(".filters select[name=open]").selectOption("true");
    await page.locator(".filters input[name=baselines]").uncheck();
    const shown = await page.locator("#rows tbody tr:visible").count();
    await page.context().close();
    expect(shown).toBe(1);
  });

  it("without a script nothing is offered that does not work, and a line is brought out all the same", async () => {
    const index = await open("index.html", "", { javaScriptEnabled: false });
    expect(await index.locator(".weights:visible, .filters:visible").count()).toBe(0);
    await index.context().close();
    const page = await open("tasks/design-1.html", "", { javaScriptEnabled: false });
    const colors = () =>
      page
        .locator(".lines .line-key path")
        .evaluateAll((paths) =>
          paths.map(
            (path) =>
              (globalThis as unknown as { getComputedStyle(of: unknown): { stroke: string } }).getComputedStyle(path)
                .stroke,
          ),
        );
    const before = await colors();
    await page.locator("#line-1").check({ force: true });
    const after = await colors();
    await page.context().close();
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[2]).not.toBe(before[2]);
  });
});
