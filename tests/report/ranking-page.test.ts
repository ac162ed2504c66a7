import { describe, expect, it } from "vitest";
import { quizShares, rankSensitivity } from "../../src/core/ranking/rank-sensitivity.ts";
import type { RankingPageInput } from "../../src/report/ranking-page.ts";
import { rankingPage } from "../../src/report/ranking-page.ts";
import {
  boardAnswers,
  boardAttempts,
  boardInput,
  boardLinks,
  boardManifest,
  boardRanking,
  hostileModel,
} from "./board.ts";
import { englishOf } from "./english-of.ts";
import { attempts, manifest, ranking } from "./records.ts";

const sensitivity = rankSensitivity(boardInput, boardRanking);
const input: RankingPageInput = {
  manifest: boardManifest,
  ranking: boardRanking,
  attempts: boardAttempts,
  answers: boardAnswers,
  sensitivity,
  links: boardLinks,
};
const text = rankingPage(input);
const english = englishOf(text);
const rowsOf = (id: string, page: string): string[] => {
  const [, after = ""] = page.split(`id="${id}"`);
  return (after.split("</tbody>")[0] ?? "").split("<tr ").slice(1);
};
const rows = rowsOf("rows", text);
const dataOf = (row: string | undefined, name: string): string | undefined =>
  row?.match(new RegExp(` data-${name}="([^"]*)"`))?.[1];

describe("ranking page", () => {
  it("has a row for each model in the order of the ranking, with what the script weighs and filters by", () => {
    expect(rows.length).toBe(boardRanking.models.length);
    const [first, second] = rows;
    expect(dataOf(first, "model")).toBe("acme/large");
    expect(dataOf(first, "rank")).toBe("1");
    for (const part of ["trading", "quiz", "engineering"] as const) {
      expect(Number(dataOf(first, part))).toBe(boardRanking.models[0]?.[part]);
      expect(Number(dataOf(first, `se-${part}`))).toBe(boardRanking.models[0]?.se[part]);
    }
    expect([dataOf(first, "open"), dataOf(first, "params"), dataOf(first, "baseline")]).toEqual(["false", "", "false"]);
    expect([dataOf(second, "open"), dataOf(second, "params")]).toEqual(["true", "8"]);
    expect(dataOf(second, "tags")).toBe("[&quot;fast&quot;,&quot;chat&quot;]");
  });

  it("a baseline's quiz and engineering are empty, and it has no price and no latency", () => {
    const row = rows.find((one) => dataOf(one, "model") === "baseline/buy-and-hold");
    expect([dataOf(row, "baseline"), dataOf(row, "quiz"), dataOf(row, "engineering")]).toEqual(["true", "", ""]);
    expect(row).not.toContain("0\u00a0ms");
  });

  it("draws rank ranges and intervals in the table: two pictures a ranked row", () => {
    for (const row of rows) expect(row.match(/<svg class="cell/g)?.length).toBe(2);
  });

  it("offers a slider for each part and filters for what is known of the models, hidden without a script", () => {
    expect(text).toMatch(/<div class="weights" data-for="rows" hidden/);
    expect(text).toMatch(/<div class="filters" data-for="rows" hidden/);
    expect(text.match(/<input type="range" name="(\w+)"[^>]* value="(\d+)"/g)?.length).toBe(3);
    expect(text).toContain('<select name="tag">');
    expect(text).toContain('<select name="open">');
    expect(text).toContain('<select name="params">');
    const bare = rankingPage({ ...input, manifest, ranking, attempts, answers: [], sensitivity: [] });
    expect(bare).not.toContain("<select");
    expect(bare).not.toContain('class="weights"');
  });

  it("no hostile name or tag becomes an element", () => {
    expect(text).not.toContain("<script>document");
    expect(text).not.toContain("<img");
    expect(text).toContain("&quot;&gt;&lt;script&gt;");
    expect(dataOf(rows.at(-1), "model")).toBe(
      hostileModel.replace(/["<>]/g, (c) => ({ '"': "&quot;", "<": "&lt;", ">": "&gt;" })[c] ?? c),
    );
  });

  it("the places of its sensitivity table are core's", () => {
    const [, table = ""] = text.split('<h2 id="sensitivity">');
    const body = (table.split("<tbody>")[1] ?? "").split("</tbody>")[0] ?? "";
    const shown = body
      .split("<tr ")
      .slice(1)
      .map((row) => Array.from(row.matchAll(/<td data-v="(\d+)"[^>]*>/g), ([, v]) => Number(v)));
    const wanted = sensitivity.map(({ rank, byQuizShare, byPart, overMixes }) => [
      rank,
      ...byQuizShare,
      ...(byPart === null ? [] : [byPart.growth, byPart.sharpe, byPart.drawdown]),
      overMixes?.[0],
    ]);
    expect(shown).toEqual(wanted);
    expect(shown[0]?.length).toBe(quizShares.length + 5);
  });

  it("names the models that the picture of prices lacks, and draws the frontier of the others", () => {
    expect(english).toContain(
      `for want of prices or token counts: ${hostileModel.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")}`,
    );
    expect(text.match(/stroke="var\(--position\)"/g)?.length).toBeGreaterThanOrEqual(1);
  });

  it("says how many attempts were lost at a stage, and to what", () => {
    const [, funnel = ""] = english.split('<h2 id="funnel">');
    expect(funnel.split("<h2")[0]).toContain("10<b>−1</b>");
    expect(funnel.split("<h2")[0]).toContain("<span>timeout</span> 1");
  });

  it("says why a row has no rank, in both languages", () => {
    const page = rankingPage({ ...input, manifest, ranking, attempts, answers: [], sensitivity: [] });
    expect(page).toContain("fewer than 8 tasks");
    expect(page).toContain("任务不足 8 道");
    expect(page).not.toContain('id="sensitivity"');
  });

  it("every pair links to its page, and those without one are counted", () => {
    const all = boardRanking.pairs.length;
    expect(new Set(text.match(/href="pairs\/[^"]*"/g)).size).toBe(all);
    const none = rankingPage({ ...input, links: { ...boardLinks, pair: () => null } });
    expect(englishOf(none)).toContain(`the other ${all} pairs stand here only`);
  });

  it("starts in the language that is asked for, with its title", () => {
    expect(rankingPage({ ...input, lang: "zh" })).toContain("<title>board-s1-00000000：排名</title>");
  });
});
