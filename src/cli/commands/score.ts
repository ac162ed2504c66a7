import { resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

/** `walkforward score`: recompute everything after the replies. */
export function scoreCommand(io: Io): Command {
  return new Command("score")
    .description("recompute everything after the replies of a stored run; no model is asked")
    .argument("<dir>", "run folder, e.g. reports/quick-s1-0f3a9c21")
    .option("--data <dir>", "folder of the datasets; default: market-data of the package")
    .option("--json", "one JSON line on standard output", false)
    .addHelpText("after", "\nExample:\n  walkforward score reports/quick-s1-0f3a9c21")
    .action(async (dir: string, options: { readonly data?: string; readonly json: boolean }) => {
      const { scoreStoredRun } = await import("../run/score-stored-run.ts");
      await scoreStoredRun(io, resolve(io.cwd, dir), options);
    });
}
