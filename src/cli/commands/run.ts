import { Command, Option } from "commander";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";
import type { RunOptions } from "../run/run-models.ts";

/** `walkforward run`: ask, run, back-test, score, rank, report. */
export function runCommand(io: Io): Command {
  return new Command("run")
    .description("ask models, run their code, back-test, score, rank and write the report")
    .option(
      "-m, --model <id...>",
      "models of models.yaml, baseline/<name> or replay/<name>; default: all recorded ones",
    )
    .addOption(new Option("--suite <name>", "how much is asked").choices(["quick", "core", "full"]).default("quick"))
    .option("--tasks <globs>", "only these tasks, separated by commas; `quiz` stands for the questions", list)
    .option("--attempts <k>", "attempts of each model at each strategy task; default: the suite's", positiveInteger)
    .addOption(new Option("--lang <lang>", "language of the prompts").choices(["en", "zh", "both"]).default("en"))
    .option("--seed <text>", "seed of paths and probes", "1")
    .option("--concurrency <n>", "calls in flight a model; default: the model's own", positiveInteger)
    .option("--no-baselines", "leave the baseline strategies out")
    .option("--out <dir>", "folder of the run; default: reports/<run>")
    .option("--resume <dir>", "go on with an interrupted run; what is finished is not asked again")
    .option("--retry-errors", "with --resume: ask again where an endpoint gave no answer", false)
    .option("--dry-run", "say what would be asked, and ask nothing", false)
    .option("--base-url <url>", "an OpenAI-compatible endpoint that is not in models.yaml")
    .option("--model-name <name>", "with --base-url: the name that the endpoint knows the model by; default: the id")
    .addOption(new Option("--api <style>", "with --base-url: API style").choices(["chat", "responses"]))
    .option("--key-variable <name>", "with --base-url: environment variable that holds the key")
    .option("--data <dir>", "folder of the datasets; default: market-data of the package")
    .option("--json", "JSON Lines on standard output: launch, attempt, answer, done", false)
    .addHelpText(
      "after",
      `
Examples:
  walkforward run                                              the recorded models, suite quick
  walkforward run --model deepseek-chat --suite core           a model of models.yaml
  walkforward run --model local --base-url http://localhost:8080/v1 --model-name qwen3
  walkforward run --model gpt --tasks 'design-*,quiz' --attempts 2
  walkforward run --resume reports/quick-s1-0f3a9c21`,
    )
    .action(async (options: RunOptions, command: Command) => {
      if (options.resume !== undefined) refusePlanOptions(command);
      const { runModels } = await import("../run/run-models.ts");
      await runModels(io, options);
    });
}

/** What a stored plan has settled: given beside --resume it would be passed over in silence. */
const planOptions = [
  ...["model", "suite", "tasks", "attempts", "lang", "seed", "baselines", "out"],
  ...["baseUrl", "modelName", "api", "keyVariable"],
];

function refusePlanOptions(command: Command): void {
  const given = command.options.filter(
    (option) =>
      planOptions.includes(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === "cli",
  );
  if (given.length === 0) return;
  const names = given.map((option) => option.long).join(", ");
  throw new UserError(`--resume goes on with the run as it was planned: leave out ${names}, or start a new run.`);
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UserError(`Found "${text}" where a whole number of at least 1 was wanted.`);
}
