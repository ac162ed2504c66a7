import { Command } from "commander";
import { addCommand } from "../data/add-command.ts";
import { checkCommand } from "../data/check-command.ts";
import { fetchCommand } from "../data/fetch-command.ts";
import { listCommand } from "../data/list-command.ts";
import { synthCommand } from "../data/synth-command.ts";
import { twinCommand } from "../data/twin-command.ts";
import type { Io } from "../io.ts";

/** `walkforward data`: the datasets at hand, their checks, and more of them. */
export function dataCommand(io: Io): Command {
  return new Command("data")
    .description("list, add, check, fetch and make market data")
    .addCommand(listCommand(io))
    .addCommand(addCommand(io))
    .addCommand(checkCommand(io))
    .addCommand(fetchCommand(io))
    .addCommand(synthCommand(io))
    .addCommand(twinCommand(io))
    .addHelpText(
      "after",
      `
Examples:
  walkforward data add AAPL.csv --id aapl-daily
  walkforward data check aapl-daily --html aapl.html
  walkforward data list`,
    );
}
