import type { Dataset } from "../core/market/dataset.ts";
import type { Message } from "../core/message.ts";
import { drawDevelopmentStats } from "../core/paths/development-stats.ts";
import { drawPaths } from "../core/paths/draw-paths.ts";
import type { Path } from "../core/paths/path.ts";
import { storePath } from "../core/paths/stored-path.ts";
import type { Positions } from "../core/positions.ts";
import { renderTaskPrompt } from "../core/prompt/render-task-prompt.ts";
import { type Lang, type Task, tradingTracks } from "../core/task.ts";
import { evaluateProgram } from "./evaluate-program.ts";
import type { Compiler, Sandbox, TaskPaths } from "./ports.ts";

/** All that the attempts at one task share: prompts, paths and what the reference answers. */
export interface TaskContext {
  readonly task: Task;
  readonly seed: string;
  readonly paths: readonly Path[];
  readonly noise: Path;
  readonly messages: Readonly<Record<Lang, readonly Message[]>>;
  /** Positions of the reference on each path; null on trading tracks, which need none. */
  readonly reference: readonly Positions[] | null;
}

/** Draws the paths of a task, renders its prompts and runs its reference. Throws if the reference itself fails. */
export async function prepareTask(input: {
  readonly task: Task;
  readonly datasets: readonly Dataset[];
  readonly contract: string;
  readonly seed: string;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
}): Promise<TaskContext> {
  const { task, datasets, contract, seed } = input;
  const { paths, noise } = drawPaths({ task, datasets, seed });
  const market = drawDevelopmentStats({ task, datasets, seed });
  const messages = {
    en: renderTaskPrompt({ task, lang: "en", contract, market }),
    zh: renderTaskPrompt({ task, lang: "zh", contract, market }),
  };
  const reference = tradingTracks.includes(task.track) ? null : await runReference(input, paths);
  return { task, seed, paths, noise, messages, reference };
}

async function runReference(
  input: { readonly task: Task; readonly seed: string; readonly sandbox: Sandbox; readonly compiler: Compiler },
  paths: readonly Path[],
): Promise<readonly Positions[]> {
  const { task, seed, sandbox, compiler } = input;
  const evaluation = await evaluateProgram({
    code: task.reference,
    paths,
    limits: task.limits,
    sandbox,
    compiler,
    seed,
    audits: false,
  });
  return evaluation.positions.map((positions, index) => {
    if (positions !== null) return positions;
    const why = evaluation.failure ?? evaluation.pathFailures[index];
    throw new Error(`The reference of ${task.id} fails on ${paths[index]?.id}: ${why?.kind} ${why?.message}`);
  });
}

/** The paths of a task, as the report back-tests and draws them. */
export function taskPaths(context: TaskContext): TaskPaths {
  return { task: context.task.id, paths: [...context.paths, context.noise].map(storePath) };
}
