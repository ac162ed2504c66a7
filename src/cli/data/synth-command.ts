import { Command } from "commander";
import type { Io } from "../io.ts";
import { dataFolder, dirHelp } from "./data-folder.ts";

interface SynthOptions {
  readonly id?: string;
  readonly class?: string;
  readonly interval: string;
  readonly bars?: string;
  readonly seed?: string;
  readonly dir?: string;
  readonly facts?: boolean;
  readonly against?: readonly string[];
  readonly json?: boolean;
}

const notes = `
A dataset that is there already is never overwritten by other data: give another --id, or remove it first.

--facts writes nothing. It generates the market, measures its stylised facts (tails, memory, leverage, gaps, range, volume), and prints
them beside what is usual in the class and beside real sets of it: those in --dir, and what --against names. A file there is taken as
of the class. Of a folder, its datasets of the class are, and its CSV files whose interval and weekdays fit, unless their name
speaks of another class (fx-…, crypto-…, idx-…, metal-…).

Examples:
  walkforward data synth --id syn-fx-daily --dir /tmp/markets
  walkforward data synth --class crypto --interval 1h --bars 20000 --seed 7 --id syn-crypto-1h-7
  walkforward data synth --class equity-index --facts
  walkforward data synth --class crypto --facts --against my-coins/ prices.csv`;

/** `walkforward data synth`: synthetic datasets, and how near to real markets they come. */
export function synthCommand(io: Io): Command {
  return new Command("synth")
    .description("make a synthetic dataset, the same options give the same bytes; or look at its stylised facts")
    .option("--class <class>", "equity-index, equity, fx, crypto, commodity, rates or equity-basket (8 instruments)")
    .option("--interval <interval>", "1d; 5m and 1h for equity and crypto", "1d")
    .option("--bars <n>", "number of bars, from 100 to 1,000,000 (default: as in the committed dataset of the class)")
    .option("--seed <text>", "seed of the generator (default: that of the committed dataset)")
    .option(
      "--id <id>",
      "id of the dataset, lower case (default: the committed one's); alone it regenerates that dataset",
    )
    .option("--dir <dir>", dirHelp)
    .option("--facts", "write nothing: print stylised facts beside those of real markets of the class")
    .option("--against <path...>", "files and folders of real markets for --facts")
    .option("--json", "print what was written, or the facts, as JSON")
    .addHelpText("after", notes)
    .action((options: SynthOptions) => (options.facts ? showFacts(io, options) : write(io, options)));
}

async function write(io: Io, options: SynthOptions): Promise<void> {
  if (options.against !== undefined) {
    const { UserError } = await import("../../core/failure.ts");
    throw new UserError("--against names real markets to print beside: give --facts too");
  }
  const { writeSynthetic } = await import("./write-synthetic.ts");
  const written = await writeSynthetic(options, dataFolder(io, options.dir));
  if (options.json) return io.out(`${JSON.stringify(written, null, 2)}\n`);
  const { instruments, bars, folder } = written;
  const count = instruments.length === 1 ? "" : `${instruments.length} instruments of `;
  const hashes = instruments.map(({ sha256 }) => sha256);
  io.out(`${folder}: ${count}${bars} bars, sha256 ${hashes.join(", ")}\n`);
}

async function showFacts(io: Io, options: SynthOptions): Promise<void> {
  const { synthFacts } = await import("./synth-facts.ts");
  const where = { folder: dataFolder(io, options.dir), against: options.against ?? [], cwd: io.cwd };
  const table = await synthFacts(options, where);
  for (const line of table.skipped) io.err(`left aside: ${line}\n`);
  if (options.json) return io.out(`${JSON.stringify(table, null, 2)}\n`);
  const { printFacts } = await import("./print-facts.ts");
  io.out(await printFacts(table));
}
