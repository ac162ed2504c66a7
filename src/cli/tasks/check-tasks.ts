import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import PQueue from "p-queue";
import { createCompiler } from "../../adapters/compiler.ts";
import { createMarketData } from "../../adapters/market-data.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { createTaskLibrary } from "../../adapters/tasks.ts";
import { checkTask, rejectedUnread, type TaskVerdict } from "../../bench/check-task.ts";
import { UserError } from "../../core/failure.ts";
import type { Dataset } from "../../core/market/dataset.ts";

/** Which tasks to prove, and on what. */
export interface CheckTasksOptions {
  /** The package's own folder. */
  readonly root: string;
  /** Folder of the tasks. */
  readonly folder: string;
  /** Task ids; empty = all of the folder. */
  readonly ids: readonly string[];
  /** Seed of the paths. */
  readonly seed: string;
  /** Sandbox workers and tasks in work at once; one a core by default. */
  readonly workers?: number;
  readonly signal: AbortSignal;
  /** Called as each task is done, with how many there are. */
  readonly onVerdict: (verdict: TaskVerdict, total: number) => void;
}

/** Proves tasks side by side; verdicts in the order of the ids. A task whose files cannot be read is rejected. */
export async function checkTasks(options: CheckTasksOptions): Promise<readonly TaskVerdict[]> {
  const { root, folder, seed, signal, onVerdict, workers = availableParallelism() } = options;
  const library = createTaskLibrary({ folder });
  const ids = options.ids.length === 0 ? await library.ids() : options.ids;
  const datasets = await loadDatasets(root);
  const contract = readFileSync(join(root, "strategies", "contract.ts"), "utf8");
  const compiler = createCompiler({ root });
  await using pool = await createSandboxPool({ workers }).then((sandbox) => ({
    sandbox,
    [Symbol.asyncDispose]: () => sandbox.close(),
  }));
  const prove = async (id: string): Promise<TaskVerdict> => {
    try {
      const [task, mutants] = await Promise.all([library.load(id), library.mutants(id)]);
      return await checkTask({ task, mutants, datasets, contract, seed, sandbox: pool.sandbox, compiler });
    } catch (error) {
      if (error instanceof UserError) return rejectedUnread(id, error.message);
      throw error;
    }
  };
  const queue = new PQueue({ concurrency: workers });
  const work = ids.map((id) => async (): Promise<TaskVerdict> => {
    const verdict = await prove(id);
    onVerdict(verdict, ids.length);
    return verdict;
  });
  return await queue.addAll(work, { signal });
}

async function loadDatasets(root: string): Promise<readonly Dataset[]> {
  const cacheFolder = join(root, ".cache", "market-data");
  const marketData = createMarketData({ folder: join(root, "market-data"), cacheFolder });
  return Promise.all((await marketData.list()).map((info) => marketData.load(info.id)));
}
