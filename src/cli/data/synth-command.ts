import { Command } from "commander";
import type { Io } from "../io.ts";
import { dataFolder } from "./data-folder.ts";

interface SynthOptions {
  readonly id?: string;
  readonly class?: string;
  readonly interval: string;
  readonly bars?: string;
  readonly seed?: string;
  readonly dir?: string;
  readonly json?: boolean;
}

/** `walkforward data synth`: synthetic datasets. */
export function synthCommand(io: Io): Command {
  return new Command("synth")
    .description("make a synthetic dataset; the same options give the same bytes")
    .option("--class <class>", "equity-index, equity, fx, crypto, commodity or rates")
    .option("--interval <interval>", "1d; 5m for equity, 1h for crypto", "1d")
    .option("--bars <n>", "number of bars, from 100 to 1,000,000 (default: as in the committed dataset of the class)")
    .option("--seed <text>", "seed of the generator (default: that of the committed dataset)")
    .option(
      "--id <id>",
      "id of the dataset, lower case (default: the committed one's); alone it regenerates that dataset",
    )
    .option("--dir <dir>", "folder that gets <id>/ (default: the package's market-data/)")
    .option("--json", "print what was written as JSON")
    .addHelpText(
      "after",
      `
A dataset that is there already is never overwritten by other data: give another --id, or remove it first.

Examples:
  walkforward data synth --id syn-fx-daily --dir /tmp/markets
  walkforward data synth --class crypto --interval 1h --bars 20000 --seed 7 --id syn-crypto-1h-7`,
    )
    .action(async (options: SynthOptions) => {
      const { writeSynthetic } = await import("./write-synthetic.ts");
      const written = await writeSynthetic(options, dataFolder(io, options.dir));
      if (options.json) return io.out(`${JSON.stringify(written, null, 2)}\n`);
      io.out(`${written.folder}: ${written.bars} bars, sha256 ${written.sha256}\n`);
    });
}
