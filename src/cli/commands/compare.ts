import { resolve } from "node:path";
import { Command } from "commander";
import { UserError } from "../../core/failure.ts";
import type { Comparison } from "../../core/ranking/compare-pair.ts";
import type { Io } from "../io.ts";

/** `walkforward compare DIR --models A,B`. */
export function compareCommand(io: Io): Command {
  return new Command("compare")
    .description("compare two models of a run, task by task, with significance")
    .argument("<dir>", "run folder")
    .requiredOption("--models <a,b>", "the two models, separated by a comma")
    .option("--json", "print the comparison as JSON")
    .addHelpText(
      "after",
      `
Scores are points of 100; differences are first model less second. p-values are of this pair alone.

Examples:
  walkforward compare reports/my-run --models gpt-a,gpt-b
  walkforward compare reports/my-run --models gpt-a,baseline/buy-and-hold --json`,
    )
    .action(async (dir: string, options: { models: string; json?: boolean }) => {
      const { readRun } = await import("../../adapters/run-folder.ts");
      const { rankingInput } = await import("../../core/ranking/ranking-input.ts");
      const { comparePair } = await import("../../core/ranking/compare-pair.ts");
      const pair = pairOf(options.models);
      const comparison = comparePair(rankingInput([await readRun(resolve(io.cwd, dir))]), pair);
      if (options.json) return io.out(`${JSON.stringify(comparison, null, 2)}\n`);
      io.out(`${await comparisonText(comparison)}\n`);
    });
}

function pairOf(models: string): { a: string; b: string } {
  const [a, b, ...more] = models.split(",").map((name) => name.trim());
  if (!a || !b || more.length > 0) {
    throw new UserError(`--models wants two models separated by a comma, like gpt-a,gpt-b; got "${models}".`);
  }
  return { a, b };
}

async function comparisonText(comparison: Comparison): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const { formatScore, scoreDecimals } = await import("../../core/ranking/format-score.ts");
  const plain = { head: [], border: [], compact: true };
  const units = new Table({
    head: ["part", "task or template", comparison.a, comparison.b, "difference"],
    colAligns: ["left", "left", "right", "right", "right"],
    style: plain,
  });
  for (const { part, unit, a, b, difference } of comparison.units) {
    units.push([part, unit, formatScore(a, null), formatScore(b, null), formatScore(difference, null)]);
  }
  const sums = new Table({
    head: ["score", "difference", "95 % interval", "p", "ahead", "behind", "equal"],
    colAligns: ["left", "right", "right", "right", "right", "right", "right"],
    style: plain,
  });
  for (const name of ["overall", "trading", "quiz", "engineering"] as const) {
    const result = comparison[name];
    if (result === null) continue;
    const count = name === "overall" ? null : comparison.counts[name];
    const decimals = scoreDecimals(result.standardError);
    sums.push([
      name,
      formatScore(result.value, result.standardError),
      result.interval === null ? "–" : result.interval.map((end) => end.toFixed(decimals)).join(" to "),
      result.p === null ? "–" : result.p < 0.0001 ? "< 0.0001" : result.p.toFixed(4),
      ...(count === null ? ["", "", ""] : [`${count.a}`, `${count.b}`, `${count.equal}`]),
    ]);
  }
  return `${units.toString()}\n${sums.toString()}`;
}
