import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePair } from "../../src/core/ranking/compare-pair.ts";
import { contributions, halfOf } from "../../src/report/pair/contributions.ts";
import { pairPage } from "../../src/report/pair-page.ts";
import { makeInput } from "../core/ranking/make-records.ts";
import { boardAnswers, boardAttempts, boardInput, boardLinks, boardRanking } from "./board.ts";
import { englishOf } from "./english-of.ts";

const [pair] = boardRanking.pairs;
if (pair === undefined) throw new Error("the board has no pairs");
const comparison = comparePair(boardInput, pair);
const page = pairPage({
  ranking: boardRanking,
  comparison,
  pair,
  attempts: boardAttempts,
  topics: new Map(boardAnswers.map((answer) => [answer.template, answer.topic])),
  links: boardLinks,
});

describe("page of a pair", () => {
  it("says who is ahead by how much, with interval and p-values, and whether that is more than chance", () => {
    const { value, interval } = comparison.overall ?? { value: 0, interval: null };
    const words = englishOf(page);
    expect(words).toContain(`acme/large is ahead of acme/small by ${value.toFixed(1)} points`);
    expect(words).toContain(`interval +${interval?.[0].toFixed(1)} to +${interval?.[1].toFixed(1)}`);
    expect(words).toContain(pair.significant ? "significant at 5 % among all pairs" : "may be chance");
    expect(words).not.toContain("= &lt;");
  });

  it("tells the story from the other side too: the one behind first", () => {
    const turned = comparePair(boardInput, { a: pair.b, b: pair.a });
    const other = pairPage({
      ranking: boardRanking,
      comparison: turned,
      pair,
      attempts: [],
      topics: new Map(),
      links: boardLinks,
    });
    expect(englishOf(other)).toContain("acme/large is ahead of acme/small by ");
  });

  it("has a bar for each trading task and each topic, and a link to the attempts of both", () => {
    const [trading = "", engineering = "", quiz = ""] = page.match(/<svg class="plot"[\s\S]*?<\/svg>/g) ?? [];
    expect(trading.match(/>design-\d+</g)?.length).toBe(9);
    expect(engineering.match(/>(implement|speed)-\d+</g)?.length).toBe(2);
    expect(quiz).toContain('<tspan class="zh">交易成本</tspan>');
    expect(page).toContain('href="strategies/acme%2Fsmall/design-1/en-0.html"');
    expect(page).toContain('href="tasks/design-1.html"');
  });

  it("contributions add up to the difference of the overall scores, the largest first", () => {
    const units = contributions(comparison, boardRanking.weights);
    const sum = units.reduce((total, unit) => total + unit.contribution, 0);
    expect(sum).toBeCloseTo(comparison.overall?.value ?? 0, 10);
    const sizes = units.map((unit) => Math.abs(unit.contribution));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it("contributions add up whatever the scores", () => {
    const score = fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
    const list = fc.array(score, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(list, list, list, list, (a, b, quizA, quizB) => {
        const input = makeInput({ a: { tasks: a, quiz: quizA }, b: { tasks: b, quiz: quizB } });
        const found = comparePair(input, { a: "a", b: "b" });
        const sum = contributions(found, input.weights).reduce((total, unit) => total + unit.contribution, 0);
        expect(sum).toBeCloseTo(found.overall?.value ?? Number.NaN, 9);
      }),
    );
  });

  it("of contributions 5, 3, 1 and −4 one makes more than half for a, and one for b", () => {
    const units = [5, 3, 1, -4].map((contribution) => ({
      part: "trading" as const,
      unit: "",
      a: 0,
      b: 0,
      difference: 0,
      contribution,
    }));
    expect([halfOf(units, 1), halfOf(units, -1)]).toEqual([1, 1]);
    expect(halfOf(units.slice(1), 1)).toBe(1);
    expect(halfOf([], 1)).toBe(0);
  });
});
