import { join } from "node:path";
import type { AttemptKey } from "../../bench/ports.ts";

/** A model or task id as one folder name: everything but letters, digits, `.`, `-` and `_` becomes `_`. */
export function folderName(id: string): string {
  return id.replace(/[^\w.-]+/g, "_").replace(/^\.+/, "_");
}

/** Path of an attempt's files inside a run folder, without ending: `<model>/<task>/<lang>-<attempt>`. */
export function attemptPath(key: AttemptKey): string {
  return join(folderName(key.model), folderName(key.task), `${key.lang}-${key.attempt}`);
}
