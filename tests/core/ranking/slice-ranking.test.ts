import { describe, expect, test } from "vitest";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import { rankingInput } from "../../../src/core/ranking/ranking-input.ts";
import { type SliceKind, sliceRanking } from "../../../src/core/ranking/slice-ranking.ts";
import { makeManifest } from "./make-manifest.ts";
import { makeAnswer, makeAttempt, names } from "./make-records.ts";

const tasks = [...names("design-x", 16), "implement-01"];
const manifest = makeManifest({ models: ["a", "b"], tasks, templates: ["q"], langs: ["en", "zh"] });
const attempts = ["a", "b"].flatMap((model) =>
  tasks.flatMap((task, i) =>
    (["en", "zh"] as const).map((lang) =>
      makeAttempt(model, task, (model === "a") === (lang === "en") ? 0.5 + i / 100 : i / 50, {
        lang,
        track: task.startsWith("design") ? "design" : "implement",
      }),
    ),
  ),
);
const answers = ["a", "b"].flatMap((model) =>
  (["en", "zh"] as const).map((lang) => makeAnswer(model, "q", lang === "en" ? 1 : 0, { lang })),
);
const input = rankingInput([{ manifest, attempts, answers }]);

function slices(by: SliceKind) {
  return sliceRanking(input, manifest.plan, by).map((slice) => ({ ...slice, ranking: rankModels(slice.input) }));
}

describe("sliceRanking", () => {
  test("by level has 9 tasks of level 1 and 8 of level 2, and no quiz", () => {
    const found = slices("level");
    expect(found.map((slice) => [slice.value, slice.input.expected.tasks.length])).toEqual([
      ["1", 9],
      ["2", 8],
    ]);
    expect(found[0]?.ranking.models[0]).toMatchObject({ quiz: null, unranked: null });
  });

  test("by class a task of two classes is in both slices", () => {
    expect(slices("class").map((slice) => [slice.value, slice.input.expected.tasks.length])).toEqual([
      ["equity-index", 17],
      ["fx", 8],
    ]);
  });

  test("by language turns the order round where each model is better in one of them", () => {
    expect(slices("lang").map((slice) => [slice.value, slice.ranking.models[0]?.model])).toEqual([
      ["en", "a"],
      ["zh", "b"],
    ]);
    expect(slices("lang").map((slice) => slice.ranking.models[0]?.quiz)).toEqual([100, 0]);
    expect(slices("lang").every((slice) => slice.ranking.models.every((row) => row.unranked === null))).toBe(true);
  });

  test("by tag leaves out tasks without one; 6 tasks are too few for a rank", () => {
    const [trend, ...more] = slices("tag");
    expect([trend?.value, trend?.ranking.models[0]?.unranked, more.length]).toEqual(["trend", "fewer than 8 tasks", 0]);
  });

  test("by track the slice of implement alone is scored by Engineering, whatever the weights", () => {
    const implement = slices("track").find((slice) => slice.value === "implement");
    expect(implement?.ranking.weights).toEqual({ trading: 0, quiz: 0, engineering: 1 });
    expect(implement?.ranking.models[0]?.overall).toBe(implement?.ranking.models[0]?.engineering);
  });
});
