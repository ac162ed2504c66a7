import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import { markAnswer } from "../core/quiz/mark-answer.ts";
import type { Question } from "../core/quiz/question.ts";
import type { Compiler, Sandbox } from "./ports.ts";
import type { FinishedAttempt } from "./run-attempt.ts";
import { scoreReply } from "./score-reply.ts";
import type { TaskContext } from "./task-context.ts";

/** What a stored run is scored with. */
export interface ScoreInput {
  readonly context: (task: string) => Promise<TaskContext>;
  readonly questions: readonly Question[];
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}

/** A stored attempt scored anew from its reply. Its prompt stays as it was sent. */
export async function scoreAttempt(stored: Attempt, input: ScoreInput): Promise<FinishedAttempt> {
  const context = await input.context(stored.task);
  const { attempt, curves } = await scoreReply({
    context,
    model: stored.model,
    lang: stored.lang,
    attempt: stored.attempt,
    reply: stored.reply ?? { notAttempted: stored.notAttempted ?? "no reply was stored" },
    sandbox: input.sandbox,
    compiler: input.compiler,
  });
  return { attempt: { ...attempt, messages: stored.messages }, curves };
}

/** A stored answer marked anew; as it was if its question is not asked any more. */
export function scoreAnswer(stored: QuizAnswer, questions: readonly Question[]): QuizAnswer {
  const question = questions.find((one) => one.id === stored.question);
  if (!question || stored.reply === null) return stored;
  return { ...stored, mark: markAnswer(question, stored.reply.text) };
}
