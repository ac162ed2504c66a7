import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAnswer } from "../../../src/core/quiz/parse-answer.ts";
import { formatFixed } from "../../../src/core/quiz/unit.ts";
import { choiceQuestion, numericQuestion } from "./sample-questions.ts";

const number = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((n) => n / 10_000);
const prose = fc.constantFrom(
  "",
  "Some working: 3 × 4 = 12.\n\n",
  "# Solution\n\n**Step 1**: A or B?\n",
  "推导：先算 1.5。\n",
);
const decorate = fc.constantFrom(
  (answer: string) => `ANSWER: ${answer}`,
  (answer: string) => `**ANSWER: ${answer}**`,
  (answer: string) => `**Answer:** ${answer}.`,
  (answer: string) => `答案：${answer}`,
  (answer: string) => `ANSWER: \\boxed{${answer}}\n`,
  (answer: string) => `$$\\boxed{${answer}}$$`,
  (answer: string) => `\`ANSWER: ${answer}\`\n\n`,
);

describe("parseAnswer", () => {
  it("reads back any number in any decoration, plain, with separators or in exponent form", () => {
    const write = fc.constantFrom(
      String,
      (x: number) => formatFixed(x, 4),
      (x: number) => x.toExponential(14),
    );
    fc.assert(
      fc.property(number, write, prose, decorate, (value, format, before, wrap) => {
        const parsed = parseAnswer(before + wrap(format(value)), numericQuestion("USD"));
        expect(parsed).toEqual({ kind: "numeric", value: expect.closeTo(value, 6) });
      }),
    );
  });

  it("reads x % of a fraction as x/100, in full-width digits too", () => {
    fc.assert(
      fc.property(number, prose, (value, before) => {
        const wide = `${value}%`.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const text of [`${value}%`, wide]) {
          const parsed = parseAnswer(`${before}ANSWER: ${text}`, numericQuestion("fraction"));
          expect(parsed).toEqual({ kind: "numeric", value: expect.closeTo(value / 100, 6) });
        }
      }),
    );
  });

  it("reads back any letter in any decoration", () => {
    fc.assert(
      fc.property(fc.nat(3), prose, decorate, (index, before, wrap) => {
        const parsed = parseAnswer(before + wrap("ABCD"[index] ?? ""), choiceQuestion);
        expect(parsed).toEqual({ kind: "choice", index });
      }),
    );
  });

  it("never throws, and answers in range whatever the reply", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("ANSWER:", "答案：", "\\boxed{", "<think>", "</think>", "\n", "%", "1e", ",", "-", "C", "0.5"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const reply = pieces.join("");
        const choice = parseAnswer(reply, choiceQuestion);
        if (choice !== null) expect(choice.kind === "choice" && choice.index >= 0 && choice.index < 4).toBe(true);
        const quantity = parseAnswer(reply, numericQuestion("%"));
        if (quantity !== null) expect(quantity.kind === "numeric" && Number.isFinite(quantity.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
