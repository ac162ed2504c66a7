import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { describePaths, pathColumns, pathRows, pathRowsToCsv } from "../../src/adapters/frames.ts";
import type { Metrics } from "../../src/core/metrics/metrics.ts";
import type { PathScore } from "../../src/core/score/path-score.ts";
import { makeAttempt } from "../core/ranking/make-records.ts";

const flat: Metrics = {
  totalReturn: 0,
  cagr: 0,
  volatility: 0,
  sharpe: null,
  sortino: null,
  maxDrawdown: 0,
  maxDrawdownBars: 0,
  calmar: null,
  turnover: 0,
  exposure: 0,
  orders: 0,
  trades: 0,
  winRate: null,
  profitFactor: null,
  skewness: null,
  excessKurtosis: null,
  var95: null,
  es95: null,
  psr: null,
  alpha: null,
  beta: null,
  informationRatio: null,
  finalEquity: 1,
};

function path(id: string, kind: PathScore["kind"], totalReturn: number): PathScore {
  const metrics = { ...flat, totalReturn };
  const place = { path: id, kind, regime: "flat", stress: false, dataset: "spx", symbol: 'S,"P"', start: 7 } as const;
  return { ...place, failure: null, stats: null, metrics };
}

const attempts = [
  makeAttempt("vendor/a-1", "design-1", 0.25, {
    paths: [path("p1", "history", 0.1), path("p2", "history", 0.3), path("p3", "twin", 1 / 3)],
    noise: path("noise", "noise", -0.1),
  }),
  makeAttempt("b", "design-1", -1, {
    stage: "type-check",
    failure: { stage: "type-check", kind: "type-error", message: "TS2322" },
  }),
];

describe("pathRows", () => {
  test("has a row for each path, the noise path, and each attempt that never ran: 3 + 1 + 1", () => {
    const rows = pathRows(attempts);
    expect(rows.map((row) => row["path"])).toEqual(["p1", "p2", "p3", "noise", null]);
    expect(rows[4]).toMatchObject({ model: "b", stage: "type-check", failure: "type-error", totalReturn: null });
    for (const row of rows) expect(Object.keys(row)).toEqual(pathColumns);
  });
});

describe("pathRowsToCsv", () => {
  test("writes what a CSV reader reads back: digits, quotes, commas and empty fields", async () => {
    const rows = parse(await pathRowsToCsv(pathRows(attempts)), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[0] ?? {})).toEqual(pathColumns);
    expect(rows[2]).toMatchObject({ symbol: 'S,"P"', totalReturn: String(1 / 3), sharpe: "", stress: "false" });
    expect(rows[4]).toMatchObject({ path: "", totalReturn: "", score: "-1" });
  });

  test("of no rows is the header alone", async () => {
    expect(await pathRowsToCsv([])).toBe(`${pathColumns.join(",")}\n`);
  });
});

describe("describePaths", () => {
  test("of returns 0.1 and 0.3 on history paths is mean 0.2, std 0.1·√2; a single path has no std", async () => {
    const found = await describePaths(pathRows(attempts));
    const returns = found.filter((row) => row.column === "totalReturn");
    expect(returns.map((row) => [row.model, row.track, row.kind, row.count])).toEqual([
      ["vendor/a-1", "design", "history", 2],
      ["vendor/a-1", "design", "noise", 1],
      ["vendor/a-1", "design", "twin", 1],
    ]);
    expect(returns[0]?.mean).toBeCloseTo(0.2, 12);
    expect(returns[0]?.std).toBeCloseTo(0.1 * Math.SQRT2, 12);
    expect(returns[0]).toMatchObject({ min: 0.1, max: 0.3 });
    expect(returns[2]).toMatchObject({ mean: 1 / 3, std: null });
  });

  test("leaves out a column that no row has, and gives nothing for attempts that never ran", async () => {
    const found = await describePaths(pathRows(attempts));
    expect(found.some((row) => row.column === "sharpe")).toBe(false);
    expect(await describePaths(pathRows(attempts.slice(1)))).toEqual([]);
  });
});
