import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Format } from "../export/export-run.ts";
import type { Io } from "../io.ts";

/** Options of `export`. */
interface ExportOptions {
  readonly out: string;
  readonly format: Format;
  readonly what: string;
  readonly rawText?: boolean;
  readonly json?: boolean;
}

/** `walkforward export DIR --out OUT`: the stored run as tables. */
export function exportCommand(io: Io): Command {
  return new Command("export")
    .description("write a stored run as tables: attempts, metrics, curves, quiz, ranking")
    .argument("<dir>", "run folder, e.g. reports/quick-s1-0f3a9c21")
    .requiredOption("--out <dir>", "folder for the files, one a table: <out>/<table>.<format>")
    .addOption(new Option("--format <format>", "what the files are").choices(["csv", "json", "parquet"]).default("csv"))
    .option("--what <tables>", "attempts, metrics, curves, quiz, ranking, with commas between them; or all", "all")
    .option("--raw-text", "CSV: texts as they are, though a spreadsheet may take them for formulas")
    .option("--json", "print what was written: [{ table, file, rows }]")
    .addHelpText(
      "after",
      `
attempts has a row an attempt, metrics a row an attempt and path, curves a row a bar, quiz a row an answer, ranking a
row a model. All formats hold the same values; Parquet is typed, and its metadata say what each column is.
Texts are what models wrote. In CSV a text that begins with = + - @ ' or a tab has an apostrophe before it, so that no
spreadsheet runs it: take one leading apostrophe away to have it back, or give --raw-text. An empty field is a value
that does not exist; an empty text is "".

Examples:
  walkforward export reports/quick-s1-0f3a9c21 --out tables
  walkforward export reports/quick-s1-0f3a9c21 --out tables --format parquet --what metrics,curves
src/cli/export/README.md shows the tables in a notebook, with danfojs-node, and lists their columns.`,
    )
    .action((dir: string, options: ExportOptions) => run(io, dir, options));
}

async function run(io: Io, dir: string, options: ExportOptions): Promise<void> {
  const { exportRun, parseTables } = await import("../export/export-run.ts");
  const { nearPath } = await import("../run/show-run.ts");
  try {
    const done = await exportRun(
      {
        dir: resolve(io.cwd, dir),
        out: resolve(io.cwd, options.out),
        format: options.format,
        what: parseTables(options.what),
        raw: options.rawText === true,
      },
      io.signal,
    );
    const files = done.map((one) => ({ ...one, file: nearPath(io, one.file) }));
    if (options.json) io.out(`${JSON.stringify(files, null, 2)}\n`);
    for (const { file, rows } of files) io.err(`${file}: ${rows} row${rows === 1 ? "" : "s"}\n`);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    io.err("Interrupted: the file at hand was not written.\n");
    io.exit(130);
  }
}
