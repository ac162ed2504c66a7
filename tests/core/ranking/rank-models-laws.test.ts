import { describe, expect, test } from "vitest";
import { createRandom } from "../../../src/core/random.ts";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import { makeInput, names, shuffle } from "./make-records.ts";

const up = [0.1, 0.3, 0.2, 0.4, 0.1, 0.3, 0.2, 0.4];
const down = up.map((u, i) => u - 0.3 - 0.01 * (i % 3));

describe("laws of the ranking", () => {
  test("shuffling attempts, answers, models and the plan changes no byte", () => {
    const random = createRandom("shuffle");
    const scores = Object.fromEntries(
      names("m", 6).map((id) => [
        id,
        { tasks: up.map(() => random.normal() / 3), quiz: names("q", 10).map(() => random.next()) },
      ]),
    );
    const input = makeInput(scores);
    const more = input.attempts.map((one) => ({ ...one, attempt: 1, score: random.normal() / 3 }));
    const full = {
      ...input,
      attempts: [...input.attempts, ...more],
      expected: { ...input.expected, attemptsPerTask: 2 },
    };
    const wanted = JSON.stringify(rankModels(full));
    for (let i = 0; i < 10; i++) {
      const expected = { ...full.expected, tasks: shuffle(full.expected.tasks, random) };
      const shuffled = {
        ...full,
        expected,
        models: shuffle(full.models, random),
        attempts: shuffle(full.attempts, random),
        answers: shuffle(full.answers, random),
      };
      expect(JSON.stringify(rankModels(shuffled))).toBe(wanted);
    }
  });

  test("a ranking goes to JSON and comes back unchanged", () => {
    const ranking = rankModels(makeInput({ a: { tasks: up, quiz: [1, 0] }, b: { tasks: [-1] }, c: { tasks: down } }));
    expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
  });

  test("of 400 runs of 6 equal models on 12 tasks and 20 templates at most 7 % show any difference", () => {
    const random = createRandom("equal models");
    let runs = 0;
    for (let i = 0; i < 400; i++) {
      const hardness = names("t", 12).map(() => random.normal());
      const scores = Object.fromEntries(
        names("m", 6).map((id) => [
          id,
          {
            tasks: hardness.map((h) => 0.2 * h + 0.2 * random.normal()),
            quiz: names("q", 20).map(() => (random.next() < 0.6 ? 1 : -1 / 3)),
          },
        ]),
      );
      if (rankModels(makeInput(scores)).pairs.some((pair) => pair.significant)) runs++;
    }
    // 5 % promised; 0.07 is 1.8 standard errors of 400 draws above it.
    expect(runs / 400).toBeLessThanOrEqual(0.07);
    expect(runs).toBeGreaterThan(0);
  });

  test("of 50 runs with one model 0.6 better among 5 at least 45 put it alone on rank 1", () => {
    const random = createRandom("one better");
    let alone = 0;
    for (let i = 0; i < 50; i++) {
      const scores = Object.fromEntries(
        names("m", 5).map((id, k) => [
          id,
          { tasks: names("t", 16).map(() => (k === 2 ? 0.6 : 0) + 0.25 * random.normal()) },
        ]),
      );
      const [best] = rankModels(makeInput(scores)).models;
      if (best?.model === "m-03" && best.rankHigh === 1) alone++;
    }
    expect(alone).toBeGreaterThanOrEqual(45);
  });

  test("a rank lies within its range, and ranges are at least as wide as ties are many", () => {
    const random = createRandom("ranges");
    for (let i = 0; i < 20; i++) {
      const scores = Object.fromEntries(
        names("m", 7).map((id, k) => [id, { tasks: names("t", 10).map(() => k / 10 + 0.3 * random.normal()) }]),
      );
      for (const row of rankModels(makeInput(scores)).models) {
        expect(Number(row.rankLow)).toBeLessThanOrEqual(Number(row.rank));
        expect(Number(row.rankHigh)).toBeGreaterThanOrEqual(Number(row.rank));
      }
    }
  });
});
