import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import type { AddOptions } from "./add-request.ts";
import { dirHelp } from "./data-folder.ts";

/** `walkforward data add`: a vendor's file becomes a dataset. */
export function addCommand(io: Io): Command {
  const command = new Command("add")
    .description("add a market from any vendor's file: understand it, check it, store it; exit 3 if it cannot be used")
    .argument("<file>", "CSV or text of a vendor, also .gz and .zip")
    .requiredOption("--id <id>", "id of the dataset, lower case: the folder's name under --dir")
    .option("--vendor <vendor>", "whose layout it is (default: the file is asked)")
    .option("--interval <interval>", "distance of bars, e.g. 5m, 1h, 1d (default: the file is asked)")
    .option("--timezone <zone>", "clock of times without an offset, IANA name, e.g. America/New_York")
    .option(
      "--class <class>",
      "equity-index, equity, fx, crypto, commodity or rates (default: told by weekends and symbol)",
    )
    .option("--symbol <symbol>", "the instrument (default: as the file says, else the file's name)");
  addFacts(command);
  addLayout(command);
  return command
    .option("--repair", "mend what can be mended safely, and say so in the package")
    .option("--repair-also <rules>", "mend by these rules too, separated by commas, e.g. split; implies --repair")
    .option("--allow-errors", "keep it in spite of errors: never drawn for scored paths")
    .option("--replace", "put it in the place of the dataset of this id, in one step")
    .option("--append", "add it as another instrument to the dataset of this id")
    .option("--dir <dir>", dirHelp)
    .option("--html <file>", "write a page with prices, volume and findings")
    .option("--json", "print what was understood, found and written as JSON")
    .addHelpText(
      "after",
      `
Nothing is written where a finding of level error stays: the message says what mends it. The original file is kept
beside the CSV, compressed, with its sha256. A kill at any moment leaves the old dataset or the new one.

Examples:
  walkforward data add AAPL.csv --id aapl-daily
  walkforward data add Bitstamp_BTCUSD_1h.csv --id btc-1h --repair --html btc.html
  walkforward data add EURUSD.csv --id eurusd-1h --timezone America/New_York --fee-bps 0.2 --slippage-bps 0.8
  walkforward data add MSFT.csv --id my-stocks --symbol MSFT --append`,
    )
    .action(async (file: string, options: AddOptions) => {
      const { runAdd } = await import("./add-run.ts");
      await runAdd(file, options, io);
    });
}

/** Facts that the package states. */
function addFacts(command: Command): void {
  command
    .option("--title <text>", "title of the dataset")
    .option("--licence <name>", "licence of the data, e.g. CC-BY-4.0 (default: unknown)")
    .option("--source <text>", "where the data comes from (default: vendor and file)")
    .option("--adjustment <words>", "none, splits, splits-and-dividends (default: as the file says)")
    .option("--fee-bps <n>", "fee, basis points of the traded value (default: usual of the class)")
    .option("--slippage-bps <n>", "slippage, basis points of the traded value (default: usual of the class)")
    .option("--bars-per-year <n>", "for annual figures (default: inferred from the times)")
    .option("--tick-size <price>", "smallest price step (default: not stated)");
}

/** How the file is to be read, where it does not tell. */
function addLayout(command: Command): void {
  command
    .option("--adjusted", "take the columns adjusted for dividends, where the file has both")
    .option("--day-first", "03/04/2020 is 3 April")
    .option("--month-first", "03/04/2020 is March 4")
    .addOption(
      new Option("--bar-time <which>", "times stand for the open or the end of a bar").choices(["open", "end"]),
    )
    .option("--entry <name>", "the file inside a zip archive of several")
    .option("--encoding <name>", "character encoding, e.g. gb18030 (default: the file is asked)")
    .option("--decimal <sign>", 'decimal sign of the numbers, "." or "," (default: the file is asked)');
}
