import { describe, expect, it } from "vitest";
import { failureKinds, stages } from "../../../src/core/failure.ts";
import { verdict } from "../../../src/report/attempt/verdict.ts";
import { attempt, attempts, pathScore } from "../records.ts";

const market = new Map([["p1", 0.2]]);

describe("verdict", () => {
  it("a scored attempt: U, and its mean return beside buying and holding", () => {
    expect(verdict("en", attempt(), market).sentence).toBe(
      "Scored U = +0.31: better than holding cash. Mean return over 2 paths 20.0\u00a0%, buying and holding 20.0\u00a0%.",
    );
    expect(verdict("zh", attempt(), market).sentence).toBe(
      "得分 U = +0.31：优于持有现金。2 条路径的平均收益率 20.0\u00a0%，买入持有为 20.0\u00a0%。",
    );
  });

  it("looking ahead: path, bar and cut in words", () => {
    expect(verdict("en", attempts[1] ?? attempt(), market).sentence).toBe(
      "Looks ahead: on path p2 the target of bar 412 changes when bars after 411 are altered.",
    );
  });

  it("failing on all paths is a failure, with the first one's words", () => {
    const failure = { stage: "trades", kind: "mandate-breach", message: "Drawdown reached 30.0 %" } as const;
    const paths = [pathScore("p1", { failure, metrics: null, stats: null })];
    const utility = { value: -1, growth: 0, sharpe: 0, drawdown: 0, activity: 0, errors: 1 };
    expect(verdict("en", attempt({ paths, utility }), market)).toEqual({
      tone: "bad",
      sentence: "Failed on every path, 1 in all (mandate-breach): U = −1.00.",
      detail: "Drawdown reached 30.0 %",
    });
  });

  it("what the world failed does not count against the model", () => {
    expect(verdict("en", attempts[4] ?? attempt(), market).sentence).toMatch(/^Not attempted: .*does not count/);
  });

  it.each([
    [0.5, "better than holding cash"],
    [0.01, "about as good as holding cash"],
    [-0.3, "worse than holding cash"],
    [-0.7, "worse than never trading"],
  ])("U of %d is %s", (value, words) => {
    const utility = { value, growth: 0, sharpe: 0, drawdown: 0, activity: 1, errors: 0 };
    expect(verdict("en", attempt({ utility }), market).sentence).toContain(words);
  });

  it("names every kind of failure at every stage in both languages", () => {
    for (const kind of failureKinds) {
      for (const stage of stages) {
        const failed = attempt({ failure: { stage, kind, message: "m" }, lookAhead: null });
        expect(verdict("en", failed, market).sentence).toContain(kind);
        expect(verdict("zh", failed, market).sentence).toMatch(/[\u4e00-\u9fff].*。$/);
        expect(verdict("zh", failed, market).sentence).not.toMatch(/undefined|\{/);
      }
    }
  });
});
