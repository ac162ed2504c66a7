import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageScript } from "../../src/adapters/page-script.ts";
import { openRunFolder } from "../../src/adapters/run-folder.ts";
import { type AttemptSource, attemptFiles, taskMarkets } from "../../src/cli/report/attempt-files.ts";
import { writeAttempts } from "../../src/cli/report/write-attempts.ts";
import type { Attempt } from "../../src/core/attempt.ts";
import { UserError } from "../../src/core/failure.ts";
import { manifest } from "./records.ts";
import { scoredTask, trendAnswer } from "./stored-paths.ts";

const dirs: string[] = [];
let source: AttemptSource;
const task = scoredTask();
const attempts: readonly Attempt[] = Array.from({ length: 5 }, (_, i) => ({ ...task.attempt, attempt: i }));

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "walkforward-pages-"));
  dirs.push(dir);
  return dir;
}

beforeAll(async () => {
  const dir = folder();
  const run = openRunFolder(dir, manifest);
  await run.addTaskPaths({ task: "design-one", paths: task.paths });
  for (const { attempt, ...key } of attempts) {
    // The later ones trade on every third bar: more than a page lists.
    const answers = task.paths.map((path) =>
      attempt < 3 ? trendAnswer(path) : { path: path.path, target: path.close.map((_, t) => (t % 3 === 0 ? 1 : -1)) },
    );
    const curves = answers.map((answer) => ({ ...answer, equity: [], position: [] }));
    await run.addCurves({ ...key, attempt }, { paths: curves });
  }
  await run.close();
  const script = await pageScript();
  source = { dir, out: dir, run: "try", benchmark: "0.1", pages: ["models/model_a.html"], script };
});
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

/** All files below a folder by name. */
function filesOf(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(dir, "strategies"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(dir, "strategies", name), "utf8")]));
}

describe("writeAttempts", () => {
  it("two threads write the bytes that none writes, and tell of every page", async () => {
    const [alone, together] = [folder(), folder()];
    let pages = 0;
    await writeAttempts({ ...source, out: alone }, attempts, () => pages++, 1);
    await writeAttempts({ ...source, out: together }, attempts, () => pages++, 2);
    expect(pages).toBe(10);
    expect(filesOf(together)).toEqual(filesOf(alone));
    expect([...filesOf(alone).keys()].filter((name) => name.endsWith(".html"))).toHaveLength(5);
  });

  it("a page and all that it needs stay below 1.5 MB", async () => {
    const { html } = await attemptFiles(source, attempts[0] as Attempt, await taskMarkets(source.dir, "design-one"));
    expect(html.length).toBeLessThan(1_500_000);
    expect(html).toContain(source.script.sha256);
  });

  it("trades that the page does not list stand in a file beside it, one line each", async () => {
    const markets = await taskMarkets(source.dir, "design-one");
    const few = await attemptFiles(source, attempts[0] as Attempt, markets);
    const many = await attemptFiles(source, attempts[4] as Attempt, markets);
    expect(few.trades).toBeNull();
    const lines = many.trades?.trimEnd().split("\n") ?? [];
    expect(lines[0]).toBe(
      "path,side,entry_bar,exit_bar,bars,entry_price,exit_price,return,equity_return,mae,mfe,ended_by",
    );
    expect(lines.length).toBeGreaterThan(7 * 150);
    expect(many.html).toContain('href="en-4.trades.csv"');
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([12]));
  });

  it("links to pages that the run has, and to no others", async () => {
    const { html } = await attemptFiles(source, attempts[0] as Attempt, []);
    expect(html).toContain('<a href="../../../models/model_a.html">model/a</a>');
    expect(html).toContain("<h1>design-one: ");
  });

  it("what a thread cannot write is thrown here, with what to do", async () => {
    const dir = folder();
    const run = openRunFolder(dir, manifest);
    await run.addTaskPaths({ task: "design-one", paths: task.paths });
    await run.close();
    writeFileSync(join(dir, "curves/paths/design-one.json.gz"), "damaged");
    const damaged = writeAttempts({ ...source, dir, out: dir }, attempts, () => {}, 2);
    await expect(damaged).rejects.toThrow(UserError);
    await expect(damaged).rejects.toThrow(/is damaged: make it anew with "walkforward score"/);
  });
});
