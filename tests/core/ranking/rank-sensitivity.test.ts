import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import { mixedUtility, mixes, quizShares, rankSensitivity } from "../../../src/core/ranking/rank-sensitivity.ts";
import type { RankingInput } from "../../../src/core/ranking/ranking-input.ts";
import { utility } from "../../../src/core/score/utility.ts";
import { pathScore } from "../../report/records.ts";
import { makeInput } from "./make-records.ts";

const eight = (value: number): number[] => Array.from({ length: 8 }, (_, i) => value + 0.001 * i);
const third = { growth: 1 / 3, sharpe: 1 / 3, drawdown: 1 / 3 };

/** A trader that knows nothing, a scholar that cannot trade, and one in between. */
const input = makeInput({
  trader: { tasks: eight(0.4), quiz: eight(0) },
  scholar: { tasks: eight(0), quiz: eight(0.9) },
  middle: { tasks: eight(0.21), quiz: eight(0.32) },
});

function withParts(input: RankingInput, of: (model: string) => readonly [number, number, number]): RankingInput {
  const attempts = input.attempts.map((attempt) => {
    const [growth, sharpe, drawdown] = of(attempt.model);
    const parts = { value: 0, growth, sharpe, drawdown, activity: 1, errors: 0 };
    const value = mixedUtility(parts, third);
    return { ...attempt, utility: { ...parts, value }, score: value };
  });
  return { ...input, attempts };
}

describe("rankSensitivity", () => {
  it("gives at each quiz share the places that a ranking with those weights gives", () => {
    const rows = rankSensitivity(input, rankModels(input));
    for (const [i, quiz] of quizShares.entries()) {
      const ranking = rankModels({ ...input, weights: { trading: 1 - quiz, quiz, engineering: 0 } });
      for (const row of rows) {
        const place = ranking.models.find((one) => one.model === row.model)?.rank;
        expect(row.byQuizShare[i], `${row.model} at ${quiz}`).toBe(place);
      }
    }
    expect(rows.map((row) => [row.model, row.byQuizShare[0], row.byQuizShare.at(-1)])).toEqual([
      ["scholar", 3, 1],
      ["middle", 2, 2],
      ["trader", 1, 3],
    ]);
  });

  it("a row that has most of one part is first where that part is all of utility", () => {
    const parts: Readonly<Record<string, readonly [number, number, number]>> = {
      trader: [0.9, 0, 0],
      scholar: [0, 0.8, 0],
      middle: [0.2, 0.2, 0.7],
    };
    const traded = withParts(
      { ...input, weights: { trading: 1, quiz: 0, engineering: 0 } },
      (id) => parts[id] ?? [0, 0, 0],
    );
    const rows = rankSensitivity(traded, rankModels(traded));
    const byPart = Object.fromEntries(rows.map((row) => [row.model, row.byPart]));
    expect(byPart["trader"]).toEqual({ growth: 1, sharpe: 3, drawdown: 2 });
    expect(byPart["scholar"]).toEqual({ growth: 3, sharpe: 1, drawdown: 2 });
    expect(byPart["middle"]).toEqual({ growth: 2, sharpe: 2, drawdown: 1 });
    expect(rows.map((row) => row.overMixes)).toEqual([1, 1, 1].map((best) => [best, 3]));
  });

  it("a run without a quiz has no quiz shares, one without trading tasks no mixes; unranked rows take no place", () => {
    const trading = makeInput({ a: { tasks: eight(0.1) }, b: { tasks: eight(0.2) } });
    expect(rankSensitivity(trading, rankModels(trading)).map((row) => row.byQuizShare)).toEqual([[], []]);
    const quiz = makeInput({ a: { tasks: [], quiz: eight(0.1) }, b: { tasks: [], quiz: eight(0.2) } });
    expect(rankSensitivity(quiz, rankModels(quiz)).map((row) => [row.byPart, row.overMixes])).toEqual([
      [null, null],
      [null, null],
    ]);
    const few = makeInput({ a: { tasks: [0.1] } });
    expect(rankSensitivity(few, rankModels(few))).toEqual([]);
  });
});

describe("mixedUtility", () => {
  it("with thirds is the utility of core, whatever the paths did", () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true });
    const path = fc.record({ z: fc.double({ min: -12, max: 6, noNaN: true }), up: unit, down: unit, exposure: unit });
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 8 }), fc.nat(7), (paths, failed) => {
        const scores = paths.map(({ z, up, down, exposure }, i) => {
          const one = pathScore(`p${i}`);
          if (one.stats === null || i < failed - 4) {
            return { ...one, stats: null, failure: { stage: "run", kind: "timeout", message: "" } } as const;
          }
          const [runUp, drawdown] = [Math.abs(up), Math.abs(down)];
          return { ...one, stats: { ...one.stats, z, runUp, drawdown, exposure: Math.abs(exposure) / 10 } };
        });
        const stored = utility(scores);
        if (stored.errors === 1) return;
        expect(mixedUtility(stored, third)).toBeCloseTo(stored.value, 12);
      }),
    );
  });

  it("66 mixes lie in tenths, each adding up to 1", () => {
    const all = mixes(10);
    expect(all.length).toBe(66);
    for (const { growth, sharpe, drawdown } of all) expect(growth + sharpe + drawdown).toBeCloseTo(1, 12);
  });
});
