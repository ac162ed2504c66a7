import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createTaskLibrary } from "../../adapters/tasks.ts";
import { UserError } from "../../core/failure.ts";
import type { Plan } from "../../core/manifest.ts";
import type { Task } from "../../core/task.ts";

/** The tasks that come with this version of the benchmark. */
const folder = fileURLToPath(new URL("../../../strategies/tasks/", import.meta.url));

/** A task as the run had it, from the tasks of this version; null where there is none of that id, or it has changed since. */
export async function taskOfPlan(planned: Plan["tasks"][number]): Promise<Task | null> {
  try {
    const task = await createTaskLibrary({ folder }).load(planned.id);
    const hash = createHash("sha256").update(JSON.stringify(task)).digest("hex");
    return hash === planned.sha256 ? task : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
