import { join, resolve } from "node:path";
import type { Io } from "../io.ts";

/** Help of `--dir`, the same in every command on data. */
export const dirHelp = "folder of datasets (default: the package's market-data/)";

/** The folder of datasets that `--dir` names, relative to where the command runs. */
export function dataFolder(io: Io, dir: string | undefined): string {
  return dir === undefined ? join(io.root, "market-data") : resolve(io.cwd, dir);
}
