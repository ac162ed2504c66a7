import { findAnswer } from "./find-answer.ts";
import type { Question } from "./question.ts";
import { readChoice } from "./read-choice.ts";
import { readQuantity } from "./read-quantity.ts";

/** An answer as read from a reply, in the terms of the question. */
export type ParsedAnswer =
  | { readonly kind: "choice"; readonly index: number }
  | { readonly kind: "numeric"; readonly value: number };

/**
 * Reads the answer of a reply; null if there is none, or more than one at once ("A or C", "0.1 to 0.2"). The last line
 * that starts with ANSWER (or 答案) decides; without one, the last \boxed{…}; then the last "answer:" inside a line;
 * last, a reply that is nothing but the answer. Linear in the length of the reply.
 */
export function parseAnswer(reply: string, question: Question): ParsedAnswer | null {
  const found = findAnswer(reply);
  if (found === null) return null;
  const { answer } = question;
  if (answer.kind === "choice") {
    const index = readChoice(found, answer.options);
    return index === null ? null : { kind: "choice", index };
  }
  const value = readQuantity(found, answer.unit.en);
  return value === null ? null : { kind: "numeric", value };
}
