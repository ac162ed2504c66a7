import type { Stop, Usage } from "../../core/reply.ts";

/** What one successful call said, in either API style. */
export interface Answer {
  readonly text: string;
  readonly stop: Stop;
  readonly usage: Usage;
  readonly servedModel: string | null;
}

/** Thrown when an endpoint answers 200 with something that is no reply; the call is tried again. */
export class MalformedAnswerError extends Error {
  override readonly name = "MalformedAnswerError";
}

/** Usage of an endpoint that states none. */
export const unknownUsage: Usage = {
  inputTokens: null,
  cachedTokens: null,
  outputTokens: null,
  reasoningTokens: null,
};

/** Longest reply text that is kept, UTF-16 units. */
export const maxReplyLength: number = 5 * 1024 * 1024;

/**
 * The answer, with its text bounded: a reply longer than `maxReplyLength` is cut there and counts as stopped for its
 * length. A text of nothing but white space is `empty`, unless the call stopped for another reason.
 */
export function boundAnswer(answer: Answer): Answer {
  if (answer.text.length > maxReplyLength) {
    return { ...answer, text: answer.text.slice(0, maxReplyLength), stop: "length" };
  }
  return answer.stop === "stop" && answer.text.trim() === "" ? { ...answer, stop: "empty" } : answer;
}
