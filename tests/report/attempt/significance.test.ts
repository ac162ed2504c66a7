import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Utility } from "../../../src/core/score/path-score.ts";
import { utility } from "../../../src/core/score/utility.ts";
import {
  againstCash,
  againstHolding,
  mirage,
  type PathUtility,
  pathUtilities,
  pooledPsr,
} from "../../../src/report/attempt/significance.ts";
import { trustItems } from "../../../src/report/attempt/trust.ts";
import { utilityParts } from "../../../src/report/attempt/utility-parts.ts";
import { analysePath } from "../../../src/report/parts/path-analysis.ts";
import { pathMarket } from "../../../src/report/parts/path-market.ts";
import { attempt } from "../records.ts";
import { scoredTask } from "../stored-paths.ts";

const one = (path: string, kind: PathUtility["kind"], value: number, held: number | null = 0): PathUtility => ({
  path,
  kind,
  value,
  held,
});

describe("utility path by path", () => {
  const task = scoredTask();
  const markets = task.paths.map(pathMarket);

  it("is U of each path alone, beside that of holding it", () => {
    const found = pathUtilities(task.attempt.paths, markets);
    expect(found).toHaveLength(6);
    expect(found[0]?.value).toBe(utility(task.attempt.paths.slice(0, 1)).value);
    const held = markets[0]?.held.stats ?? null;
    const path = { ...(task.attempt.paths[0] as (typeof task.attempt.paths)[number]), stats: held };
    expect(found[0]?.held).toBe(utility([path]).value);
  });

  it("against cash: mean 0.2 of 0.1, 0.2, 0.3 has t = 3.46 and p = 0.074", () => {
    const found = againstCash([one("a", "history", 0.1), one("b", "history", 0.2), one("c", "twin", 0.3)]);
    expect(found?.value).toBeCloseTo(0.2, 12);
    expect(found?.p).toBeCloseTo(0.0742, 4);
  });

  it("against holding: differences path by path, paths without a market left out", () => {
    const found = againstHolding([
      one("a", "history", 0.5, 0.4),
      one("b", "history", 0.1, 0.2),
      one("c", "twin", 1, null),
    ]);
    expect(found?.value).toBeCloseTo(0, 12);
    expect(againstHolding([one("a", "history", 1, null)])).toBeNull();
  });

  it("the mirage gap is history less twins; null without twins", () => {
    expect(mirage([one("a", "history", 0.5), one("b", "twin", 0.2)])?.value).toBeCloseTo(0.3, 12);
    expect(mirage([one("a", "history", 0.5)])).toBeNull();
  });

  it("the pooled probability is 50 % at S = 0 and 99.87 % where S is cut", () => {
    expect(pooledPsr(0)).toBeCloseTo(0.5, 12);
    expect(pooledPsr(1)).toBeCloseTo(0.99865, 5);
  });

  it("a trend follower on walks: its audits speak for it, its utility is not told from cash", () => {
    const analyses = task.answers.slice(0, 6).flatMap((answer, i) => analysePath(markets[i] as never, answer) ?? []);
    const items = trustItems({
      attempt: task.attempt,
      utilities: pathUtilities(task.attempt.paths, markets),
      analyses,
    });
    expect(items.slice(0, 3).map((item) => [item.term, item.mark])).toEqual([
      ["lookAheadAudit", "good"],
      ["determinism", "good"],
      ["literals", "good"],
    ]);
    expect(items.map((item) => item.term)).toContain("noiseReturn");
    for (const item of items) {
      expect(item.words("en")).not.toMatch(/undefined|NaN|\{/);
      expect(item.words("zh")).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe("trustItems", () => {
  it("without code there is nothing to trust", () => {
    expect(trustItems({ attempt: attempt({ code: null }), utilities: [], analyses: [] })).toEqual([]);
  });

  it("literals leave a doubt and name their lines", () => {
    const literals = [{ kind: "year", text: "2008", line: 7 }] as const;
    const item = trustItems({ attempt: attempt({ literals }), utilities: [], analyses: [] })[2];
    expect(item?.mark).toBe("doubt");
    expect(item?.words("en")).toBe("1 worth a look (lines 7): evidence, no verdict.");
  });

  it("a program that earns on noise is not to be trusted", () => {
    const noise = { ...attempt().paths[0], metrics: { ...attempt().paths[0]?.metrics, totalReturn: 2, psr: 0.999 } };
    const items = trustItems({ attempt: attempt({ noise: noise as never }), utilities: [], analyses: [] });
    expect(items.find((item) => item.term === "noiseReturn")?.mark).toBe("bad");
  });
});

describe("utilityParts", () => {
  it("+0.31 of R 0.4, S 0.3, D 0.23 is a third of each", () => {
    const parts = utilityParts({ value: 0.31, growth: 0.4, sharpe: 0.3, drawdown: 0.23, activity: 1, errors: 0 });
    expect(parts.map((part) => part.name)).toEqual(["R", "S", "D"]);
    const thirds = [0.4 / 3, 0.3 / 3, 0.23 / 3];
    parts.forEach((part, i) => {
      expect(part.value).toBeCloseTo(thirds[i] ?? Number.NaN, 12);
    });
  });

  it("the parts add up to U, whatever they are", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 1, noNaN: true }),
        part,
        part,
        share,
        share,
        (growth, sharpe, drawdown, activity, errors) => {
          const earned = (activity * (growth + sharpe + drawdown)) / 3 - 0.5 * (1 - activity);
          const whole: Utility = {
            value: Math.max(-1, (1 - errors) * earned - errors),
            ...{ growth, sharpe, drawdown, activity, errors },
          };
          const sum = utilityParts(whole).reduce((total, step) => total + step.value, 0);
          expect(sum).toBeCloseTo(whole.value, 9);
        },
      ),
    );
  });
});
