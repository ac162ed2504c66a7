import { Command } from "commander";
import { checkCommand } from "../data/check-command.ts";
import { listCommand } from "../data/list-command.ts";
import { synthCommand } from "../data/synth-command.ts";
import type { Io } from "../io.ts";

/** `walkforward data`: the datasets at hand, their checks, and more of them. */
export function dataCommand(io: Io): Command {
  return new Command("data")
    .description("list, add, check and make market data")
    .addCommand(listCommand(io))
    .addCommand(checkCommand(io))
    .addCommand(synthCommand(io))
    .addHelpText("after", "\nExamples:\n  walkforward data list\n  walkforward data check us-sp500-daily");
}
