import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AttemptKey } from "../../bench/ports.ts";

/** An id of this form needs no hash: its slashes become `_`, which it does not hold, so no other id gets its name. */
const plain = /^[A-Za-z0-9][A-Za-z0-9-]*(?:[./][A-Za-z0-9-]+)*$/;
const longest = 100;

/**
 * A model or task id as one folder name; ids that differ get names that differ. `replay/able` is `replay_able`; in an
 * id with other signs than letters, digits, `.`, `-` and `/` each of them becomes `_`, and a hash of the id is added.
 */
export function folderName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9.-]/g, "_").slice(0, longest);
  if (plain.test(id) && id.length <= longest) return name;
  return `${name.replace(/^\.+/, "_")}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
}

/** Path of an attempt's files inside a run folder, without ending: `<model>/<task>/<lang>-<attempt>`. */
export function attemptPath(key: AttemptKey): string {
  return join(folderName(key.model), folderName(key.task), `${key.lang}-${key.attempt}`);
}
