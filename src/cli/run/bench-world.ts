import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../adapters/compiler.ts";
import { hmacSha256 } from "../../adapters/hmac.ts";
import { createMarketData } from "../../adapters/market-data.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { createTaskLibrary, type TaskLibrary } from "../../adapters/tasks.ts";
import type { Compiler, Sandbox } from "../../bench/ports.ts";
import { prepareTask, type TaskContext } from "../../bench/task-context.ts";
import type { Dataset, DatasetInfo } from "../../core/market/dataset.ts";
import { composeQuiz } from "../../core/quiz/compose-quiz.ts";
import { quizItems } from "../../core/quiz/items/index.ts";
import type { Question } from "../../core/quiz/question.ts";
import { publicRelease } from "../../core/quiz/release.ts";
import { quizTemplates } from "../../core/quiz/templates/index.ts";
import type { TaskSpec } from "../../core/task.ts";
import type { Io } from "../io.ts";

/** Everything on this machine that a run is made with. */
export interface BenchWorld {
  readonly tasks: TaskLibrary;
  readonly datasets: readonly DatasetInfo[];
  /** Text of the strategy contract. */
  readonly contract: string;
  /** The whole public quiz paper. */
  readonly paper: readonly Question[];
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
  /** The context of a task under a seed, prepared once. */
  context(task: string, seed: string): Promise<TaskContext>;
  close(): Promise<void>;
}

/** Opens the task library, market data, compiler and sandbox workers (one a core). */
export async function openBenchWorld(io: Io, options: { readonly data?: string }): Promise<BenchWorld> {
  const library = createTaskLibrary({ folder: join(io.root, "strategies", "tasks") });
  const cacheFolder = join(io.root, ".cache", "market-data");
  const marketData = createMarketData({ folder: options.data ?? join(io.root, "market-data"), cacheFolder });
  const contract = readFileSync(join(io.root, "strategies", "contract.ts"), "utf8");
  const compiler = createCompiler({ root: io.root });
  // Before the workers are there: they would go on where this fails.
  const datasets = await marketData.list();
  const sandbox = await createSandboxPool({ workers: availableParallelism() });
  const loaded = new Map<string, Promise<Dataset>>();
  const load = (id: string): Promise<Dataset> => memo(loaded, id, () => marketData.load(id));
  const contexts = new Map<string, Promise<TaskContext>>();
  const context = async (id: string, seed: string): Promise<TaskContext> => {
    const task = await library.load(id);
    const wanted = datasetsOf(task, datasets);
    const data = await Promise.all(wanted.map((info) => load(info.id)));
    return prepareTask({ task, datasets: data, contract, seed, sandbox, compiler });
  };
  return {
    tasks: library,
    datasets,
    contract,
    paper: publicPaper(),
    sandbox,
    compiler,
    context: (id, seed) => memo(contexts, `${seed}|${id}`, () => context(id, seed)),
    close: () => sandbox.close(),
  };
}

function memo<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The datasets that the paths of a task can be drawn from. */
export function datasetsOf(
  task: Pick<TaskSpec, "classes" | "interval">,
  datasets: readonly DatasetInfo[],
): readonly DatasetInfo[] {
  return datasets.filter(
    (info) => info.fitForScoring && info.interval === task.interval && task.classes.includes(info.class),
  );
}

/** The paper of the public release. */
export function publicPaper(): readonly Question[] {
  return composeQuiz({ ...publicRelease, hmac: hmacSha256, templates: quizTemplates, items: quizItems });
}

/** sha256 of a text, hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
