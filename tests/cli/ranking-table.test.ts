import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { rankingTable } from "../../src/cli/ranking-table.ts";
import { failure } from "../../src/core/failure.ts";
import { rankModels } from "../../src/core/ranking/rank-models.ts";
import type { Ranking } from "../../src/core/ranking/ranking.ts";
import { makeAttempt, makeInput, names } from "../core/ranking/make-records.ts";

const long = "a-model-with-quite-a-long-name";
const scores = (base: number): number[] => names("x", 10).map((_, i) => base + i / 100);
const input = makeInput({
  [long]: { tasks: scores(0.4), quiz: scores(0.7) },
  other: { tasks: scores(-0.2), quiz: scores(0.2) },
  "baseline/cash": { tasks: Array(10).fill(-0.5) as number[] },
});
const kinds = ["type-error", "type-error", "look-ahead", "timeout", "memory", "bad-positions", "refusal"] as const;
const broken = input.attempts.map((attempt, i) => {
  const kind = attempt.model === "other" ? kinds[i - 10] : undefined;
  return kind === undefined ? attempt : { ...attempt, failure: failure("run", kind, "x") };
});
const scored = rankModels({
  ...input,
  attempts: [...broken, makeAttempt(long, "implement-a", 1, { track: "implement" })],
  expected: { ...input.expected, tasks: [...input.expected.tasks, "implement-a"] },
});
const ranking: Ranking = {
  ...scored,
  models: scored.models.map((row) => ({ ...row, totalReturn: 0.123, maxDrawdown: 0.456, sharpe: -0.001 })),
};
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("rankingTable", () => {
  it("without a bound has every column, titles in full, and no line runs over 120 characters", () => {
    const text = rankingTable(ranking, { color: false });
    expect(text.split("\n")[0]?.trim().split(/ {2,}/)).toEqual([
      ...["rank", "model", "overall", "trading", "quiz", "engineering"],
      ...["return", "max drawdown", "Sharpe", "valid@1"],
    ]);
    expect(widest(text)).toBeLessThanOrEqual(120);
  });

  it.each([120, 100, 80, 60])("fits into %i columns, and says which columns it left out", (columns) => {
    const text = rankingTable(ranking, { color: false, columns });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    const [head = ""] = text.split("\n");
    const left = /No room here for: ([^.]+)\./.exec(text.replaceAll("\n", " "))?.[1]?.split(", ") ?? [];
    const short: Record<string, string> = { engineering: "engin.", "max drawdown": "max DD" };
    for (const title of ["trading", "quiz", "engineering", "return", "max drawdown", "Sharpe", "valid@1"]) {
      const stands = head.includes(title) || head.includes(short[title] ?? title);
      expect(stands, title).toBe(!left.includes(title));
    }
    expect(head).toContain("overall");
  });

  it("leaves out columns in which every row has nothing, and prints no negative zero", () => {
    const [head = ""] = rankingTable(scored, { color: false }).split("\n");
    for (const title of ["return", "max drawdown", "Sharpe"]) expect(head).not.toContain(title);
    expect(rankingTable(ranking, { color: false })).toMatch(/ 0\.00 /);
    expect(rankingTable(ranking, { color: false })).not.toContain("-0.00");
  });

  it("colour does not count as width", () => {
    const plain = rankingTable(ranking, { color: false, columns: 100 });
    expect(stripVTControlCharacters(rankingTable(ranking, { color: true, columns: 100 }))).toBe(plain);
  });

  it("names the failures of each model below the table, the commonest first", () => {
    const text = rankingTable(ranking, { color: false });
    expect(text).toContain("\n  other  type-error ×2, ");
    expect(text.split("Failures:")[1]).not.toContain(long);
  });

  it("says that baselines are blank in the quiz, where there are any", () => {
    expect(rankingTable(ranking, { color: false })).toContain("Baselines only trade");
    const without = rankModels(makeInput({ a: { tasks: scores(0), quiz: scores(0) } }));
    expect(rankingTable(without, { color: false })).not.toContain("Baselines");
  });
});
