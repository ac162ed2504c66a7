import { resolve } from "node:path";
import { Command, Option } from "commander";
import { UserError } from "../../core/failure.ts";
import type { Format } from "../export/export-run.ts";
import type { Io } from "../io.ts";

/** Options of `export`. */
interface ExportOptions {
  readonly out: string;
  readonly format: Format;
  readonly what: string;
  readonly page: readonly string[];
  readonly rawText?: boolean;
  readonly json?: boolean;
}

/** `walkforward export DIR --out OUT`: the stored run as tables, and its charts as files. */
export function exportCommand(io: Io): Command {
  return new Command("export")
    .description("write a stored run as tables: attempts, metrics, curves, quiz, ranking; and the charts of its pages")
    .argument("<dir>", "run folder, e.g. reports/quick-s1-0f3a9c21")
    .requiredOption("--out <dir>", "folder for the files: <out>/<table>.<format>, <out>/charts/…")
    .addOption(
      new Option("--format <format>", "what the tables are").choices(["csv", "json", "parquet"]).default("csv"),
    )
    .option("--what <list>", "attempts, metrics, curves, quiz, ranking, charts with commas; all = all tables", "all")
    .option("--page <file...>", "charts: of these pages only, e.g. index.html (default: all but the attempts')", [])
    .option("--raw-text", "CSV: texts as they are, though a spreadsheet may take them for formulas")
    .option("--json", "print what was written: { tables: [{ table, file, rows }], charts: [file] }")
    .addHelpText(
      "after",
      `
attempts has a row an attempt, metrics a row an attempt and path, curves a row a bar, quiz a row an answer, ranking a
row a model. All formats hold the same values; Parquet is typed, and its metadata say what each column is.
Texts are what models wrote. In CSV a text that begins with = + - @ ' or a tab has an apostrophe before it, so that no
spreadsheet runs it: take one leading apostrophe away to have it back, or give --raw-text. An empty field is a value
that does not exist; an empty text is "". Charts are SVG in light colours; a page saves its own as PNG too.

Examples:
  walkforward export reports/quick-s1-0f3a9c21 --out tables
  walkforward export reports/quick-s1-0f3a9c21 --out tables --format parquet --what metrics,curves
  walkforward export reports/quick-s1-0f3a9c21 --out pictures --what charts --page index.html
src/cli/export/README.md shows the tables in a notebook, with danfojs-node, and lists their columns.`,
    )
    .action((dir: string, options: ExportOptions) => run(io, dir, options));
}

async function run(io: Io, dir: string, options: ExportOptions): Promise<void> {
  const { exportRun, parseWhat } = await import("../export/export-run.ts");
  const { exportCharts } = await import("../export/export-charts.ts");
  const { nearPath } = await import("../run/show-run.ts");
  const what = parseWhat(options.what);
  if (options.page.length > 0 && !what.charts)
    throw new UserError("--page chooses charts: give --what charts with it.");
  const [from, out] = [resolve(io.cwd, dir), resolve(io.cwd, options.out)];
  try {
    const request = { dir: from, out, format: options.format, what: what.tables, raw: options.rawText === true };
    const done = await exportRun(request, io.signal);
    const tables = done.map((one) => ({ ...one, file: nearPath(io, one.file) }));
    for (const { file, rows } of tables) io.err(`${file}: ${rows} row${rows === 1 ? "" : "s"}\n`);
    const drawn = what.charts ? await exportCharts({ dir: from, out, pages: options.page }, io.signal) : [];
    const charts = drawn.map((file) => nearPath(io, file));
    if (what.charts) io.err(`${nearPath(io, out)}/charts: ${charts.length} chart${charts.length === 1 ? "" : "s"}\n`);
    if (options.json) io.out(`${JSON.stringify({ tables, charts }, null, 2)}\n`);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    io.err("Interrupted: the file at hand was not written.\n");
    io.exit(130);
  }
}
