import type { QuizAnswer } from "../core/attempt.ts";
import { WorldError } from "../core/failure.ts";
import type { Message } from "../core/message.ts";
import { markAnswer } from "../core/quiz/mark-answer.ts";
import type { Question } from "../core/quiz/question.ts";
import { quizSystemPrompt, renderQuestion } from "../core/quiz/render-question.ts";
import type { Lang } from "../core/task.ts";
import type { ModelClient } from "./ports.ts";

/** The messages of a question. */
export function quizMessages(question: Question, lang: Lang): readonly Message[] {
  return [
    { role: "system", content: quizSystemPrompt(lang) },
    { role: "user", content: renderQuestion(question, lang) },
  ];
}

/** Asks one question and marks the answer. */
export async function runQuestion(input: {
  readonly question: Question;
  readonly lang: Lang;
  readonly client: ModelClient;
  readonly signal?: AbortSignal;
}): Promise<QuizAnswer> {
  const { question, lang, client, signal } = input;
  const blank: QuizAnswer = {
    version: 1,
    model: client.model.id,
    question: question.id,
    template: question.template,
    topic: question.topic,
    level: question.level,
    lang,
    attempt: 0,
    messages: quizMessages(question, lang),
    reply: null,
    notAttempted: null,
    mark: null,
  };
  try {
    const request = { messages: blank.messages, item: question.id, lang, attempt: 0 };
    const reply = await client.ask({ ...request, ...(signal ? { signal } : {}) });
    return { ...blank, reply, mark: markAnswer(question, reply.text) };
  } catch (error) {
    if (signal?.aborted || !(error instanceof WorldError)) throw error;
    return { ...blank, notAttempted: error.message };
  }
}
