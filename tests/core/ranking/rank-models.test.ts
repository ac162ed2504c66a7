import { describe, expect, test } from "vitest";
import type { Metrics } from "../../../src/core/metrics/metrics.ts";
import type { PathKind } from "../../../src/core/paths/path.ts";
import { createRandom } from "../../../src/core/random.ts";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import type { RankingInput } from "../../../src/core/ranking/ranking-input.ts";
import type { PathScore, PathStats } from "../../../src/core/score/path-score.ts";
import { studentTQuantile } from "../../../src/core/stats/distributions.ts";
import { makeAnswer, makeAttempt, makeInput, names, notAttempted, shuffle } from "./make-records.ts";

const up = [0.1, 0.3, 0.2, 0.4, 0.1, 0.3, 0.2, 0.4];
const down = up.map((u, i) => u - 0.3 - 0.01 * (i % 3));

const pathStatsOfCash: PathStats = {
  returns: 750,
  sigma: 0.01,
  logGrowth: 0,
  z: 0,
  moments: { count: 750, mean: 0, m2: 0, m3: 0, m4: 0 },
  runUp: 0,
  drawdown: 0,
  exposure: 0,
};

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

describe("evidence", () => {
  test("valid@1 is the share of first attempts that reached scored; failures are counted by stage and kind", () => {
    const failure = { stage: "type-check", kind: "type-error", message: "TS2322" } as const;
    const input = makeInput({ a: { tasks: up } });
    const attempts = input.attempts.map((one, i) => (i < 2 ? { ...one, stage: "type-check" as const, failure } : one));
    const later = makeAttempt("a", "design-x-01", -1, { attempt: 1, stage: "look-ahead" });
    const row = rowOf({ ...input, attempts: [...attempts, later] }, "a");
    expect(row).toMatchObject({ validAt1: 0.75, failures: { "type-check": 2, "look-ahead": 1 }, attempts: 9 });
    expect(row.failureKinds).toEqual({ "type-error": 2 });
  });

  test("a program that breaks its mandate on all paths is not valid; on one of two it is, and both are counted by kind", () => {
    const breach = { stage: "trades", kind: "mandate-breach", message: "Drawdown" } as const;
    const place = { kind: "twin", regime: "flat", stress: false, dataset: "d", symbol: "s", start: 0 } as const;
    const path = (failure: typeof breach | null): PathScore => ({
      ...place,
      path: "p1",
      failure,
      stats: failure === null ? pathStatsOfCash : null,
      metrics: null,
    });
    const input = makeInput({ a: { tasks: up } });
    const both = [path(breach), path(breach)];
    const attempts = input.attempts.map((one, i) => {
      if (i > 1) return one;
      return { ...one, paths: i === 0 ? both : [path(breach), path(null)] };
    });
    const row = rowOf({ ...input, attempts }, "a");
    expect(row).toMatchObject({ validAt1: 0.875, failures: { trades: 1 }, failureKinds: { "mandate-breach": 2 } });
  });

  test("returns of a program caught looking ahead enter no mean, its noise path does", () => {
    const metrics = { totalReturn: 0.1, maxDrawdown: 0.2, sharpe: null } as Metrics;
    const place = { regime: "flat", stress: false, dataset: "d", symbol: "s", start: 0, failure: null } as const;
    const path = (kind: PathKind, z: number, totalReturn: number): PathScore => {
      const stats = { ...pathStatsOfCash, z, exposure: 1 };
      return { ...place, path: kind, kind, stats, metrics: { ...metrics, totalReturn } };
    };
    const paths = [path("history", 3, 0.1), path("twin", 0, 0.3)];
    const failure = { stage: "look-ahead", kind: "look-ahead", message: "bar 300" } as const;
    const cheat = { paths: [path("history", 99, 50)], noise: path("noise", 99, 8), failure, stage: failure.stage };
    const attempts = [makeAttempt("a", "design-1", 0.2, { paths }), makeAttempt("a", "design-2", -1, cheat)];
    const expected = { tasks: ["design-1", "design-2"], templates: [], attemptsPerTask: 1 };
    const row = rowOf({ ...makeInput({ a: { tasks: [] } }), attempts, expected }, "a");
    expect(row).toMatchObject({ totalReturn: 0.2, maxDrawdown: 0.2, sharpe: null, noiseReturn: 8 });
    expect(row.mirageGap).toBeCloseTo(1 / 3, 12);
  });

  test("latency is the median, cost and tokens are sums of what is known", () => {
    const reply = (latencyMs: number, costUsd: number | null) => ({
      text: "",
      stop: "stop" as const,
      usage: { inputTokens: 10, cachedTokens: null, outputTokens: null, reasoningTokens: null },
      latencyMs,
      retries: 0,
      servedModel: null,
      costUsd,
    });
    const input = makeInput({ a: { tasks: [0, 0, 0] } });
    const latencies = [100, 900, 200];
    const attempts = input.attempts.map((one, i) => ({
      ...one,
      reply: reply(latencies[i] ?? 0, i === 0 ? null : 0.5),
    }));
    const row = rowOf({ ...input, attempts }, "a");
    expect(row).toMatchObject({ latencyMs: 200, costUsd: 1, inputTokens: 30, outputTokens: null });
  });
});

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
