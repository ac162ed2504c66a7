import { describe, expect, test } from "vitest";
import type { Metrics } from "../../../src/core/metrics/metrics.ts";
import type { PathKind } from "../../../src/core/paths/path.ts";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import type { RankingInput } from "../../../src/core/ranking/ranking-input.ts";
import type { PathScore, PathStats } from "../../../src/core/score/path-score.ts";
import { makeAttempt, makeInput } from "./make-records.ts";

const up = [0.1, 0.3, 0.2, 0.4, 0.1, 0.3, 0.2, 0.4];

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
