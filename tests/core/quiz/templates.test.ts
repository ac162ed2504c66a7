import { describe, expect, it } from "vitest";
import { templateQuestion } from "../../../src/core/quiz/instantiate.ts";
import { quizTemplates } from "../../../src/core/quiz/templates/index.ts";
import { topics } from "../../../src/core/quiz/topics.ts";
import { createRandom } from "../../../src/core/random.ts";
import { secondComputations } from "./second-computations.ts";
import { valuesOf } from "./second-tools.ts";

describe("templates of the quiz", () => {
  it("are at least 30 over every topic, 8 of them at level 3, each with 3 or more misconceptions", () => {
    expect(quizTemplates.length).toBeGreaterThanOrEqual(30);
    expect(new Set(quizTemplates.map((template) => template.topic))).toEqual(new Set(topics));
    expect(quizTemplates.filter((template) => template.level === 3).length).toBeGreaterThanOrEqual(8);
    for (const template of quizTemplates) {
      expect(Object.keys(template.misconceptions).length, template.id).toBeGreaterThanOrEqual(3);
    }
  });

  it("all have a second computation", () => {
    expect(Object.keys(secondComputations).sort()).toEqual(quizTemplates.map((template) => template.id).sort());
  });

  it.each(quizTemplates.map((template) => [template.id, template] as const))(
    "%s: the solver equals a second computation in 40 draws",
    (id, template) => {
      for (let i = 0; i < 40; i++) {
        const { question, draw } = templateQuestion(template, createRandom(`second|${id}|${i}`), `${id}#${i}`);
        const second = secondComputations[id]?.(valuesOf(draw.values)) ?? Number.NaN;
        const allowed = 1e-3 * 10 ** -template.answer.decimals + 1e-9 * Math.abs(draw.key);
        expect(Math.abs(second - draw.key), `${second} and ${draw.key} in ${question.text.en}`).toBeLessThanOrEqual(
          allowed,
        );
      }
    },
  );

  it.each(quizTemplates.map((template) => [template.id, template] as const))(
    "%s: draws differ, and no wrong solver ever equals the key on all of them",
    (id, template) => {
      const draws = Array.from(
        { length: 40 },
        (_, i) => templateQuestion(template, createRandom(`${id}|${i}`), id).draw,
      );
      expect(new Set(draws.map((draw) => JSON.stringify(draw.values))).size).toBeGreaterThan(20);
      for (const name of Object.keys(template.misconceptions)) {
        const values = draws.flatMap((draw) =>
          draw.wrong.filter((w) => w.name === name).map((w) => w.value - draw.key),
        );
        expect(
          values.some((difference) => Math.abs(difference) > 1e-9),
          name,
        ).toBe(true);
      }
    },
  );
});
