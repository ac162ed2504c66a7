import type { Question } from "../../../src/core/quiz/question.ts";

const common = {
  template: "sample-question",
  topic: "statistics",
  level: 1,
  text: { en: "Which?", zh: "哪个？" },
  rotationOf: null,
} as const;

/** A choice of four whose key is C. */
export const choiceQuestion: Question = {
  ...common,
  id: "sample-question#0",
  answer: {
    kind: "choice",
    options: {
      en: ["12.5%", "It rises", "It falls", "1,250 USD"],
      zh: ["12.5%", "上升", "下跌", "1,250 美元"],
    },
    key: 2,
    misconceptions: ["a", "b", null, "d"],
  },
};

/** A question for a number in a unit of that English name. */
export function numericQuestion(unit: string, value = 0.125, tolerance = 0.001): Question {
  return {
    ...common,
    id: "sample-question#1",
    answer: { kind: "numeric", value, tolerance, unit: { en: unit, zh: unit } },
  };
}
