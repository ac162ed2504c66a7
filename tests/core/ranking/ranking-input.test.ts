import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/core/failure.ts";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import { rankingInput } from "../../../src/core/ranking/ranking-input.ts";
import { makeManifest } from "./make-manifest.ts";
import { makeAnswer, makeAttempt, names } from "./make-records.ts";

const tasks = names("design-x", 8);

function makeRun(models: readonly string[], score: number, other: { seed?: string; run?: string } = {}) {
  return {
    manifest: makeManifest({ models, tasks, templates: ["q"], ...other }),
    attempts: models.flatMap((model) => tasks.map((task, i) => makeAttempt(model, task, score + i / 100))),
    answers: models.map((model) => makeAnswer(model, "q", 1)),
  };
}

describe("rankingInput", () => {
  test("of one run takes models, weights and what is owed from its manifest", () => {
    const run = makeRun(["a", "baseline/cash"], 0.1);
    const input = rankingInput([run]);
    expect(input.models).toEqual([
      { id: "a", baseline: false },
      { id: "baseline/cash", baseline: true },
    ]);
    expect(input.expected).toEqual({ tasks, templates: ["q"], attemptsPerTask: 1, answers: 1 });
    expect([input.run, input.benchmark]).toEqual(["test-s1", "0.1"]);
  });

  test("2 attempts in 2 languages are 4 attempts of each task and 2 answers of one question", () => {
    const manifest = makeManifest({ models: ["a"], tasks, templates: ["q"], langs: ["en", "zh"], attempts: 2 });
    const { expected } = rankingInput([{ manifest, attempts: [], answers: [] }]);
    expect([expected.attemptsPerTask, expected.answers]).toEqual([4, 2]);
  });

  test("of two runs of one plan ranks the models of both, one that is in both taken from the last", () => {
    const first = makeRun(["a", "b"], 0.1, { run: "one" });
    const second = makeRun(["b", "c"], 0.5, { run: "two" });
    const ranking = rankModels(rankingInput([first, second]));
    expect(ranking.run).toBe("one+two");
    expect(ranking.models.map((row) => [row.model, Math.round(Number(row.trading))])).toEqual([
      ["b", 77],
      ["c", 77],
      ["a", 57],
    ]);
    expect(ranking.models.every((row) => row.unranked === null)).toBe(true);
  });

  test("runs of other seeds are refused by name, no run at all too", () => {
    const runs = [makeRun(["a"], 0), makeRun(["b"], 0, { seed: "2" })];
    expect(() => rankingInput(runs)).toThrow(/test-s1 and test-s2 differ in their seed/);
    expect(() => rankingInput([])).toThrow(UserError);
  });
});
