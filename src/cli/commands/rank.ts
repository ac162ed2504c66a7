import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Attempt } from "../../core/attempt.ts";
import { UserError } from "../../core/failure.ts";
import type { Ranking, Weights } from "../../core/ranking/ranking.ts";
import type { RankingInput } from "../../core/ranking/ranking-input.ts";
import { type SliceKind, sliceKinds } from "../../core/ranking/slice-ranking.ts";
import type { Io } from "../io.ts";

/** Options of `rank`. */
interface RankOptions {
  readonly weights?: string;
  readonly by?: SliceKind;
  readonly json?: boolean;
  readonly csv?: string;
  readonly describe?: boolean;
}

/** A ranking of all, or of one slice. */
interface Board {
  readonly by: SliceKind | null;
  readonly value: string | null;
  readonly ranking: Ranking;
}

/** `walkforward rank DIR…`. */
export function rankCommand(io: Io): Command {
  return new Command("rank")
    .description("one ranking over one or several runs of the same plan")
    .argument("<dir...>", "run folders; a model that is in several is taken from the last")
    .option(
      "--weights <shares>",
      "shares of the overall score, 0 or more, e.g. trading=0.6,quiz=0.4; those left out are 0 (default: of the run)",
    )
    .addOption(new Option("--by <what>", "one ranking for each of these").choices(sliceKinds))
    .option("--json", "print ranking.json (with --by: { slices: [{ by, value, ranking }] })")
    .option("--csv <file>", "write one row per model, task, attempt and path; - is standard output")
    .option("--describe", "add a summary of returns, Sharpe and drawdowns by model, track and kind of path")
    .addHelpText(
      "after",
      `
Examples:
  walkforward rank reports/my-run
  walkforward rank reports/run-a reports/run-b --weights trading=0.6,quiz=0.3,engineering=0.1
  walkforward rank reports/my-run --by class
  walkforward rank reports/my-run --csv paths.csv --describe`,
    )
    .action((dirs: string[], options: RankOptions) => rank(io, dirs, options));
}

async function rank(io: Io, dirs: readonly string[], options: RankOptions): Promise<void> {
  if (options.csv === "-" && (options.json || options.describe)) {
    throw new UserError("--csv - writes to standard output, and so does --json or --describe. Name a file.");
  }
  const { readRun } = await import("../../adapters/run-folder.ts");
  const { rankingInput } = await import("../../core/ranking/ranking-input.ts");
  const { rankModels } = await import("../../core/ranking/rank-models.ts");
  const { sliceRanking } = await import("../../core/ranking/slice-ranking.ts");
  const runs = await Promise.all(dirs.map((dir) => readRun(resolve(io.cwd, dir))));
  const weights = options.weights === undefined ? undefined : parseWeights(options.weights);
  const input = rankingInput(runs, weights);
  if (weights !== undefined) refuseEmptyWeights(weights, rankModels(input).weights, options.weights ?? "");
  const plan = runs[0]?.manifest.plan;
  const boards: Board[] =
    options.by === undefined || plan === undefined
      ? [{ by: null, value: null, ranking: rankModels(input) }]
      : sliceRanking(input, plan, options.by).map(({ by, value, input }) => ({
          by,
          value,
          ranking: rankModels(input),
        }));
  if (options.csv !== undefined) await writeCsv(io, options.csv, countingAttempts(input));
  if (options.csv !== "-") io.out(options.json ? boardsJson(boards) : await boardsText(io, boards));
  if (options.describe) (options.json ? io.err : io.out)(await descriptionText(countingAttempts(input)));
}

/** `trading=0.6,quiz=0.4` as weights; shares are scaled to add up to 1. */
function parseWeights(text: string): Weights {
  const weights = { trading: 0, quiz: 0, engineering: 0 };
  for (const share of text.split(",")) {
    const [name = "", value = ""] = share.split("=").map((word) => word.trim());
    const number = Number(value);
    if (!(name in weights) || value === "" || !(number >= 0 && Number.isFinite(number))) {
      throw new UserError(
        `--weights wants shares of 0 or more of trading, quiz and engineering, like trading=0.75,quiz=0.25; got "${share}".`,
      );
    }
    weights[name as keyof Weights] = number;
  }
  const total = weights.trading + weights.quiz + weights.engineering;
  if (total === 0) throw new UserError(`--weights wants at least one share above 0; got "${text}".`);
  return { trading: weights.trading / total, quiz: weights.quiz / total, engineering: weights.engineering / total };
}

/** A ranking shares the weight among the parts that the run has; asked for none of them, it would rank by others. */
function refuseEmptyWeights(asked: Weights, used: Weights, text: string): void {
  const present = (["trading", "quiz", "engineering"] as const).filter((part) => used[part] > 0);
  if (present.length === 0 || present.some((part) => asked[part] > 0)) return;
  throw new UserError(`--weights ${text} leaves nothing to rank by: the run has ${present.join(" and ")} only.`);
}

/** The attempts that were asked for: those of tasks in the plan. */
function countingAttempts(input: RankingInput): Attempt[] {
  const tasks = new Set(input.expected.tasks);
  return input.attempts.filter((attempt) => tasks.has(attempt.task));
}

async function writeCsv(io: Io, file: string, attempts: readonly Attempt[]): Promise<void> {
  const { pathRows, pathRowsToCsv } = await import("../../adapters/frames.ts");
  const rows = pathRows(attempts);
  const csv = await pathRowsToCsv(rows);
  if (file === "-") return io.out(csv);
  const { writeFileAtomic } = await import("../../adapters/shared/write-file-atomic.ts");
  writeFileAtomic(resolve(io.cwd, file), csv);
  io.err(`${rows.length} rows written to ${file}\n`);
}

function boardsJson(boards: readonly Board[]): string {
  const [only] = boards;
  const value = only?.by === null ? only.ranking : { slices: boards };
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function boardsText(io: Io, boards: readonly Board[]): Promise<string> {
  const { rankingTable } = await import("../ranking-table.ts");
  return boards
    .map(({ by, value, ranking }) => {
      const title = by === null ? "" : `\n${by} ${value}\n`;
      return `${title}${rankingTable(ranking, { color: io.color, columns: io.columns })}\n`;
    })
    .join("");
}

async function descriptionText(attempts: readonly Attempt[]): Promise<string> {
  const { describePaths, pathRows } = await import("../../adapters/frames.ts");
  const { default: Table } = await import("cli-table3");
  const table = new Table({
    head: ["model", "track", "kind", "column", "count", "mean", "std", "min", "median", "max"],
    colAligns: ["left", "left", "left", "left", "right", "right", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  const text = (value: number | null): string => (value === null ? "–" : value.toFixed(4));
  for (const row of await describePaths(pathRows(attempts))) {
    const numbers = [row.mean, row.std, row.min, row.median, row.max].map(text);
    table.push([row.model, row.track, row.kind, row.column, row.count, ...numbers]);
  }
  return `${table.toString()}\n`;
}
