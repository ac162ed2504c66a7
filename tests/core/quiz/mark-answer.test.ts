import { describe, expect, it } from "vitest";
import { markAnswer } from "../../../src/core/quiz/mark-answer.ts";
import { choiceQuestion, numericQuestion } from "./sample-questions.ts";

describe("markAnswer", () => {
  it("gives 1 for the right of 4 options, −1/3 for a wrong one, 0 for none", () => {
    expect(markAnswer(choiceQuestion, "ANSWER: C")).toEqual({ score: 1, outcome: "right", given: 2 });
    expect(markAnswer(choiceQuestion, "ANSWER: A")).toEqual({ score: -1 / 3, outcome: "wrong", given: 0 });
    expect(markAnswer(choiceQuestion, "ANSWER: ?")).toEqual({ score: 0, outcome: "unparsable", given: null });
  });

  it("averages 0 over blind guesses", () => {
    const scores = ["A", "B", "C", "D"].map((letter) => markAnswer(choiceQuestion, `ANSWER: ${letter}`).score);
    expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 15);
  });

  it("counts a number on the edge of its tolerance, 0.126 for 0.125 ± 0.001, and none beyond", () => {
    const question = numericQuestion("fraction");
    expect(markAnswer(question, "ANSWER: 0.126")).toEqual({ score: 1, outcome: "right", given: 0.126 });
    expect(markAnswer(question, "ANSWER: 0.124").score).toBe(1);
    expect(markAnswer(question, "ANSWER: 12.6%").score).toBe(1);
    expect(markAnswer(question, "ANSWER: 0.12601")).toEqual({ score: 0, outcome: "wrong", given: 0.12601 });
    expect(markAnswer(question, "ANSWER: 12.5")).toEqual({ score: 0, outcome: "wrong", given: 12.5 });
  });

  it("wants whole numbers exactly where the tolerance is 0: 2,000,000,001 is not 2,000,000,000", () => {
    const question = numericQuestion("cents", 2_000_000_000, 0);
    expect(markAnswer(question, "ANSWER: 2,000,000,000").score).toBe(1);
    expect(markAnswer(question, "ANSWER: 2,000,000,001").score).toBe(0);
  });
});
