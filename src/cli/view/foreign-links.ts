import { readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { staysIn } from "./find-runs.ts";

/** Refuses a run in whose folder a link leads out of `root`, itself a real path. @throws UserError naming the link */
export function refuseForeignLinks(root: string, dir: string): void {
  for (const folder of [dir, join(dir, "curves")]) {
    const deep = folder !== dir;
    let entries: readonly import("node:fs").Dirent[] = [];
    try {
      entries = readdirSync(folder, { withFileTypes: true, recursive: deep });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink() && !staysIn(root, file)) {
        throw new UserError(`${entry.name}: this link leads out of the folder that is shown.`);
      }
    }
  }
}
