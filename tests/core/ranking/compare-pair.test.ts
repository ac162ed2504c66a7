import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/core/failure.ts";
import { comparePair } from "../../../src/core/ranking/compare-pair.ts";
import { rankModels } from "../../../src/core/ranking/rank-models.ts";
import { makeInput } from "./make-records.ts";

const input = makeInput({
  able: { tasks: [0.5, 0.4, 0.3, 0.2, 0.5, 0.4, 0.3, 0.2], quiz: [1, 1, 0] },
  weak: { tasks: [0.1, 0.4, 0.4, -0.5, 0, 0.1, 0.2, -1], quiz: [1, 0, 0] },
  "baseline/cash": { tasks: [0, 0, 0, 0, 0, 0, 0, 0] },
});

describe("comparePair", () => {
  test("lists every task and template with both scores and their difference, in points", () => {
    const { units, counts } = comparePair(input, { a: "able", b: "weak" });
    expect(units).toHaveLength(11);
    expect(units[0]).toMatchObject({ part: "trading", unit: "design-x-01", a: 75, b: 55, difference: 20 });
    expect(units[9]).toEqual({ part: "quiz", unit: "quiz-02", a: 100, b: 0, difference: 100 });
    expect(counts).toEqual({
      trading: { a: 6, b: 1, equal: 1 },
      quiz: { a: 1, b: 0, equal: 2 },
      engineering: { a: 0, b: 0, equal: 0 },
    });
  });

  test("its overall difference and p are those of the ranking before Holm's correction", () => {
    const pair = rankModels(input).pairs.find((one) => one.a === "able" && one.b === "weak");
    const { overall } = comparePair(input, { a: "able", b: "weak" });
    expect([overall?.value, overall?.standardError, overall?.p]).toEqual([
      pair?.difference,
      pair?.standardError,
      pair?.p,
    ]);
  });

  test("b against a is a against b with the sign turned", () => {
    const one = comparePair(input, { a: "able", b: "weak" });
    const other = comparePair(input, { a: "weak", b: "able" });
    expect(other.overall?.value).toBeCloseTo(-Number(one.overall?.value), 12);
    expect(other.overall?.p).toBeCloseTo(Number(one.overall?.p), 12);
  });

  test("a baseline's questions are blank: 0 points each", () => {
    const { units } = comparePair(input, { a: "able", b: "baseline/cash" });
    expect(units.filter((unit) => unit.part === "quiz").map((unit) => unit.b)).toEqual([0, 0, 0]);
  });

  test("a misspelt model gets a suggestion, one model twice is refused", () => {
    expect(() => comparePair(input, { a: "abel", b: "weak" })).toThrow(/no model "abel". Did you mean "able"\?/);
    expect(() => comparePair(input, { a: "zzzzzzzz", b: "weak" })).toThrow(/It has: able, baseline\/cash, weak/);
    expect(() => comparePair(input, { a: "weak", b: "weak" })).toThrow(UserError);
  });
});
