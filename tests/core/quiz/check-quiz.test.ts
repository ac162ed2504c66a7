import { describe, expect, it } from "vitest";
import { hmacSha256 } from "../../../src/adapters/hmac.ts";
import { checkItem, checkItemWording } from "../../../src/core/quiz/check-item.ts";
import { checkQuiz } from "../../../src/core/quiz/check-quiz.ts";
import { checkTemplate } from "../../../src/core/quiz/check-template.ts";
import { type QuizItem, right, wrong } from "../../../src/core/quiz/item.ts";
import { quizItems } from "../../../src/core/quiz/items/index.ts";
import { between } from "../../../src/core/quiz/parameter.ts";
import { publicRelease, sinceFirst } from "../../../src/core/quiz/release.ts";
import { num } from "../../../src/core/quiz/show.ts";
import { type AnswerForm, defineTemplate, type QuizTemplate } from "../../../src/core/quiz/template.ts";
import { quizTemplates } from "../../../src/core/quiz/templates/index.ts";
import { topics } from "../../../src/core/quiz/topics.ts";
import { units } from "../../../src/core/quiz/unit.ts";

const plan = { ...publicRelease, hmac: hmacSha256, templates: quizTemplates, items: quizItems };

/** A sound template about the double of a number, with parts replaced. */
function double(change: Partial<QuizTemplate> = {}): QuizTemplate {
  const base = defineTemplate({
    id: "double-of-a-number",
    topic: "statistics",
    level: 1,
    ...sinceFirst,
    parameters: { x: between(10, 99, 0.5) },
    answer: { kind: "numeric", unit: units.usd, decimals: 1, tolerance: 0.1 },
    text: ({ x }) => ({ en: `Double ${num(x)}?`, zh: `${num(x)} 的两倍？` }),
    solve: ({ x }) => 2 * x,
    misconceptions: { half: ({ x }) => x / 2, same: ({ x }) => x, triple: ({ x }) => 3 * x },
  });
  return { ...base, ...change };
}

const choice: AnswerForm = { kind: "choice", unit: units.usd, decimals: 1 };
const x = (values: Readonly<Record<string, number | readonly number[]>>): number =>
  typeof values["x"] === "number" ? values["x"] : Number.NaN;

/** Three misconceptions below and three above the key. */
const bothSides: QuizTemplate["misconceptions"] = {
  half: (v) => x(v) / 2,
  same: (v) => x(v),
  more: (v) => 1.5 * x(v),
  triple: (v) => 3 * x(v),
  fourfold: (v) => 4 * x(v),
  fivefold: (v) => 5 * x(v),
};

function found(template: QuizTemplate): readonly string[] {
  return checkTemplate(template, 300).map((finding) => finding.check);
}

describe("checkQuiz", () => {
  it("accepts all templates over 1,000 draws each, all items, and the paper", { timeout: 120_000 }, () => {
    const check = checkQuiz(plan);
    expect(check.findings).toEqual([]);
    expect(check.draws).toBe(1000);
    expect(check.numericShare).toBeGreaterThanOrEqual(0.4);
  });

  it("finds an id used twice, a missing topic, and too few numbers", () => {
    const twice = checkQuiz({ ...plan, items: [...quizItems, ...quizItems.slice(0, 1)] }, { draws: 100 });
    expect(twice.findings.map((finding) => finding.check)).toContain("id");
    const bare = checkQuiz({ ...plan, templates: [], items: quizItems.slice(0, 3) }, { draws: 100 });
    const checks = bare.findings.map((finding) => finding.check);
    expect(checks).toContain("numeric share");
    expect(checks.filter((check) => check === "topics").length).toBeGreaterThan(topics.length / 2);
  });
});

describe("checkTemplate", () => {
  it("accepts a sound number and a sound choice", () => {
    expect(found(double())).toEqual([]);
    expect(found(double({ answer: choice, misconceptions: bothSides }))).toEqual([]);
  });

  it("finds a key that is always the largest: no fair draw", () => {
    const below = { half: bothSides["half"], same: bothSides["same"], more: bothSides["more"] };
    expect(found(double({ answer: choice, misconceptions: below as QuizTemplate["misconceptions"] }))).toContain(
      "draw",
    );
  });

  it("finds a key that is the only negative number more often than chance", () => {
    const misconceptions: QuizTemplate["misconceptions"] = {
      a: (v) => x(v),
      b: (v) => 2 * x(v),
      c: (v) => 3 * x(v),
      d: (v) => (x(v) > 50 ? 0 : 1) * -4 * x(v) - 1,
      e: (v) => (x(v) > 50 ? 0 : 1) * -5 * x(v) - 2,
      f: (v) => (x(v) > 50 ? 0 : 1) * -6 * x(v) - 3,
    };
    expect(found(double({ answer: choice, solve: (v) => -2 * x(v), misconceptions }))).toContain(
      "shortcut only negative",
    );
  });

  it("finds a hidden and a rounded parameter", () => {
    expect(found(double({ text: () => ({ en: "Double it?", zh: "两倍？" }) }))).toContain("displayed");
    const rounded = (v: Parameters<typeof x>[0]) => ({
      en: `Double ${Math.round(x(v))}?`,
      zh: `${Math.round(x(v))} 的两倍？`,
    });
    expect(found(double({ text: rounded }))).toContain("displayed");
  });

  it("finds a number that stands in one language only", () => {
    const text = (v: Parameters<typeof x>[0]) => ({
      en: `Double ${num(x(v))} of 252 days?`,
      zh: `${num(x(v))} 的两倍？`,
    });
    expect(found(double({ text }))).toContain("numbers");
  });

  it("finds fewer than 3 misconceptions and a bad tolerance", () => {
    expect(found(double({ misconceptions: { half: (v) => x(v) / 2 } }))).toContain("misconceptions");
    const answer: AnswerForm = { kind: "numeric", unit: units.usd, decimals: 1, tolerance: -1 };
    expect(found(double({ answer }))).toContain("tolerance");
  });

  it("finds a misconception that can never be told from the key", () => {
    const misconceptions = { ...double().misconceptions, nearly: (v: Parameters<typeof x>[0]) => 2 * x(v) + 0.05 };
    expect(found(double({ misconceptions }))).toContain("draw");
  });

  it("finds a solver that is not a number", () => {
    expect(found(double({ solve: () => Number.NaN }))).toContain("draw");
  });
});

const item: QuizItem = {
  id: "item-sample",
  topic: "costs",
  level: 1,
  ...sinceFirst,
  text: { en: "Which of them?", zh: "哪一个？" },
  options: [right("one", "甲"), wrong("m1", "two", "乙"), wrong("m2", "three", "丙"), wrong("m3", "four", "丁")],
};

describe("checkItem", () => {
  const checks = (change: Partial<QuizItem>): readonly string[] =>
    checkItem({ ...item, ...change }).map((finding) => finding.check);

  it("accepts a sound item", () => {
    expect(checks({})).toEqual([]);
  });

  it("finds two keys, three options, an unnamed misconception, equal options and missing Chinese", () => {
    expect(checks({ options: item.options.map((option) => ({ ...option, misconception: null })) })).toEqual(["key"]);
    expect(checks({ options: item.options.slice(0, 3) })).toEqual(["options"]);
    expect(checks({ options: [...item.options.slice(0, 3), wrong(" ", "four", "丁")] })).toEqual(["misconceptions"]);
    expect(checks({ options: [...item.options.slice(0, 3), wrong("m", "three", "丁")] })).toEqual(["collision"]);
    expect(checks({ text: { en: "Which of them?", zh: "Which one?" } })).toEqual(["text"]);
    expect(checks({ text: { en: "Which of 3?", zh: "哪一个？" } })).toEqual(["numbers"]);
  });

  it("finds keys that are the longest option in 12 of 12 items", () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      ...item,
      id: `item-${i}`,
      options: [right("by far the longest", "最长的一个"), ...item.options.slice(1)],
    }));
    expect(checkItemWording(items).map((finding) => finding.check)).toEqual([
      "shortcut longest text (en)",
      "shortcut longest text (zh)",
    ]);
    expect(checkItemWording(quizItems)).toEqual([]);
  });
});

describe("items of the quiz", () => {
  it("are at least 20 over every topic, at three levels", () => {
    expect(quizItems.length).toBeGreaterThanOrEqual(20);
    expect(new Set(quizItems.map((entry) => entry.topic))).toEqual(new Set(topics));
    expect(new Set(quizItems.map((entry) => entry.level))).toEqual(new Set([1, 2, 3]));
  });
});
