import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import type { TaskVerdict } from "../../bench/check-task.ts";
import type { Lang, Task, TaskSpec } from "../../core/task.ts";
import type { Io } from "../io.ts";

/** `walkforward tasks`: the strategy tasks, their briefs, and the contributor's accept or reject. */
export function tasksCommand(io: Io): Command {
  return new Command("tasks")
    .description("list, show and prove the strategy tasks")
    .addCommand(listCommand(io))
    .addCommand(showCommand(io))
    .addCommand(checkCommand(io));
}

const dirHelp = "folder of tasks (default: the package's strategies/tasks/)";

function folderOf(io: Io, dir: string | undefined): string {
  return dir === undefined ? join(io.root, "strategies", "tasks") : resolve(io.cwd, dir);
}

function listCommand(io: Io): Command {
  return new Command("list")
    .description("list the tasks with track, level, market classes and bar interval")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the tasks as JSON")
    .addHelpText("after", "\nExamples:\n  walkforward tasks list\n  walkforward tasks list --json")
    .action(async (options: { dir?: string; json?: boolean }) => {
      const { createTaskLibrary } = await import("../../adapters/tasks.ts");
      const tasks = await createTaskLibrary({ folder: folderOf(io, options.dir) }).list();
      if (options.json) return io.out(`${JSON.stringify({ tasks }, null, 2)}\n`);
      const { default: Table } = await import("cli-table3");
      const table = new Table({
        head: ["id", "track", "level", "classes", "interval", "mandate", "title"],
        style: { head: [], border: [], compact: true },
      });
      for (const task of tasks) table.push(listRow(task));
      io.out(`${table.toString()}\n`);
    });
}

function listRow(task: TaskSpec): string[] {
  const { id, track, level, classes, interval, title } = task;
  return [id, track, `${level}`, classes.join(", "), interval, mandateText(task), title.en];
}

function mandateText({ mandate }: TaskSpec): string {
  const range = `${mandate.minTarget} … ${mandate.maxTarget}`;
  return mandate.maxDrawdown === null ? range : `${range}, drawdown ${100 * mandate.maxDrawdown} %`;
}

function showCommand(io: Io): Command {
  return new Command("show")
    .description("show the brief of a task, its market statistics left open, and its limits")
    .argument("<id>", "task")
    .addOption(new Option("--lang <lang>", "language of the brief").choices(["en", "zh"]).default("en"))
    .option("--reference", "show the reference solution as well")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the task with all of its texts as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  walkforward tasks show implement-sma-band\n  walkforward tasks show implement-sma-band --lang zh --reference",
    )
    .action(async (id: string, options: ShowOptions) => {
      const { createTaskLibrary } = await import("../../adapters/tasks.ts");
      const task = await createTaskLibrary({ folder: folderOf(io, options.dir) }).load(id);
      if (options.json) return io.out(`${JSON.stringify(task, null, 2)}\n`);
      const { placeholders } = await import("../../core/prompt/render-task-prompt.ts");
      const brief = task.brief[options.lang].replaceAll(placeholders.starter, () => fenced(task.starter ?? ""));
      io.out(`${facts(task)}\n\n${brief.trim()}\n`);
      if (options.reference) io.out(`\n## reference.ts\n\n${fenced(task.reference)}\n`);
    });
}

interface ShowOptions {
  readonly lang: Lang;
  readonly reference?: boolean;
  readonly dir?: string;
  readonly json?: boolean;
}

function fenced(code: string): string {
  return `\`\`\`ts\n${code.trim()}\n\`\`\``;
}

function facts(task: Task): string {
  const costs = task.costs === null ? "as the market's" : `${task.costs.feeBps} + ${task.costs.slippageBps} bps`;
  return [
    `${task.id}, version ${task.version}: ${task.track}, level ${task.level}, released ${task.released}`,
    `markets: ${task.classes.join(", ")}, ${task.interval}; ${task.warmupBars} bars of warm-up, ${task.scoredBars} scored`,
    `targets: ${mandateText(task)}; costs: ${costs}; limits: ${task.limits.cpuMs} ms CPU, ${task.limits.memoryMiB} MiB`,
  ].join("\n");
}

function checkCommand(io: Io): Command {
  return new Command("check")
    .description("prove tasks: texts, reference, starter, mutants, null solution; exit 3 if one is rejected")
    .argument("[id...]", "tasks (default: all)")
    .option("--seed <text>", "seed of the paths that they are proved on", "check")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print the verdicts as JSON")
    .addHelpText(
      "after",
      `
Proved of each task: task.yaml is valid and the folder complete; both briefs name every parameter, and no real
instrument or date; the reference passes on every path; the starter does what it claims (the faulty one fails, the slow
one takes at least 5 times the CPU time, the one to improve scores below the reference); every mutant fails with the
kind it states; a program that never trades gains nothing.

Examples:
  walkforward tasks check
  walkforward tasks check implement-sma-band repair-lookahead-zscore
  walkforward tasks check my-task --dir my-tasks --json`,
    )
    .action(async (ids: readonly string[], options: { seed: string; dir?: string; json?: boolean }) => {
      const { checkTasks } = await import("../tasks/check-tasks.ts");
      const folder = folderOf(io, options.dir);
      await refuseUnknown(folder, ids);
      let done = 0;
      const verdicts = await checkTasks({
        root: io.root,
        folder,
        ids,
        seed: options.seed,
        signal: io.signal,
        onVerdict: (verdict, total) => {
          done++;
          io.err(`[${done}/${total}] ${verdict.accepted ? "accept" : "REJECT"}  ${verdict.id}\n`);
        },
      });
      if (verdicts.some((verdict) => !verdict.accepted)) io.exit(3);
      if (options.json) return io.out(`${JSON.stringify({ tasks: verdicts }, null, 2)}\n`);
      io.out(verdicts.map(verdictText).join(""));
      io.out(`${verdicts.filter((verdict) => verdict.accepted).length} of ${verdicts.length} tasks accepted\n`);
    });
}

/** A mistyped id is the user's slip, not a task to reject. */
async function refuseUnknown(folder: string, ids: readonly string[]): Promise<void> {
  const { createTaskLibrary, unknownTask } = await import("../../adapters/tasks.ts");
  const known = await createTaskLibrary({ folder }).ids();
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw unknownTask(unknown, known);
}

function verdictText(verdict: TaskVerdict): string {
  const { id, accepted, reasons, reference, starter, speedUp, mutantsCaught } = verdict;
  if (!accepted) return `REJECT ${id}\n${reasons.map((reason) => `       - ${reason}\n`).join("")}`;
  const found = [
    reference === null ? [] : `reference ${reference.toFixed(3)}`,
    starter === null ? [] : `starter ${starter.toFixed(3)}`,
    speedUp === null ? [] : `reference ${speedUp.toFixed(1)} times as fast as the starter`,
    mutantsCaught === 0 ? [] : `${mutantsCaught} ${mutantsCaught === 1 ? "mutant" : "mutants"} caught`,
  ].flat();
  return `accept ${id}  ${found.join(", ")}\n`;
}
