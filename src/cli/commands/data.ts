import { join, resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

/** `walkforward data`: the datasets at hand, their checks, and synthetic ones. */
export function dataCommand(io: Io): Command {
  return new Command("data")
    .description("list, check and make market data")
    .addCommand(listCommand(io))
    .addCommand(checkCommand(io))
    .addCommand(synthCommand(io))
    .addHelpText("after", "\nExamples:\n  walkforward data list\n  walkforward data check us-sp500-daily");
}

const dirHelp = "folder of datasets (default: the package's market-data/)";

function folderOf(io: Io, dir: string | undefined): string {
  return dir === undefined ? join(io.root, "market-data") : resolve(io.cwd, dir);
}

function listCommand(io: Io): Command {
  return new Command("list")
    .description("list the datasets")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the list as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward data list\n  walkforward data list --json")
    .action(async (options: { dir?: string; json?: boolean }) => {
      const { createMarketData } = await import("../../adapters/market-data.ts");
      const datasets = await createMarketData({ folder: folderOf(io, options.dir), cacheFolder: null }).list();
      if (options.json) return io.out(`${JSON.stringify({ datasets }, null, 2)}\n`);
      const rows = datasets.map((info) => [
        info.id,
        info.class,
        info.interval,
        info.instruments.map((instrument) => `${instrument.symbol} ${instrument.bars}`).join(", "),
        `${info.costs.feeBps} + ${info.costs.slippageBps}`,
        info.synthetic ? "synthetic" : "real",
        info.fitForScoring ? "" : "not scored",
      ]);
      io.out(await table(["id", "class", "interval", "bars", "cost bps", "kind", ""], rows));
    });
}

function checkCommand(io: Io): Command {
  return new Command("check")
    .description("check datasets: manifest, sha256, number of bars, order and prices of every bar; exit 3 on an error")
    .argument("[id...]", "datasets (default: all)")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the findings as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward data check\n  walkforward data check us-sp500-daily --json")
    .action(async (ids: readonly string[], options: { dir?: string; json?: boolean }) => {
      const { checkDataset } = await import("../../adapters/market-data/check-dataset.ts");
      const { listPackages, unknownDataset } = await import("../../adapters/market-data/read-package.ts");
      const folder = folderOf(io, options.dir);
      const all = await listPackages(folder);
      for (const id of ids) if (!all.includes(id)) throw unknownDataset(id, all);
      const wanted = ids.length === 0 ? all : ids;
      const datasets = await Promise.all(wanted.map((id) => checkDataset(folder, id)));
      if (datasets.some((dataset) => !dataset.ok)) io.exit(3);
      if (options.json) return io.out(`${JSON.stringify({ datasets }, null, 2)}\n`);
      const rows = datasets.flatMap((dataset) =>
        dataset.instruments.map(({ symbol, bars, first, last, largestMove, error }) => [
          dataset.id,
          symbol,
          error === null ? "ok" : "error",
          bars === null ? "–" : String(bars),
          first ?? "–",
          last ?? "–",
          largestMove === null ? "–" : `${(largestMove * 100).toFixed(1)} %`,
        ]),
      );
      io.out(await table(["id", "symbol", "check", "bars", "first", "last", "largest move"], rows));
      const errors = datasets.flatMap(({ error, instruments }) => [error, ...instruments.map((item) => item.error)]);
      for (const error of errors) if (error !== null) io.err(`error: ${error}\n`);
    });
}

interface SynthOptions {
  readonly id?: string;
  readonly class?: string;
  readonly interval: string;
  readonly bars?: string;
  readonly seed?: string;
  readonly dir?: string;
  readonly json?: boolean;
}

function synthCommand(io: Io): Command {
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
      const { writeSynthetic } = await import("../data/write-synthetic.ts");
      const written = await writeSynthetic(options, folderOf(io, options.dir));
      if (options.json) return io.out(`${JSON.stringify(written, null, 2)}\n`);
      io.out(`${written.folder}: ${written.bars} bars, sha256 ${written.sha256}\n`);
    });
}

async function table(head: string[], rows: string[][]): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const lines = new Table({ head, style: { head: [], border: [], compact: true } });
  lines.push(...rows);
  return `${lines.toString()}\n`;
}
