import type { DataFrame } from "danfojs-node";
import type { Attempt } from "../core/attempt.ts";
import type { PathScore } from "../core/score/path-score.ts";

/** Numbers of one attempt on one path, as they stand in the exported columns; null = not defined. */
const metricColumns = [
  "totalReturn",
  "cagr",
  "volatility",
  "sharpe",
  "sortino",
  "maxDrawdown",
  "maxDrawdownBars",
  "calmar",
  "turnover",
  "exposure",
  "orders",
  "trades",
  "winRate",
  "profitFactor",
] as const;

/** The columns of the export, in order. */
export const pathColumns: readonly string[] = [
  ...["model", "track", "task", "level", "lang", "attempt", "stage", "failure", "score", "utility"],
  ...["path", "kind", "regime", "stress", "dataset", "symbol", "start", "z", "runUp", "drawdown"],
  ...metricColumns,
];

/** The columns that `describePaths` summarises. */
const describedColumns = ["totalReturn", "sharpe", "maxDrawdown", "turnover", "exposure", "utility"] as const;

/** A row of the export: one attempt on one path. */
export type PathRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One row a model × task × language × attempt × path, the noise path among them, in the order of `attempts`. An
 * attempt that never ran has one row without a path, so that an export does not lose what failed.
 */
export function pathRows(attempts: readonly Attempt[]): PathRow[] {
  return attempts.flatMap((attempt) => {
    const paths = attempt.noise === null ? attempt.paths : [...attempt.paths, attempt.noise];
    return paths.length === 0 ? [pathRow(attempt, null)] : paths.map((path) => pathRow(attempt, path));
  });
}

function pathRow(attempt: Attempt, path: PathScore | null): PathRow {
  return {
    model: attempt.model,
    track: attempt.track,
    task: attempt.task,
    level: attempt.level,
    lang: attempt.lang,
    attempt: attempt.attempt,
    stage: attempt.notAttempted === null ? attempt.stage : "not attempted",
    failure: path?.failure?.kind ?? attempt.failure?.kind ?? null,
    score: attempt.score,
    utility: attempt.utility?.value ?? null,
    path: path?.path ?? null,
    kind: path?.kind ?? null,
    regime: path?.regime ?? null,
    stress: path?.stress ?? null,
    dataset: path?.dataset ?? null,
    symbol: path?.symbol ?? null,
    start: path?.start ?? null,
    z: path?.stats?.z ?? null,
    runUp: path?.stats?.runUp ?? null,
    drawdown: path?.stats?.drawdown ?? null,
    ...Object.fromEntries(metricColumns.map((name) => [name, path?.metrics?.[name] ?? null])),
  };
}

/**
 * The rows as CSV (RFC 4180: fields with a comma, quote or line break are quoted), a header first; null is an empty
 * field. Loads danfojs, which takes most of a second.
 */
export async function pathRowsToCsv(rows: readonly PathRow[]): Promise<string> {
  const columns = [...pathColumns];
  if (rows.length === 0) return `${columns.join(",")}\n`;
  // Cells go in as text: danfojs quotes nothing, and writes null in a column of numbers as NaN.
  const { DataFrame, toCSV } = await loadDanfo();
  const frame = new DataFrame(
    rows.map((row) => columns.map((column) => csvField(row[column] ?? null))),
    { columns },
  );
  return toCSV(frame) ?? "";
}

function csvField(value: string | number | boolean | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Summary of one column in one group, over the rows that have a number there. */
export interface ColumnSummary {
  readonly model: string;
  readonly track: string;
  readonly kind: string;
  readonly column: string;
  readonly count: number;
  readonly mean: number;
  /** ddof 1; null of a single row. */
  readonly std: number | null;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** danfojs' describe() of the main metrics, grouped by model, track and kind of path, sorted by them. */
export async function describePaths(rows: readonly PathRow[]): Promise<ColumnSummary[]> {
  const keys = ["model", "track", "kind"];
  const ran = rows.filter((row) => row["kind"] !== null);
  if (ran.length === 0) return [];
  const { DataFrame } = await loadDanfo();
  const data = ran.map((row) => [...keys, ...describedColumns].map((column) => row[column] ?? Number.NaN));
  const groups = new DataFrame(data, { columns: [...keys, ...describedColumns] }).groupby(keys);
  const summaries: ColumnSummary[] = [];
  for (const name of Object.keys(groups.colDict).sort()) {
    const values = groups.keyToValue[name];
    if (values === undefined) continue;
    const names = values.map(String);
    const group = groups.getGroup(names);
    const [model = "", track = "", kind = ""] = names;
    for (const column of describedColumns) summaries.push(...summary({ model, track, kind, column }, group));
  }
  return summaries;
}

function summary(
  group: { readonly model: string; readonly track: string; readonly kind: string; readonly column: string },
  frame: DataFrame,
): ColumnSummary[] {
  const series = frame.column(group.column).dropNa();
  if (series.values.length === 0) return [];
  const described = series.describe();
  const of = (name: string): number => Number(described.values[described.index.indexOf(name)]);
  const count = of("count");
  return [
    {
      ...group,
      count,
      mean: of("mean"),
      std: count < 2 ? null : of("std"),
      min: of("min"),
      median: of("median"),
      max: of("max"),
    },
  ];
}

/** Loaded on first use: it takes 0.9 s. */
async function loadDanfo(): Promise<typeof import("danfojs-node")> {
  const loaded = await import("danfojs-node");
  return "default" in loaded ? (loaded.default as typeof loaded) : loaded;
}
