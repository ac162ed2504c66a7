import { describe, expect, it } from "vitest";
import { builtInModel } from "../../../src/core/model.ts";
import { askedOf } from "../../../src/core/suite/asked-of.ts";
import { makeManifest } from "../ranking/make-manifest.ts";

const tasks = ["design-a", "improve-b", "implement-c", "repair-d", "speed-e"];
const { plan: made } = makeManifest({ models: ["m"], tasks, templates: ["q-1", "q-2"] });
const plan = { ...made, langs: ["en", "zh"] as const, attempts: 3 };

describe("askedOf", () => {
  it("a model is asked the whole plan", () => {
    const asked = askedOf(builtInModel("m", { kind: "replay", source: "m" }), plan);
    expect(asked).toEqual({ tasks: plan.tasks, langs: ["en", "zh"], attempts: 3, questions: plan.quiz.questions });
  });

  it("a baseline is asked each design and improve task once, and no question", () => {
    const asked = askedOf(builtInModel("baseline/cash", { kind: "baseline", strategy: "cash" }), plan);
    expect(asked.tasks.map((task) => task.id)).toEqual(["design-a", "improve-b"]);
    expect([asked.langs.length, asked.attempts, asked.questions.length]).toEqual([1, 1, 0]);
  });
});
