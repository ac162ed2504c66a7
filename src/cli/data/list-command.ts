import { Command } from "commander";
import type { DatasetInfo } from "../../core/market/dataset.ts";
import type { Io } from "../io.ts";
import { dataFolder, dirHelp } from "./data-folder.ts";
import { printTable } from "./print-table.ts";

/** `walkforward data list`: the datasets at hand. */
export function listCommand(io: Io): Command {
  return new Command("list")
    .description("list the datasets")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the list as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward data list\n  walkforward data list --json")
    .action(async (options: { dir?: string; json?: boolean }) => {
      const { createMarketData } = await import("../../adapters/market-data.ts");
      const datasets = await createMarketData({ folder: dataFolder(io, options.dir), cacheFolder: null }).list();
      if (options.json) return io.out(`${JSON.stringify({ datasets }, null, 2)}\n`);
      const rows = datasets.map((info) => [
        info.id,
        info.class,
        info.interval,
        barsOf(info),
        `${info.costs.feeBps} + ${info.costs.slippageBps}`,
        info.synthetic ? "synthetic" : "real",
        info.fitForScoring ? "" : "not scored",
      ]);
      io.out(await printTable(["id", "class", "interval", "bars", "cost bps", "kind", ""], rows));
    });
}

/** Symbol and bars of each instrument, of many only the first and the last. */
function barsOf({ instruments }: DatasetInfo): string {
  const shown = instruments.map(({ symbol, bars }) => `${symbol} ${bars}`);
  return shown.length <= 3 ? shown.join(", ") : `${shown[0]} … ${shown.at(-1)} (${shown.length})`;
}
