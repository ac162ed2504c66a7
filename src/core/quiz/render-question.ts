import type { Lang } from "../task.ts";
import type { Question } from "./question.ts";

/** The letter of an option: 0 is A. */
export function optionLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** What a model is told before each question. */
export function quizSystemPrompt(lang: Lang): string {
  return lang === "en"
    ? [
        "You answer questions of quantitative finance and trading.",
        "Work as you like, but end your reply with one single line that holds only your answer, for example",
        "ANSWER: C",
        "or, where a number is asked for,",
        "ANSWER: 0.1234",
        "A wrong option costs part of a point; a reply without a readable answer scores nothing.",
      ].join("\n")
    : [
        "你将回答量化金融与交易方面的问题。",
        "推导过程不限，但回复的最后必须单独有一行，只写答案，例如",
        "ANSWER: C",
        "若题目要求数值，则例如",
        "ANSWER: 0.1234",
        "选错倒扣部分分数；回复中读不出答案则不得分。",
      ].join("\n");
}

/** The question as the user message: text, options or unit and tolerance, and the form of the answer. */
export function renderQuestion(question: Question, lang: Lang): string {
  const { answer } = question;
  const body =
    answer.kind === "choice"
      ? answer.options[lang].map((option, i) => `${optionLetter(i)}. ${option}`).join("\n")
      : numericForm(answer, lang);
  return `${question.text[lang]}\n\n${body}\n\n${lastLine(answer, lang)}`;
}

function numericForm(answer: Extract<Question["answer"], { kind: "numeric" }>, lang: Lang): string {
  const unit = answer.unit[lang];
  if (answer.tolerance === 0) {
    return lang === "en"
      ? `Unit: ${unit}. Only the exact number counts as right.`
      : `单位：${unit}。只有精确值算正确。`;
  }
  return lang === "en"
    ? `Unit: ${unit}. Answers within ±${answer.tolerance} of the exact value count as right.`
    : `单位：${unit}。与精确值相差不超过 ±${answer.tolerance} 即算正确。`;
}

function lastLine(answer: Question["answer"], lang: Lang): string {
  if (answer.kind === "choice") {
    const last = optionLetter(answer.misconceptions.length - 1);
    return lang === "en"
      ? `End with a single line "ANSWER: X", where X is one letter from A to ${last}.`
      : `最后单独一行写“ANSWER: X”，X 为 A 到 ${last} 中的一个字母。`;
  }
  return lang === "en"
    ? `End with a single line "ANSWER: x", where x is the number in this unit.`
    : "最后单独一行写“ANSWER: x”，x 为以该单位表示的数值。";
}
