import type { Attempt } from "../core/attempt.ts";
import { WorldError } from "../core/failure.ts";
import type { Reply } from "../core/reply.ts";
import type { Lang } from "../core/task.ts";
import type { Compiler, Curves, ModelClient, Sandbox } from "./ports.ts";
import { scoreReply } from "./score-reply.ts";
import type { TaskContext } from "./task-context.ts";

/** One attempt to be made. */
export interface AttemptInput {
  readonly context: TaskContext;
  readonly lang: Lang;
  readonly attempt: number;
  readonly client: ModelClient;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
  readonly signal?: AbortSignal;
}

/** A finished attempt with the curves of its paths; no curves if its code never ran. */
export interface FinishedAttempt {
  readonly attempt: Attempt;
  readonly curves: Curves | null;
}

/** One attempt, whole: prompt → reply → code → positions → backtest → metrics → score. */
export async function runAttempt(input: AttemptInput): Promise<FinishedAttempt> {
  const reply = await askForReply(input);
  const { context, lang, attempt, client, sandbox, compiler } = input;
  return scoreReply({ context, model: client.model.id, lang, attempt, reply, sandbox, compiler });
}

/** The reply, or the words of the world's failure. An abort by the user is thrown: it is no outcome of the attempt. */
async function askForReply(input: AttemptInput): Promise<Reply | { readonly notAttempted: string }> {
  const { context, lang, attempt, client, signal } = input;
  try {
    return await client.ask({
      messages: context.messages[lang],
      item: context.task.id,
      lang,
      attempt,
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted || !(error instanceof WorldError)) throw error;
    return { notAttempted: error.message };
  }
}
