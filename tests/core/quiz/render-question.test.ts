import { describe, expect, it } from "vitest";
import { hmacSha256 } from "../../../src/adapters/hmac.ts";
import { composeQuiz } from "../../../src/core/quiz/compose-quiz.ts";
import { quizItems } from "../../../src/core/quiz/items/index.ts";
import { markAnswer } from "../../../src/core/quiz/mark-answer.ts";
import { publicRelease } from "../../../src/core/quiz/release.ts";
import { optionLetter, quizSystemPrompt, renderQuestion } from "../../../src/core/quiz/render-question.ts";
import { quizTemplates } from "../../../src/core/quiz/templates/index.ts";
import { choiceQuestion, numericQuestion } from "./sample-questions.ts";

describe("renderQuestion", () => {
  it("shows text, options and the form of the answer", () => {
    expect(renderQuestion(choiceQuestion, "en")).toBe(
      'Which?\n\nA. 12.5%\nB. It rises\nC. It falls\nD. 1,250 USD\n\nEnd with a single line "ANSWER: X", where X is one letter from A to D.',
    );
    expect(renderQuestion(choiceQuestion, "zh")).toContain("B. 上升\nC. 下跌");
  });

  it("states unit and tolerance of a number", () => {
    expect(renderQuestion(numericQuestion("years"), "en")).toContain("Unit: years. Answers within ±0.001");
    expect(renderQuestion(numericQuestion("cents", 7, 0), "en")).toContain("Only the exact number counts");
    expect(renderQuestion(numericQuestion("cents", 7, 0), "zh")).toContain("只有精确值算正确");
  });

  it("shows neither key nor misconceptions", () => {
    expect(renderQuestion(choiceQuestion, "en")).not.toMatch(/null|misconception|key/i);
  });

  it("gives the system prompt in both languages with the same two examples", () => {
    for (const lang of ["en", "zh"] as const) {
      expect(quizSystemPrompt(lang).match(/^ANSWER: .+$/gm)).toEqual(["ANSWER: C", "ANSWER: 0.1234"]);
    }
  });

  it("asks questions whose key, answered as shown, is marked right, and whose wrong options are not", () => {
    const paper = composeQuiz({ ...publicRelease, hmac: hmacSha256, templates: quizTemplates, items: quizItems });
    for (const question of paper) {
      const { answer } = question;
      if (answer.kind === "numeric") {
        expect(markAnswer(question, `ANSWER: ${answer.value} ${answer.unit.en}`).outcome, question.id).toBe("right");
        expect(markAnswer(question, `答案：${answer.value}${answer.unit.zh}`).outcome, question.id).toBe("right");
        continue;
      }
      answer.options.en.forEach((option, i) => {
        const outcome = i === answer.key ? "right" : "wrong";
        expect(markAnswer(question, `ANSWER: ${optionLetter(i)}. ${option}`).outcome, question.id).toBe(outcome);
        expect(markAnswer(question, `ANSWER: ${option}`).outcome, `${question.id} ${option}`).toBe(outcome);
        expect(markAnswer(question, `答案：${answer.options.zh[i]}`).outcome, question.id).toBe(outcome);
      });
    }
  });
});
