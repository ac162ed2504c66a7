import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { type ExportSource, openExportSource } from "./export-source.ts";
import { csvSink } from "./formats/csv.ts";
import { jsonSink } from "./formats/json.ts";
import { parquetSink } from "./formats/parquet.ts";
import type { RowSink } from "./formats/row-sink.ts";
import { openWholeFile, type WholeFile } from "./formats/whole-file.ts";
import { type Table, type TableName, tableNames } from "./table.ts";
import { tables } from "./tables.ts";

/** The formats there are. */
export const formats = ["csv", "json", "parquet"] as const;

/** One of them. */
export type Format = (typeof formats)[number];

/** What is exported, and where. */
export interface ExportRequest {
  /** Run folder. */
  readonly dir: string;
  /** Folder of the files. */
  readonly out: string;
  readonly format: Format;
  readonly what: readonly TableName[];
  /** CSV only: no apostrophe before texts that a spreadsheet would take for formulas. */
  readonly raw: boolean;
}

/** A file that was written. */
export interface Exported {
  readonly table: TableName;
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes tables of a stored run, each file whole or not at all, a record at a time in memory.
 *
 * @throws UserError if the folder holds no run, or a damaged one, or `out` cannot be written
 */
export async function exportRun(request: ExportRequest, signal: AbortSignal): Promise<readonly Exported[]> {
  const source = openExportSource(request.dir);
  const done: Exported[] = [];
  for (const name of request.what) done.push(await exportTable(request, source, tables[name](source), signal));
  return done;
}

/** `attempts,charts` as tables and charts; `all` is all tables. @throws UserError for any other word, with the nearest one */
export function parseWhat(list: string): { readonly tables: readonly TableName[]; readonly charts: boolean } {
  const words = list.split(",").map((word) => word.trim());
  const known = [...tableNames, "charts", "all"];
  for (const word of words) {
    if (known.includes(word)) continue;
    const near = nearestName(word, known);
    throw new UserError(
      `There is nothing called "${word}" to export: ${tableNames.join(", ")}, charts, or all for all tables.${near === null ? "" : ` Did you mean ${near}?`}`,
    );
  }
  const chosen = words.includes("all") ? tableNames : tableNames.filter((name) => words.includes(name));
  return { tables: chosen, charts: words.includes("charts") };
}

async function exportTable(
  request: ExportRequest,
  source: ExportSource,
  table: Table,
  signal: AbortSignal,
): Promise<Exported> {
  const path = join(request.out, `${table.name}.${request.format}`);
  const file = openWholeFile(path);
  try {
    const sink = openSink(request, source, table, file);
    let rows = 0;
    for await (const batch of table.rows()) {
      signal.throwIfAborted();
      sink.add(batch);
      rows += batch.length;
    }
    sink.end();
    file.finish();
    return { table: table.name, file: path, rows };
  } catch (error) {
    file.discard();
    throw error;
  }
}

function openSink({ format, raw }: ExportRequest, { manifest }: ExportSource, table: Table, file: WholeFile): RowSink {
  if (format === "csv") return csvSink(file, table, { raw });
  if (format === "json") return jsonSink(file, table);
  return parquetSink(file, table, { run: manifest.run, benchmark: manifest.plan.benchmark });
}
