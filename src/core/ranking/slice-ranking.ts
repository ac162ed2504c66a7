import type { Plan } from "../manifest.ts";
import type { RankingInput } from "./ranking-input.ts";

/** What a ranking can be cut by. */
export const sliceKinds = ["track", "level", "lang", "class", "tag"] as const;

/** One way to cut a ranking. */
export type SliceKind = (typeof sliceKinds)[number];

/** One part of a ranking's input: what has this track, level, language, market class or tag. */
export interface Slice {
  readonly by: SliceKind;
  readonly value: string;
  readonly input: RankingInput;
}

/**
 * The ranking's input cut into slices, sorted by value; each is ranked on its own, with rank ranges of its own. By
 * language the slices hold tasks and quiz in that language; by all else they hold strategy tasks and no quiz. A task
 * of several classes or tags is in the slice of each.
 */
export function sliceRanking(input: RankingInput, plan: Plan, by: SliceKind): Slice[] {
  if (by === "lang")
    return [...plan.langs].sort().map((lang) => ({ by, value: lang, input: inLang(input, plan, lang) }));
  const tasks = new Map<string, string[]>();
  for (const task of plan.tasks) {
    for (const value of valuesOf(task, by)) tasks.set(value, [...(tasks.get(value) ?? []), task.id]);
  }
  const { attemptsPerTask } = input.expected;
  return [...tasks.keys()].sort().map((value) => ({
    by,
    value,
    input: { ...input, answers: [], expected: { tasks: tasks.get(value) ?? [], templates: [], attemptsPerTask } },
  }));
}

function inLang(input: RankingInput, plan: Plan, lang: string): RankingInput {
  return {
    ...input,
    attempts: input.attempts.filter((attempt) => attempt.lang === lang),
    answers: input.answers.filter((answer) => answer.lang === lang),
    expected: { ...input.expected, attemptsPerTask: plan.attempts, answers: plan.quiz.questions.length },
  };
}

function valuesOf(task: Plan["tasks"][number], by: Exclude<SliceKind, "lang">): readonly string[] {
  if (by === "track") return [task.track];
  if (by === "level") return [`${task.level}`];
  return by === "class" ? task.classes : task.tags;
}
