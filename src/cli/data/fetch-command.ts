import { Command } from "commander";
import type { Io } from "../io.ts";
import { dirHelp } from "./data-folder.ts";

/** Options of `data fetch`, as typed. */
export interface FetchCommandOptions {
  readonly list?: boolean;
  readonly symbol?: string;
  readonly interval?: string;
  readonly from?: string;
  readonly to?: string;
  readonly baseUrl?: string;
  readonly id?: string;
  readonly dir?: string;
  readonly updateLock?: boolean;
  readonly replace?: boolean;
  readonly repair?: boolean;
  readonly allowErrors?: boolean;
  readonly html?: string;
  readonly json?: boolean;
}

/** `walkforward data fetch`: free public history, downloaded, checked and added as a dataset. */
export function fetchCommand(io: Io): Command {
  return new Command("fetch")
    .description("download free public history of a market and add it as a dataset")
    .argument("[preset]", "where from: binance, cboe, fred, kraken or stooq; --list tells more")
    .option("--list", "list the presets with their symbols, intervals and terms of use")
    .option("--symbol <symbol>", "the vendor's symbol (default: the preset's, see --list)")
    .option("--interval <interval>", "1d, 1h, 5m …, of those the preset has (default: 1d)")
    .option("--from <date>", "first day, e.g. 2020-01-31 (default: the earliest there is)")
    .option("--to <date>", "last day, inclusive (default: the latest there is)")
    .option("--id <id>", "id of the dataset, lower case (default: preset, symbol and interval: binance-btcusdt-1d)")
    .option("--dir <dir>", dirHelp)
    .option("--base-url <url>", "a server with the vendor's paths, to be asked in its place")
    .option("--update-lock", "take what the vendor has now, even where market-data.lock.json pins other bytes")
    .option("--replace", "put the new dataset in the place of the one of this id")
    .option("--repair", "mend what can be mended safely, as in data add")
    .option("--allow-errors", "keep it in spite of errors, as in data add: never drawn for scored paths")
    .option("--html <file>", "write a page with prices, volume and findings")
    .option("--json", "print what was fetched as JSON")
    .addHelpText(
      "after",
      `
Every file is checked (length, form, the vendor's sha256 where it publishes one) and pinned by sha256 in
DIR/market-data.lock.json. A file that is here as pinned is not downloaded again. What breaks off goes on where it
stopped when the command is run again. Read the vendor's terms of use first: --list names them.

Examples:
  walkforward data fetch --list
  walkforward data fetch stooq --symbol ^spx --from 1990-01-01 --to 2024-12-31
  walkforward data fetch binance --symbol ETHUSDT --interval 1h --from 2022-01-01 --to 2023-12-31 --id eth-1h
  walkforward data fetch fred --symbol DEXUSEU --update-lock --replace`,
    )
    .action(async (preset: string | undefined, options: FetchCommandOptions) => {
      const { runFetch } = await import("./fetch-run.ts");
      await runFetch(preset, options, io);
    });
}
