import { Command, InvalidArgumentError } from "commander";
import type { Io } from "../io.ts";

/** Options of `view`. */
interface ViewOptions {
  readonly port: number;
  readonly json: boolean;
}

/** `walkforward view [DIR]`: the viewer. */
export function viewCommand(io: Io): Command {
  return new Command("view")
    .description("serve the reports of all runs to a browser on this machine, live while a run is going on")
    .argument("[dir]", "folder of run folders, or one run folder", "reports")
    .option("--port <number>", "port on 127.0.0.1 and ::1; 0 lets the system choose", parsePort, 4747)
    .option("--json", "print { url, port, runs } instead of the address", false)
    .addHelpText(
      "after",
      `
Nobody but this machine can reach it, and pages of other sites can neither read nor open it.

Examples:
  walkforward view
  walkforward view reports/quick-s1-0f3a9c21 --port 8080`,
    )
    .action(async (dir: string, { port, json }: ViewOptions) => {
      const { serveRuns } = await import("../view/serve-runs.ts");
      await serveRuns(io, { dir, port, json });
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (text.trim() !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("Wanted a whole number from 0 to 65535.");
}
