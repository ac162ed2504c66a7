import { describe, expect, it } from "vitest";
import { type ModelProgress, progressBlock, progressSummary } from "../../src/cli/run/progress-block.ts";

const model = (name: string, done: number, total: number, other: Partial<ModelProgress> = {}): ModelProgress => ({
  model: name,
  done,
  total,
  failed: 0,
  costUsd: 0,
  ...other,
});

describe("progressBlock", () => {
  it("draws a line a model and one for all, columns below each other", () => {
    const models = [model("a", 21, 42), model("long-name", 4, 4, { failed: 2, costUsd: 0.0123 })];
    expect(progressBlock(models, 65_000, { columns: 80, rows: 24 })).toEqual([
      "a             ████████████░░░░░░░░░░░░  21/42",
      "long-name     ████████████████████████   4/4   2 failed, $0.0123",
      "all           █████████████░░░░░░░░░░░  25/46  2 failed, $0.0123  1:05",
    ]);
  });

  it.each([200, 80, 40, 20, 5])("never fills a line of %i columns", (columns) => {
    const models = [model("openrouter/meta-llama/llama-3.3-70b-instruct-with-a-tail", 1, 40_000, { failed: 3 })];
    for (const line of progressBlock(models, 4e7, { columns, rows: 24 })) expect(line.length).toBeLessThan(columns);
  });

  it("a name too long keeps both its ends", () => {
    const [line = ""] = progressBlock([model(`start-${"x".repeat(90)}-end`, 0, 1)], 0, { columns: 80, rows: 24 });
    expect(line).toMatch(/^start-x+…x+-end {2}░/);
  });

  it("of 30 models on 10 rows shows those at work, counts the rest, and stays below 10 lines", () => {
    const models = Array.from({ length: 30 }, (_, i) => model(`m${i}`, i < 27 ? 5 : 0, 5));
    const lines = progressBlock(models, 0, { columns: 80, rows: 10 });
    expect(lines.length).toBeLessThan(10);
    expect(lines.slice(0, 3).map((line) => line.split(" ")[0])).toEqual(["m27", "m28", "m29"]);
    expect(lines.at(-2)).toBe("… 24 more");
    expect(lines.at(-1)).toContain("135/150");
  });

  it("a run of nothing is drawn whole", () => {
    expect(progressBlock([model("a", 0, 0)], 0, { columns: 80, rows: 24 })[0]).toContain("█".repeat(24));
  });
});

it("progressSummary says what was done, in what time, at what cost", () => {
  const models = [model("a", 3, 3, { failed: 1 }), model("b", 2, 4, { costUsd: 0.5 })];
  expect(progressSummary(models, 3_725_000)).toBe("5 of 7 done in 1:02:05, 1 failed, $0.5000");
});
