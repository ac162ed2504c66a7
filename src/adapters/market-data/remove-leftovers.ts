import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a killed process left is removed when nothing has happened to it for ten minutes: until then it may be at work. */
const leftAfterMs = 600_000;

/** Removes the old files and folders in `folder` whose names say that a killed process left them. */
export function removeLeftovers(folder: string, isLeftover: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(isLeftover)) {
    const left = join(folder, name);
    const age = Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY);
    if (age > leftAfterMs) rmSync(left, { recursive: true, force: true });
  }
}
