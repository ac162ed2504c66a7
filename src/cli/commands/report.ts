import { resolve } from "node:path";
import { Command } from "commander";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";

/** Options of `report`. */
interface ReportOptions {
  readonly json: boolean;
  readonly site?: string;
}

/** `walkforward report`: write the pages of a stored run anew, or several runs as a site. */
export function reportCommand(io: Io): Command {
  return new Command("report")
    .description("write ranking.json and the HTML pages of a stored run anew, and show its ranking; or publish runs")
    .argument("<dir...>", "run folder, e.g. reports/quick-s1-0f3a9c21; with --site any number, and folders of them")
    .option("--site <dir>", "write the pages of all runs and a leaderboard over them into this folder instead")
    .option("--json", "one JSON line on standard output", false)
    .addHelpText(
      "after",
      `
A site is plain files with relative links: it works from any folder of any server, and from a disk. Runs of the same
benchmark version, tasks, paths and questions share one ranking; a model that is in several is taken from the last.
Addresses of endpoints, keys, folders and facts about the machine are left out of it.

Examples:
  walkforward report reports/quick-s1-0f3a9c21
  walkforward report reports --site public`,
    )
    .action(async (dirs: readonly string[], { json, site }: ReportOptions) => {
      if (site !== undefined) {
        const { writeSite } = await import("../site/write-site.ts");
        return await writeSite(io, { dirs, out: site, json });
      }
      const [dir, second] = dirs;
      if (dir === undefined || second !== undefined) {
        throw new UserError("Without --site the pages go into the run's own folder: name one run.");
      }
      const { showRun } = await import("../run/show-run.ts");
      await showRun(io, resolve(io.cwd, dir), json);
    });
}
