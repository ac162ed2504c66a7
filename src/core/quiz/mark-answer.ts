import { parseAnswer } from "./parse-answer.ts";
import type { Question, QuizMark } from "./question.ts";

/**
 * Marks a reply. Choices are corrected for guessing: 1 right, −1/(m−1) wrong of m options, so that blind guessing
 * averages 0. Numbers are 1 within the tolerance (its edge counts), else 0. An unreadable answer is 0, and counted apart.
 */
export function markAnswer(question: Question, reply: string): QuizMark {
  const given = parseAnswer(reply, question);
  if (given === null) return { score: 0, outcome: "unparsable", given: null };
  const { answer } = question;
  if (given.kind === "choice") {
    const key = answer.kind === "choice" ? answer.key : -1;
    const options = answer.kind === "choice" ? answer.misconceptions.length : 2;
    return given.index === key
      ? { score: 1, outcome: "right", given: given.index }
      : { score: -1 / (options - 1), outcome: "wrong", given: given.index };
  }
  const isRight = answer.kind === "numeric" && isWithin(given.value, answer.value, answer.tolerance);
  return { score: isRight ? 1 : 0, outcome: isRight ? "right" : "wrong", given: given.value };
}

/** The edge of the tolerance counts: the slack is for its binary representation only. */
function isWithin(value: number, key: number, tolerance: number): boolean {
  return Math.abs(value - key) <= tolerance + 1e-12 * Math.max(tolerance, Math.abs(key));
}
