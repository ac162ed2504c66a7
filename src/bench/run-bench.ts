import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import type { Plan } from "../core/manifest.ts";
import type { Question } from "../core/quiz/question.ts";
import { askedOf } from "../core/suite/asked-of.ts";
import type { Lang } from "../core/task.ts";
import type { Compiler, ModelClient, RunStore, Sandbox } from "./ports.ts";
import { runAttempt } from "./run-attempt.ts";
import { runQuestion } from "./run-question.ts";
import { type TaskContext, taskPaths } from "./task-context.ts";

/** What happens while a run goes on. */
export type BenchEvent =
  | { readonly kind: "launch"; readonly model: string; readonly total: number; readonly done: number }
  | { readonly kind: "attempt"; readonly attempt: Attempt }
  | { readonly kind: "answer"; readonly answer: QuizAnswer };

/** A run to be made or gone on with. */
export interface BenchInput {
  readonly plan: Plan;
  readonly clients: readonly ModelClient[];
  /** The context of a task, prepared once. */
  readonly context: (task: string) => Promise<TaskContext>;
  readonly questions: readonly Question[];
  readonly store: RunStore;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
  /** Ask again where the world failed before. */
  readonly retryErrors: boolean;
  readonly onEvent: (event: BenchEvent) => void;
  /** When aborted nothing new is asked; what is in flight is finished and stored. */
  readonly signal: AbortSignal;
}

type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Asks every model everything of the plan that the store does not hold yet. Models work side by side. After an error
 * (a full disk, a fault of ours) nothing new is asked; what is in flight is finished, then the error is thrown.
 * `interrupted` is false where the signal came too late to leave anything undone.
 */
export async function runBench(input: BenchInput): Promise<{ readonly interrupted: boolean }> {
  const stored = { attempts: [...input.store.attempts], answers: [...input.store.answers] };
  const prepared = new Set<string>();
  const context = async (task: string): Promise<TaskContext> => {
    const found = await input.context(task);
    if (!prepared.has(task)) {
      prepared.add(task);
      await input.store.addTaskPaths(taskPaths(found));
    }
    return found;
  };
  const shared = { ...input, context };
  const guard = createGuard(input.signal);
  const running = input.clients.flatMap((client) => {
    const all = [...attemptWork(shared, client), ...questionWork(shared, client)];
    const done = doneItems(stored, client.model.id, input.retryErrors);
    const open = all.filter((work) => !done.has(work.key));
    input.onEvent({ kind: "launch", model: client.model.id, total: all.length, done: all.length - open.length });
    return open.map((work) => guard.run(work.run));
  });
  await Promise.all(running);
  return { interrupted: guard.settle() };
}

/** Runs work that ends early without a word once the run is interrupted, or once other work has thrown. */
function createGuard(interrupt: AbortSignal): {
  run(work: Work): Promise<void>;
  /** Throws the first error; else says whether work was left undone. */
  settle(): boolean;
} {
  const failed = new AbortController();
  const signal = AbortSignal.any([interrupt, failed.signal]);
  let first: { readonly error: unknown } | null = null;
  let undone = false;
  return {
    run: async (work) => {
      try {
        await work(signal);
      } catch (error) {
        undone = true;
        if (signal.aborted) return;
        first = { error };
        failed.abort();
      }
    },
    settle: () => {
      if (first !== null) throw first.error;
      return undone;
    },
  };
}

function attemptWork(input: BenchInput, client: ModelClient): { key: string; run: Work }[] {
  const { tasks, langs, attempts } = askedOf(client.model, input.plan);
  return tasks.flatMap((task) =>
    langs.flatMap((lang) =>
      Array.from({ length: attempts }, (_, attempt) => ({
        key: attemptKey({ task: task.id, lang, attempt }),
        run: (signal: AbortSignal) => makeAttempt(input, client, { task: task.id, lang, attempt }, signal),
      })),
    ),
  );
}

async function makeAttempt(
  input: BenchInput,
  client: ModelClient,
  which: { readonly task: string; readonly lang: Lang; readonly attempt: number },
  signal: AbortSignal,
): Promise<void> {
  const { store, sandbox, compiler, onEvent } = input;
  const context = await input.context(which.task);
  const { attempt, curves } = await runAttempt({ ...which, context, client, sandbox, compiler, signal });
  if (curves) await store.addCurves(attempt, curves);
  await store.addAttempt(attempt);
  onEvent({ kind: "attempt", attempt });
}

function questionWork(input: BenchInput, client: ModelClient): { key: string; run: Work }[] {
  const { questions, langs } = askedOf(client.model, input.plan);
  const asked = new Set(questions.map((question) => question.id));
  return input.questions
    .filter((question) => asked.has(question.id))
    .flatMap((question) =>
      langs.map((lang) => ({
        key: questionKey({ question: question.id, lang }),
        run: async (signal: AbortSignal) => {
          const answer = await runQuestion({ question, lang, client, signal });
          await input.store.addAnswer(answer);
          input.onEvent({ kind: "answer", answer });
        },
      })),
    );
}

const attemptKey = (of: { readonly task: string; readonly lang: Lang; readonly attempt: number }): string =>
  `task ${of.task} ${of.lang} ${of.attempt}`;

const questionKey = (of: { readonly question: string; readonly lang: Lang }): string =>
  `quiz ${of.question} ${of.lang}`;

function doneItems(
  stored: { readonly attempts: readonly Attempt[]; readonly answers: readonly QuizAnswer[] },
  model: string,
  retryErrors: boolean,
): ReadonlySet<string> {
  const counts = (record: Attempt | QuizAnswer): boolean =>
    record.model === model && !(retryErrors && record.notAttempted !== null);
  return new Set([
    ...stored.attempts.filter(counts).map(attemptKey),
    ...stored.answers.filter(counts).map(questionKey),
  ]);
}
