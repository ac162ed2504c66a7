import { join } from "node:path";
import { createMarketData } from "../../../src/adapters/market-data.ts";
import { createTaskLibrary, type TaskLibrary } from "../../../src/adapters/tasks.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { ta } from "../../../src/core/indicators/index.ts";
import type { Dataset } from "../../../src/core/market/dataset.ts";
import { drawPaths } from "../../../src/core/paths/draw-paths.ts";
import type { Path } from "../../../src/core/paths/path.ts";

/** The package's own folder. */
export const root: string = join(import.meta.dirname, "../../..");

/** The tasks that ship. */
export const library: TaskLibrary = createTaskLibrary({ folder: join(root, "strategies/tasks") });

/** All datasets that ship. */
export async function loadDatasets(): Promise<readonly Dataset[]> {
  const marketData = createMarketData({ folder: join(root, "market-data"), cacheFolder: null });
  return Promise.all((await marketData.list()).map((info) => marketData.load(info.id)));
}

/** The eight paths of a task for a seed. */
export async function pathsOf(id: string, datasets: readonly Dataset[], seed: string): Promise<readonly Path[]> {
  return drawPaths({ task: await library.load(id), datasets, seed }).paths;
}

/** The targets of a program of a task's folder, run here without a sandbox: programs of our own only. */
export async function targetsOf(id: string, file: string, bars: Bars): Promise<readonly number[]> {
  const module = (await import(join(root, "strategies/tasks", id, file))) as {
    default: { decide(bars: Bars, indicators: typeof ta): { target: ArrayLike<number> } };
  };
  return Array.from(module.default.decide(bars, ta).target);
}
