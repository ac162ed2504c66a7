import { Command } from "commander";
import type { Io } from "../io.ts";
import { dataFolder, dirHelp } from "./data-folder.ts";
import { printTable } from "./print-table.ts";

/** `walkforward data check`: are datasets usable? Exit 3 on an error. */
export function checkCommand(io: Io): Command {
  return new Command("check")
    .description("check datasets: manifest, sha256, number of bars, order and prices of every bar; exit 3 on an error")
    .argument("[id...]", "datasets (default: all)")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the findings as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward data check\n  walkforward data check us-sp500-daily --json")
    .action(async (ids: readonly string[], options: { dir?: string; json?: boolean }) => {
      const { checkDataset } = await import("../../adapters/market-data/check-dataset.ts");
      const { listPackages, unknownDataset } = await import("../../adapters/market-data/read-package.ts");
      const folder = dataFolder(io, options.dir);
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
      io.out(await printTable(["id", "symbol", "check", "bars", "first", "last", "largest move"], rows));
      const errors = datasets.flatMap(({ error, instruments }) => [error, ...instruments.map((item) => item.error)]);
      for (const error of errors) if (error !== null) io.err(`error: ${error}\n`);
    });
}
