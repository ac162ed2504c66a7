import { describe, expect, test } from "vitest";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import type { RankingInput } from "../../../src/core/ranking/ranking-input.ts";
import { studentTQuantile } from "../../../src/core/stats/distributions.ts";
import { makeAnswer, makeAttempt, makeInput, notAttempted } from "./make-records.ts";

const up = [0.1, 0.3, 0.2, 0.4, 0.1, 0.3, 0.2, 0.4];
const down = up.map((u, i) => u - 0.3 - 0.01 * (i % 3));

function rowOf(input: RankingInput, model: string) {
  const row = rankModels(input).models.find((one) => one.model === model);
  if (row === undefined) throw new Error(`no row ${model}`);
  return row;
}

describe("scores of a row", () => {
  test("Trading is 50 + 50·mean U: 0.25 on 8 tasks is 62.5, −1 is 0, −0.5 is 25", () => {
    const input = makeInput({
      a: { tasks: up },
      broken: { tasks: up.map(() => -1) },
      idle: { tasks: up.map(() => -0.5) },
    });
    expect(rowOf(input, "a").trading).toBeCloseTo(62.5, 12);
    expect(rowOf(input, "broken").trading).toBe(0);
    expect(rowOf(input, "idle").trading).toBe(25);
  });

  test("a task's score is the mean of its attempts, never the best", () => {
    const attempts = [makeAttempt("a", "design-1", 0.8), makeAttempt("a", "design-1", -0.4, { attempt: 1 })];
    const input: RankingInput = { ...makeInput({ a: { tasks: [] } }), attempts };
    const expected = { tasks: ["design-1"], templates: [], attemptsPerTask: 2 };
    expect(rowOf({ ...input, expected }, "a").tasks).toEqual({ "design-1": 0.2 });
  });

  test("the standard error of Trading is 50·sd/√N and its interval takes t with N − 1 degrees of freedom", () => {
    const row = rowOf(makeInput({ a: { tasks: up } }), "a");
    const se = (50 * Math.sqrt(up.reduce((sum, u) => sum + (u - 0.25) ** 2, 0) / 7)) / Math.sqrt(8);
    expect(row.se.trading).toBeCloseTo(se, 12);
    expect(row.ci.trading?.[1]).toBeCloseTo(62.5 + studentTQuantile(0.975, 7) * se, 10);
    expect(row.ci.overall).toEqual(row.ci.trading);
  });

  test("Quiz averages each template first: marks 1 and 0 of one, 1 of another are 75; Overall 0.75·62.5 + 0.25·75", () => {
    const input = makeInput({ a: { tasks: up, quiz: [1, 1] } });
    const second = makeAnswer("a", "quiz-01", 0, { question: "quiz-01#1" });
    const row = rowOf({ ...input, answers: [...input.answers, second] }, "a");
    expect(row.quiz).toBe(75);
    expect(row.overall).toBeCloseTo(0.75 * 62.5 + 0.25 * 75, 12);
    expect(row.questions).toBe(3);
  });

  test("a run without a quiz has Overall = Trading, one without trading tasks has Overall = Quiz", () => {
    const trading = rowOf(makeInput({ a: { tasks: up } }), "a");
    expect([trading.overall, trading.quiz]).toEqual([trading.trading, null]);
    const quiz = rowOf(makeInput({ a: { tasks: [], quiz: [1, 0, 1, 1, 1, 0, 1, 1] } }), "a");
    expect([quiz.overall, quiz.trading, quiz.rank]).toEqual([75, null, 1]);
  });

  test("a baseline has no quiz score, and in Overall it left every question blank", () => {
    const quiz = up.map(() => 1);
    const row = rowOf(makeInput({ a: { tasks: up, quiz }, "baseline/cash": { tasks: up } }), "baseline/cash");
    expect([row.quiz, row.ci.quiz, row.unranked]).toEqual([null, null, null]);
    expect(row.overall).toBeCloseTo(0.75 * 62.5, 12);
  });

  test("Engineering is 100 × the mean task score and enters Overall only by weight", () => {
    const base = makeInput({ a: { tasks: up } });
    const engineering = [
      makeAttempt("a", "implement-1", 1, { track: "implement" }),
      makeAttempt("a", "repair-1", 0, { track: "repair" }),
      makeAttempt("a", "speed-1", 1.4, { track: "speed" }),
    ];
    const input = {
      ...base,
      attempts: [...base.attempts, ...engineering],
      expected: { ...base.expected, tasks: [...base.expected.tasks, "implement-1", "repair-1", "speed-1"] },
    };
    expect(rowOf(input, "a").engineering).toBeCloseTo(80, 12);
    expect(rowOf(input, "a").overall).toBeCloseTo(62.5, 12);
    const weighted = rowOf({ ...input, weights: { trading: 0.5, quiz: 0.25, engineering: 0.5 } }, "a");
    expect(weighted.overall).toBeCloseTo(0.5 * 62.5 + 0.5 * 80, 12);
  });
});

describe("ranks", () => {
  test("a row better on every task by a third of the scale is significantly better: ranks 1 (1–1) and 2 (2–2)", () => {
    const { models, pairs } = rankModels(makeInput({ low: { tasks: down }, high: { tasks: up } }));
    expect(models.map((row) => [row.model, row.rank, row.rankLow, row.rankHigh])).toEqual([
      ["high", 1, 1, 1],
      ["low", 2, 2, 2],
    ]);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ a: "high", b: "low", tasks: 8, templates: 0, significant: true });
  });

  test("equal rows share rank 1 (1–2), sorted by id, with difference 0 and p 1", () => {
    const { models, pairs } = rankModels(makeInput({ b: { tasks: up }, a: { tasks: up } }));
    expect(models.map((row) => [row.model, row.rank, row.rankLow, row.rankHigh])).toEqual([
      ["a", 1, 1, 2],
      ["b", 1, 1, 2],
    ]);
    expect(pairs[0]).toMatchObject({ difference: 0, standardError: 0, p: 1, pHolm: 1, significant: false });
  });

  test("broken everywhere against idle everywhere differs by 25 points without error: p 0, significant", () => {
    const input = makeInput({ idle: { tasks: up.map(() => -0.5) }, broken: { tasks: up.map(() => -1) } });
    expect(rankModels(input).pairs[0]).toMatchObject({ difference: 25, standardError: 0, p: 0, significant: true });
  });

  test("pairing sees through hard tasks: 0.02 better on each of 12 wildly different tasks is significant", () => {
    const hard = Array.from({ length: 12 }, (_, i) => -0.9 + 0.15 * i);
    const better = hard.map((u, i) => u + 0.02 + 0.001 * (i % 4));
    expect(rankModels(makeInput({ a: { tasks: better }, b: { tasks: hard } })).pairs[0]?.significant).toBe(true);
  });

  test("7 trading tasks give scores but no ranks", () => {
    const { models } = rankModels(makeInput({ a: { tasks: up.slice(1) }, b: { tasks: down.slice(1) } }));
    expect(models.map((row) => [row.model, row.rank, row.unranked])).toEqual([
      ["a", null, "fewer than 8 tasks"],
      ["b", null, "fewer than 8 tasks"],
    ]);
    expect(models[0]?.overall).not.toBeNull();
  });

  test("a model with one attempt that the world failed is shown last, not ranked, and in no pair", () => {
    const input = makeInput({ a: { tasks: up }, b: { tasks: down }, c: { tasks: down } });
    const attempts = input.attempts.map((one, i) => (i === 3 ? notAttempted(one) : one));
    const { models, pairs } = rankModels({ ...input, attempts });
    expect(models.map((row) => [row.model, row.rank, row.rankHigh])).toEqual([
      ["b", 1, 2],
      ["c", 1, 2],
      ["a", null, null],
    ]);
    expect(models[2]).toMatchObject({ unranked: "incomplete: 1 attempt missing", notAttempted: 1, attempts: 7 });
    expect(models[2]?.trading).toBeGreaterThan(60);
    expect(pairs).toHaveLength(1);
  });

  test("an attempt without a line, and an answer without a line, are missing too", () => {
    const input = makeInput({ a: { tasks: up, quiz: [1, 1] }, b: { tasks: up, quiz: [1, 1] } });
    const short = { ...input, attempts: input.attempts.slice(1), answers: input.answers.slice(1) };
    expect(rowOf(short, "a").unranked).toBe("incomplete: 1 attempt and 1 answer missing");
    expect(rowOf(short, "b").unranked).toBeNull();
    const counted = { ...input, expected: { ...input.expected, answers: 4 } };
    expect(rowOf(counted, "a").unranked).toBe("incomplete: 2 answers missing");
  });

  test("a line that a retry filled counts, wherever the failed one stands", () => {
    const input = makeInput({ a: { tasks: up } });
    const failed = input.attempts.map(notAttempted);
    expect(rowOf({ ...input, attempts: [...failed, ...input.attempts] }, "a")).toMatchObject({
      rank: 1,
      notAttempted: 0,
    });
    expect(rowOf({ ...input, attempts: [...input.attempts, ...failed] }, "a")).toMatchObject({
      rank: 1,
      notAttempted: 0,
    });
  });

  test("of two attempted lines the last counts", () => {
    const input = makeInput({ a: { tasks: up } });
    const again = input.attempts.map((one) => ({ ...one, score: 1 }));
    expect(rowOf({ ...input, attempts: [...input.attempts, ...again] }, "a").trading).toBe(100);
  });

  test("a baseline owes one attempt a trading task, and no quiz", () => {
    const input = makeInput({ a: { tasks: up, quiz: [1] }, "baseline/cash": { tasks: up } });
    const expected = { ...input.expected, attemptsPerTask: 4 };
    expect(rowOf({ ...input, expected }, "baseline/cash").unranked).toBeNull();
    expect(rowOf({ ...input, expected }, "a").unranked).toBe("incomplete: 24 attempts missing");
  });
});

test("baselines have no row where there is nothing to trade", () => {
  const input = makeInput({ a: { tasks: [], quiz: up }, "baseline/cash": { tasks: [] } });
  expect(rankModels(input).models.map((row) => row.model)).toEqual(["a"]);
  expect(rankModels(input).baselines).toEqual([]);
});
