import { UserError } from "../../core/failure.ts";
import type { DatasetInfo } from "../../core/market/dataset.ts";
import type { TaskSpec } from "../../core/task.ts";
import { datasetsOf } from "./bench-world.ts";

/** Datasets that a message names at most. */
const mostNamed = 8;

/**
 * Makes sure, before anything is asked or written, that the paths of every task can be drawn from some dataset.
 *
 * @param folder of the datasets, as messages name it
 * @throws UserError saying what is missing, what is there and why that does not do
 */
export function requireMarkets(
  tasks: readonly Pick<TaskSpec, "id" | "classes" | "interval">[],
  datasets: readonly DatasetInfo[],
  folder: string,
): void {
  const without = tasks.filter((task) => datasetsOf(task, datasets).length === 0);
  const [first] = without;
  if (first === undefined) return;
  const others =
    without.length === 1 ? "" : ` (and none for ${without.length - 1} of the other ${tasks.length - 1} tasks)`;
  const wanted = `class ${first.classes.join(" or ")}, interval ${first.interval}, fit for scoring`;
  throw new UserError(
    `task ${first.id}: no dataset of ${wanted}${others}. In ${folder} there ${present(datasets)}. ` +
      'Add one ("walkforward data add"), or choose tasks by --tasks.',
  );
}

function present(datasets: readonly DatasetInfo[]): string {
  const named = datasets.slice(0, mostNamed).map((info) => {
    return `${info.id} (${info.class}, ${info.interval}${info.fitForScoring ? "" : ", not fit for scoring"})`;
  });
  if (datasets.length > mostNamed) named.push(`${datasets.length - mostNamed} more`);
  return named.length === 0 ? "is none" : `${datasets.length === 1 ? "is" : "are"} ${named.join(", ")}`;
}
