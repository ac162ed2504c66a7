import type { Plan } from "../manifest.ts";
import type { Model } from "../model.ts";
import { tradingTracks } from "../task.ts";

/** The part of a plan that one model is asked. */
export type Asked = Pick<Plan, "tasks" | "langs" | "attempts"> & { readonly questions: Plan["quiz"]["questions"] };

/**
 * What a model is asked of a plan: all of it. A baseline is a program that can only trade, and trades the same each time
 * and in each language: it is asked every trading task once, and no question.
 */
export function askedOf(model: Model, plan: Plan): Asked {
  const { tasks, langs, attempts, quiz } = plan;
  if (model.provider.kind !== "baseline") return { tasks, langs, attempts, questions: quiz.questions };
  return {
    tasks: tasks.filter((task) => tradingTracks.includes(task.track)),
    langs: langs.slice(0, 1),
    attempts: 1,
    questions: [],
  };
}
