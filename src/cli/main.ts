// The only file that reads arguments and environment, prints, and sets the exit code.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { UserError, WorldError } from "../core/failure.ts";
import { auditCommand } from "./commands/audit.ts";
import { backtestCommand } from "./commands/backtest.ts";
import { compareCommand } from "./commands/compare.ts";
import { dataCommand } from "./commands/data.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { modelsCommand } from "./commands/models.ts";
import { quizCommand } from "./commands/quiz.ts";
import { rankCommand } from "./commands/rank.ts";
import { reportCommand } from "./commands/report.ts";
import { runCommand } from "./commands/run.ts";
import { schemaCommand } from "./commands/schema.ts";
import { scoreCommand } from "./commands/score.ts";
import { tasksCommand } from "./commands/tasks.ts";
import { viewCommand } from "./commands/view.ts";
import { applyConfig } from "./config.ts";
import type { Io } from "./io.ts";
import { applyVariables } from "./variables.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const commands = [
  runCommand,
  scoreCommand,
  rankCommand,
  compareCommand,
  reportCommand,
  viewCommand,
  exportCommand,
  backtestCommand,
  auditCommand,
  tasksCommand,
  quizCommand,
  dataCommand,
  modelsCommand,
  doctorCommand,
  schemaCommand,
];

function createIo(): Io {
  const interrupt = new AbortController();
  process.on("SIGINT", () => {
    if (interrupt.signal.aborted) process.exit(130);
    process.stderr.write("\nInterrupted: finishing what is in flight. Press Ctrl-C again to stop at once.\n");
    interrupt.abort();
  });
  // A reader that has seen enough (`| head`) is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    root,
    errStream: process.stderr,
    isTty: process.stderr.isTTY === true,
    color: process.stdout.isTTY === true && !process.env["NO_COLOR"],
    ...(process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
    signal: interrupt.signal,
    exit: (code) => {
      process.exitCode = code;
    },
  };
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const io = createIo();
  const program = new Command("walkforward")
    .description("How well do language models write trading strategies? Ask them, run their code, rank them.")
    .version("0.1.0", "-v, --version")
    .showHelpAfterError("(--help shows what there is)")
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      `
Examples:
  walkforward run --suite quick                          the recorded models and the baselines
  walkforward run --model deepseek-chat --suite core     a model of models.yaml
  walkforward backtest strategies/baselines/sma-cross.ts --market us-sp500-daily
  walkforward audit my-strategy.ts                       type-check, run, look-ahead

Every option is also an environment variable (--fee-bps is WALKFORWARD_FEE_BPS), and may stand in
walkforward.config.ts: export default { run: { seed: "2" } }.
Exit codes: 0 done, 1 our fault, 2 usage or bad input, 3 a check failed, 130 interrupted.`,
    );
  for (const command of commands) program.addCommand(command(io));
  exitWithErrors(program);
  await applyConfig(program, io.cwd);
  applyVariables(program, io.env);
  await program.parseAsync();
}

function exitWithErrors(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitWithErrors(child);
}

try {
  await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof WorldError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else {
    process.stderr.write(
      `This is a fault of walkforward's own, please report it:\n${(error as Error)?.stack ?? error}\n`,
    );
    process.exitCode = 1;
  }
}
