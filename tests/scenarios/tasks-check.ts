import { join } from "node:path";
import { createTaskLibrary } from "../../src/adapters/tasks.ts";
import type { TaskVerdict } from "../../src/bench/check-task.ts";
import { checkTasks } from "../../src/cli/tasks/check-tasks.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "strategies", "tasks");

/** The verdicts over the shipped tasks of some tracks, as `walkforward tasks check` finds them. */
export async function checkTracks(...tracks: readonly string[]): Promise<readonly TaskVerdict[]> {
  const tasks = await createTaskLibrary({ folder }).list();
  const ids = tasks.filter((task) => tracks.includes(task.track)).map((task) => task.id);
  const signal = new AbortController().signal;
  return checkTasks({ root, folder, ids, seed: "check", workers: 2, signal, onVerdict: () => {} });
}
