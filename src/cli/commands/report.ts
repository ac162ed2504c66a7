import { resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

/** `walkforward report`: write the pages of a stored run anew. */
export function reportCommand(io: Io): Command {
  return new Command("report")
    .description("write ranking.json and the HTML pages of a stored run anew, and show its ranking")
    .argument("<dir>", "run folder, e.g. reports/quick-s1-0f3a9c21")
    .option("--json", "one JSON line on standard output", false)
    .addHelpText("after", "\nExample:\n  walkforward report reports/quick-s1-0f3a9c21")
    .action(async (dir: string, options: { readonly json: boolean }) => {
      const { showRun } = await import("../run/show-run.ts");
      await showRun(io, resolve(io.cwd, dir), options.json);
    });
}
