import { Command } from "commander";
import type { Io } from "../io.ts";
import { dirHelp } from "./data-folder.ts";

/** Options of `data check`, as typed. */
export interface CheckOptions {
  readonly dir?: string;
  readonly repair?: boolean;
  readonly repairAlso?: string;
  readonly html?: string;
  readonly json?: boolean;
}

/** `walkforward data check`: are datasets usable? Exit 3 on an error. */
export function checkCommand(io: Io): Command {
  return new Command("check")
    .description("check datasets, or a vendor's file: files, every bar, gaps, splits and the like; exit 3 on an error")
    .argument("[id...]", "datasets (default: all), or one file")
    .option("--repair", "mend what can be mended safely, and write it into the dataset")
    .option("--repair-also <rules>", "mend by these rules too, separated by commas, e.g. split; implies --repair")
    .option("--dir <dir>", dirHelp)
    .option("--html <file>", "write a page with prices, volume and findings (one dataset or file)")
    .option("--json", "print every finding as JSON")
    .addHelpText(
      "after",
      `
Errors forbid the use of a market, warnings are to be known, notes explain. "tells Sharpe" is the smallest difference
of annual Sharpe ratios that the market can tell at 80 % power, of two strategies whose returns correlate at 0.5.

Examples:
  walkforward data check
  walkforward data check us-sp500-daily --html sp500.html
  walkforward data check AAPL.csv`,
    )
    .action(async (targets: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import("./check-run.ts");
      await runCheck(targets, options, io);
    });
}
