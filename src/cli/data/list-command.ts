import { Command } from "commander";
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
        info.instruments.map((instrument) => `${instrument.symbol} ${instrument.bars}`).join(", "),
        `${info.costs.feeBps} + ${info.costs.slippageBps}`,
        info.synthetic ? "synthetic" : "real",
        info.fitForScoring ? "" : "not scored",
      ]);
      io.out(await printTable(["id", "class", "interval", "bars", "cost bps", "kind", ""], rows));
    });
}
