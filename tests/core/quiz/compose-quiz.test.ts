import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha256 } from "../../../src/adapters/hmac.ts";
import { composeQuiz, type QuizPlan } from "../../../src/core/quiz/compose-quiz.ts";
import { instantiate } from "../../../src/core/quiz/instantiate.ts";
import { quizItems } from "../../../src/core/quiz/items/index.ts";
import type { Question } from "../../../src/core/quiz/question.ts";
import { inRelease, publicRelease } from "../../../src/core/quiz/release.ts";
import { quizTemplates } from "../../../src/core/quiz/templates/index.ts";

const plan: QuizPlan = { ...publicRelease, hmac: hmacSha256, templates: quizTemplates, items: quizItems };
const paper = composeQuiz(plan);

type Choice = Extract<Question["answer"], { kind: "choice" }>;

function choices(questions: readonly Question[]): readonly Choice[] {
  return questions.flatMap(({ answer }) => (answer.kind === "choice" ? [answer] : []));
}

function keyCounts(questions: readonly Question[]): readonly number[] {
  const counts = [0, 0, 0, 0];
  for (const { key } of choices(questions)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

describe("composeQuiz", () => {
  it("asks each template and item once, then 3 of the 28 choices in a second rotation", () => {
    expect(paper.filter((question) => question.rotationOf === null).map((question) => question.id)).toEqual(
      [...quizTemplates, ...quizItems].map((entry) => `${entry.id}#0`),
    );
    expect(choices(paper.filter((question) => question.rotationOf === null))).toHaveLength(28);
    expect(paper.filter((question) => question.rotationOf !== null)).toHaveLength(3);
    expect(new Set(paper.map((question) => question.id)).size).toBe(paper.length);
  });

  it("asks for a number in at least 40 % of the questions", () => {
    const numeric = paper.filter((question) => question.answer.kind === "numeric").length;
    expect(numeric / paper.length).toBeGreaterThanOrEqual(0.4);
  });

  it("gives the same bytes for the same secret and other numbers for another", () => {
    expect(JSON.stringify(composeQuiz(plan))).toBe(JSON.stringify(paper));
    const other = composeQuiz({ ...plan, secret: "another" });
    const texts = new Set(paper.map((question) => question.text.en));
    const templated = other.filter((question) => !question.template.startsWith("item-"));
    expect(templated.filter((question) => texts.has(question.text.en)).length).toBeLessThanOrEqual(1);
    expect(other.map((question) => question.template).slice(0, 55)).toEqual(
      paper.map((question) => question.template).slice(0, 55),
    );
  });

  it("gives other numbers in another release", () => {
    const later = composeQuiz({ ...plan, release: "2027-01" });
    expect(later[0]?.text.en).not.toBe(paper[0]?.text.en);
  });

  it("puts 31 keys at A, B, C and D 7 or 8 times each", () => {
    expect(keyCounts(paper).toSorted()).toEqual([7, 8, 8, 8]);
  });

  it("turns the options of a second asking without changing their order", () => {
    for (const second of paper.filter((question) => question.rotationOf !== null)) {
      const first = paper.find((question) => question.id === second.rotationOf);
      const [a, b] = choices([first ?? second, second]);
      expect(second.id).toBe(`${second.rotationOf}r`);
      expect(b?.key).not.toBe(a?.key);
      const turned = [...(a?.options.en ?? [])];
      const by = ((a?.key ?? 0) - (b?.key ?? 0) + 4) % 4;
      expect(b?.options.en).toEqual([...turned.slice(by), ...turned.slice(0, by)]);
      expect(b?.options.en[b.key]).toBe(a?.options.en[a.key]);
      expect(b?.misconceptions[b.key]).toBeNull();
    }
  });

  it("balances the keys and separates the rotations for any secret, share and count", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(80),
        (secret, rotationShare, count) => {
          const questions = composeQuiz({ ...plan, secret, rotationShare, count });
          const counts = keyCounts(questions);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          expect(questions.filter((question) => question.rotationOf === null)).toHaveLength(count);
          for (const second of questions.filter((question) => question.rotationOf !== null)) {
            const first = questions.filter((question) => question.id === second.rotationOf);
            expect(choices(first)[0]?.key).not.toBe(choices([second])[0]?.key);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("marks exactly the key as free of misconceptions, and shows no option twice", () => {
    for (const answer of choices(paper)) {
      expect(answer.misconceptions.flatMap((name, i) => (name === null ? [i] : []))).toEqual([answer.key]);
      expect(new Set(answer.options.en).size).toBe(4);
      expect(new Set(answer.options.zh).size).toBe(4);
    }
  });

  it("repeats templates with new numbers when more is asked for than there is", () => {
    const long = composeQuiz({ ...plan, count: 60, rotationShare: 0 });
    expect(long).toHaveLength(60);
    expect(long[55]?.id).toBe(`${quizTemplates[0]?.id}#1`);
    expect(long[55]?.text.en).not.toBe(long[0]?.text.en);
  });

  it("leaves out what is retired or not yet released", () => {
    const items = quizItems.map((item, i) => (i === 0 ? { ...item, retired: "2026-11-30" } : item));
    expect(composeQuiz({ ...plan, items, rotationShare: 0 })).toHaveLength(54);
    expect(inRelease({ released: "2026-11-01", retired: null }, "2026-10")).toBe(false);
    expect(inRelease({ released: "2026-11-01", retired: null }, "2026-11")).toBe(true);
    expect(inRelease({ released: "2026-11-01", retired: "2027-02-01" }, "2027-01")).toBe(true);
  });
});

describe("instantiate", () => {
  it("seeds by HMAC(secret, release | template | index)", () => {
    const asked: string[] = [];
    const hmac = (key: string, text: string): string => {
      asked.push(`${key}/${text}`);
      return hmacSha256(key, text);
    };
    const template = quizTemplates[0];
    if (template === undefined) throw new Error("no template");
    const seed = { secret: "s", release: "2026-11", index: 3, hmac };
    expect(instantiate(template, seed)).toEqual(instantiate(template, seed));
    expect(asked).toEqual(["s/2026-11|returns-compound|3", "s/2026-11|returns-compound|3"]);
    expect(instantiate(template, { ...seed, index: 4 })).not.toEqual(instantiate(template, seed));
  });
});
