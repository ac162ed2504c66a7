import { describe, expect, it } from "vitest";
import { rivalsOf } from "../../src/cli/report/rivals.ts";
import { comparePair } from "../../src/core/ranking/compare-pair.ts";
import { rankModels } from "../../src/core/ranking/rank-models.ts";
import type { RankingRow } from "../../src/core/ranking/ranking.ts";
import { modelPage } from "../../src/report/model-page.ts";
import { makeInput } from "../core/ranking/make-records.ts";
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

function rowOf(model: string): RankingRow {
  const row = boardRanking.models.find((one) => one.model === model);
  if (row === undefined) throw new Error(`no row ${model}`);
  return row;
}

function pageOf(model: string): string {
  const row = rowOf(model);
  const { rivals, cut } = rivalsOf(row, boardRanking, boardInput);
  return modelPage({
    row,
    manifest: boardManifest,
    ranking: boardRanking,
    attempts: boardAttempts.filter((attempt) => attempt.model === model),
    answers: boardAnswers.filter((answer) => answer.model === model),
    rivals,
    rivalsCut: cut,
    links: boardLinks,
  });
}

const words = (page: string): string =>
  englishOf(page)
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
const large = pageOf("acme/large");

describe("page of a model", () => {
  it("says what is known of the model: endpoint, settings, weights, tags, prices", () => {
    expect(words(large)).toContain("an OpenAI-compatible endpoint, chat");
    expect(words(large)).toContain("weights closed");
    expect(words(large)).toContain("tags reasoning");
    expect(words(large)).toContain("$3 / $15");
    expect(words(pageOf("acme/small"))).toContain("parameters 8 B");
  });

  it("has scores by track and level: 9 design tasks, 1 of implement and of speed; 4, 4 and 3 a level", () => {
    expect(words(large)).toMatch(
      /track design 9 9 100 % \+0\.\d\d – implement 1 1 100 % – 1\.00 speed 1 1 100 % – 0\.30/,
    );
    expect(words(large)).toMatch(/level 1 4 4 .* 2 4 4 .* 3 3 3 /);
  });

  it("has utility by kind of path and by market, of the scored attempts", () => {
    expect(words(large)).toMatch(/kind of path history 9 \+\d\.\d\d mirror 0 – twin 9 \+\d\.\d\d/);
    expect(words(large)).toMatch(/market rising 9 \+\d\.\d\d falling 9 \+\d\.\d\d flat 0 –/);
  });

  it("sets each task against the mean of the other models and links to its attempt", () => {
    expect(large).toContain('href="strategies/acme%2Flarge/implement-10/en-0.html"');
    const others = boardRanking.models.filter((row) => !row.baseline && row.model !== "acme/large");
    const mean = others.reduce((sum, row) => sum + (row.tasks["design-1"] ?? 0), 0) / others.length;
    const own = rowOf("acme/large").tasks["design-1"] ?? 0;
    expect(words(large)).toContain(
      `design-1 1 +${own.toFixed(2)} ${mean < 0 ? "−" : "+"}${Math.abs(mean).toFixed(2)} +${(own - mean).toFixed(2)}`,
    );
  });

  it("lists failures by kind with links, or says that there are none", () => {
    expect(words(large)).toContain("No attempt failed.");
    const hostile = pageOf(hostileModel);
    expect(englishOf(hostile)).toMatch(/<h3><span>timeout<\/span> <span class="muted">1<\/span><\/h3>/);
    expect(hostile).toContain("design-2/en-0.html");
    expect(hostile).not.toContain("<script>document");
  });

  it("has the quiz by topic and level: 3 of 4 on costs", () => {
    expect(words(large)).toMatch(/costs 3\/4 – – 3\/4 futures 3\/4 – – 3\/4 all 6\/8/);
  });

  it("has calls, cost and latency of models, and none of programs", () => {
    expect(words(large)).toMatch(/strategy tasks 11 \$0\.22 \$0\.020 10 5 – 1\.00 s 1\.00 s 1\.00 s 0 0/);
    expect(large).toContain("Latency of the calls / 调用延迟分布");
    expect(pageOf("baseline/buy-and-hold")).not.toContain("调用延迟分布");
  });

  it("its differences to the others are those of a comparison, with the verdict of all tests together", () => {
    const { rivals } = rivalsOf(rowOf("acme/small"), boardRanking, boardInput);
    expect(rivals.map(({ row }) => row.model)).toEqual(
      boardRanking.models.map((row) => row.model).filter((model) => model !== "acme/small"),
    );
    for (const { row, estimate, pair } of rivals) {
      expect(estimate).toEqual(comparePair(boardInput, { a: "acme/small", b: row.model }).overall);
      expect(Math.abs(pair.difference)).toBeCloseTo(Math.abs(estimate.value), 10);
    }
    expect(words(pageOf("acme/small"))).toMatch(/acme\/large −.* worse/);
  });

  it("of many rows compares with three above, three below, the first and buy-and-hold", () => {
    const scores = Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [
        i === 14 ? "baseline/buy-and-hold" : `m${i}`,
        { tasks: Array.from({ length: 8 }, (_, k) => 0.9 - 0.1 * i + 0.01 * k) },
      ]),
    );
    const input = makeInput(scores);
    const ranking = rankModels(input);
    const row = ranking.models[7] as RankingRow;
    const { rivals, cut } = rivalsOf(row, ranking, input);
    expect(rivals.map((rival) => rival.row.model)).toEqual([
      "m0",
      "m4",
      "m5",
      "m6",
      "m8",
      "m9",
      "m10",
      "baseline/buy-and-hold",
    ]);
    expect(cut).toBe(true);
  });
});
