import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { folderName } from "../../adapters/run-folder/file-names.ts";

/** A run folder that was found. */
export interface FoundRun {
  /** Its name in addresses: of letters, digits, `.`, `-` and `_` only, and of no other run. */
  readonly name: string;
  readonly dir: string;
}

/** Folders below the one asked for: `reports/<run>` and `reports/<group>/<run>`. */
const deepest = 2;

/**
 * The run folders in `root`, itself among them, by name. Links are followed inside `root` only: a run that lies, or whose
 * files lie, elsewhere is not shown.
 */
export function findRuns(root: string): readonly FoundRun[] {
  if (!existsSync(root)) return [];
  const real = realpathSync(root);
  const dirs = isRun(root) ? [root] : below(root, deepest);
  const inside = dirs.filter((dir) => parts.every((part) => staysIn(real, join(dir, part))));
  const found = inside.map((dir) => ({
    name: folderName(
      dir === root
        ? basename(real)
        : dir
            .slice(root.length + 1)
            .split(sep)
            .join("/"),
    ),
    dir,
  }));
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What of a run is read. */
const parts = [".", "run.json", "attempts.jsonl", "quiz.jsonl", "ranking.json", "curves", "curves/paths"];

/** True of a file whose real place is in the folder `real`, and of one that is not there. */
export function staysIn(real: string, file: string): boolean {
  try {
    const place = realpathSync(file);
    return place === real || place.startsWith(real + sep);
  } catch {
    return !isLink(file);
  }
}

/** A link that leads nowhere now may lead anywhere later. */
function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

function below(dir: string, depth: number): readonly string[] {
  return folders(dir).flatMap((name) => {
    const child = join(dir, name);
    if (isRun(child)) return [child];
    return depth > 1 ? below(child, depth - 1) : [];
  });
}

/** Names of the folders in `dir`, links to folders among them; the copies that scoring makes on its way are left out. */
function folders(dir: string): readonly string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
  const passing = /\.(scoring|before-scoring)$|^\./;
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !passing.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function isRun(dir: string): boolean {
  return existsSync(join(dir, "run.json"));
}
