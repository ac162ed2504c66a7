import { describe, expect, it } from "vitest";
import { utility } from "../../src/core/score/utility.ts";
import type { Task } from "../../src/core/task.ts";
import { utilityOn } from "../../src/report/task/path-utilities.ts";
import { taskPage } from "../../src/report/task-page.ts";
import { boardAttempts, boardLinks, boardManifest, boardRanking } from "./board.ts";
import { chineseOf, englishOf } from "./english-of.ts";
import { attempt, hostileText } from "./records.ts";

const task = {
  id: "design-1",
  brief: { en: "Trade.\n{{market}}", zh: "交易。\n{{market}}" },
  title: { en: "A task", zh: "一题" },
  starter: null,
  mandate: { minTarget: -1, maxTarget: 1, maxDrawdown: 0.2 },
  costs: { feeBps: 4, slippageBps: 2 },
  interval: "1d",
  warmupBars: 250,
  scoredBars: 750,
} as unknown as Task;

const curve = (model: string, baseline: boolean, growth: number) => ({
  model,
  baseline,
  paths: ["p1", "p2"].map((path) => ({ path, equity: Array.from({ length: 50 }, (_, t) => 1 + growth * t) })),
});
const paths = (["history", "twin", "noise"] as const).map((kind, i) => ({
  path: kind === "noise" ? "noise" : `p${i + 1}`,
  kind,
  regime: "rising" as const,
  close: Array.from({ length: 50 }, (_, t) => 100 + t),
}));

function pageOf(id: string, some: Partial<Parameters<typeof taskPage>[0]> = {}): string {
  const planned = boardManifest.plan.tasks.find((one) => one.id === id);
  if (planned === undefined) throw new Error(`no task ${id}`);
  return taskPage({
    planned,
    task,
    ranking: boardRanking,
    attempts: boardAttempts.filter((one) => one.task === id),
    paths,
    programs: [curve("acme/large", false, 0.01), curve("baseline/buy-and-hold", true, 0.005)],
    links: boardLinks,
    ...some,
  });
}

const design = pageOf("design-1");

describe("page of a task", () => {
  it("has its title, facts and mandate", () => {
    expect(englishOf(design)).toContain("<h1><span>A task</span></h1>");
    expect(chineseOf(design)).toContain("一题");
    for (const fact of ["250 + 750", "4 + 2", "−1 … 1", "20\u00a0%"]) expect(design).toContain(fact);
  });

  it("has U of every model on every path, as core computes it, beside the score", () => {
    const [first] = boardAttempts;
    const wanted = utility(first?.paths.slice(0, 1) ?? []).value;
    expect(utilityOn("p1", first === undefined ? [] : [first])).toBe(wanted);
    expect(utilityOn("p9", boardAttempts)).toBeNull();
    const [, row = ""] = design.split('<a href="models/acme%2Flarge.html">');
    expect(row.split("</tr>")[0]).toContain(`>+${wanted.toFixed(2)}</td>`);
    expect(row.split("</tr>")[0]).toContain('href="strategies/acme%2Flarge/design-1/en-0.html"');
  });

  it("heads each path with where it comes from, what its market did, and a mark for a shock", () => {
    expect(englishOf(design)).toContain("p2 !<br><span>twin</span><br><span>falling</span>");
    expect(englishOf(design)).toContain("<td>49.0\u00a0%</td>");
  });

  it("a model that failed has its failure in place of the paths", () => {
    expect(englishOf(pageOf("design-2"))).toMatch(/colspan="2"><span class="muted"><span>timeout<\/span>/);
  });

  it("draws every program on the paths where it ran, and names those that it does not draw", () => {
    expect(design.match(/<figure>/g)?.length).toBe(2);
    expect(design.match(/stroke="var\(--line-0,/g)?.length).toBe(3);
    expect(design).toContain('id="line-1"');
    expect(englishOf(design)).toContain("Not drawn, since it failed or was not asked: acme/small, ");
  });

  it("has the brief as it was asked, and the other language from the task with a note for the market", () => {
    expect(design).toContain('<pre class="brief" lang="en">Write a strategy.</pre>');
    expect(design).toContain('<pre class="brief" lang="zh">交易。\n（此处为开发路径的统计量）</pre>');
  });

  it("without the task's folder it has the prompt, and no title but the id", () => {
    const page = pageOf("design-1", { task: null });
    expect(page).toContain("<h1>design-1</h1>");
    expect(page).not.toContain('lang="zh">交易');
    expect(englishOf(pageOf("design-1", { task: null, attempts: [] }))).toContain("is not at hand");
  });

  it("of implement has equal paths and the first difference, of speed the times", () => {
    const page = englishOf(pageOf("implement-10"));
    expect(page).toContain("<td>2/2</td>");
    expect(page).toContain("path p2, bar 17: 1 wanted, −0.5 given");
    expect(pageOf("speed-11")).toContain("<td>100 / 10.0 / 50.0</td>");
  });

  it("a hostile prompt stays text", () => {
    const attempts = [attempt({ task: "design-1", messages: [{ role: "user", content: hostileText }] })];
    const page = pageOf("design-1", { attempts });
    expect(page).not.toContain("<script>document");
    expect(page).toContain("⟨U+202E⟩");
  });
});
