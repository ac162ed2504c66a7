import { readCurves, readTaskPaths } from "../../../adapters/run-folder.ts";
import type { PathCurve, TaskPaths } from "../../../bench/ports.ts";
import type { Attempt } from "../../../core/attempt.ts";
import type { StoredPath } from "../../../core/paths/stored-path.ts";
import type { ExportSource } from "../export-source.ts";
import { type ColumnOf, integer, number, type Row, rowOf, type Table, text } from "../table.ts";

/** One bar of one attempt on one path. */
interface BarOf {
  readonly attempt: Attempt;
  readonly path: StoredPath;
  readonly curve: PathCurve;
  /** From the last warm-up bar. */
  readonly bar: number;
  /** From the first bar of the path. */
  readonly at: number;
}

const columns: readonly ColumnOf<BarOf>[] = [
  text("model", "Model that was asked.", ({ attempt }) => attempt.model),
  text("task", "Task that was asked.", ({ attempt }) => attempt.task),
  text("lang", "Language of the prompt.", ({ attempt }) => attempt.lang),
  integer("attempt", "Which attempt of this model at this task, from 0.", ({ attempt }) => attempt.attempt),
  text("path", "p1 … p8, or noise.", ({ path }) => path.path),
  text("kind", "history, mirror, twin or noise.", ({ path }) => path.kind),
  integer("bar", "0 is the last warm-up bar, at whose close equity is 1.", ({ bar }) => bar),
  integer("pathBar", "The same from the path's first bar, as audits count.", ({ at }) => at),
  {
    name: "time",
    type: "time",
    doc: "Opening of the bar, shifted like all times of a path.",
    of: ({ path, at }) => path.time[at] ?? null,
  },
  number("open", "Price, rescaled like all prices of a path.", ({ path, at }) => path.open[at] ?? null),
  number("high", "Highest price.", ({ path, at }) => path.high[at] ?? null),
  number("low", "Lowest price.", ({ path, at }) => path.low[at] ?? null),
  number("close", "Last price.", ({ path, at }) => path.close[at] ?? null),
  number("volume", "null where it is not known.", ({ path, at }) => path.volume[at] ?? null),
  number(
    "target",
    "Share of equity wanted at the close; null keeps the one before.",
    ({ curve, at }) => curve.target[at] ?? null,
  ),
  number("stopLoss", "Fraction of the entry price; null for none.", ({ curve, at }) => curve.stopLoss?.[at] ?? null),
  number("takeProfit", "The same.", ({ curve, at }) => curve.takeProfit?.[at] ?? null),
  number("trailingStop", "The same.", ({ curve, at }) => curve.trailingStop?.[at] ?? null),
  number("equity", "After costs, in units of the start.", ({ curve, bar }) => curve.equity[bar] ?? null),
  number("position", "Share of equity held at the close, in [−1, 1].", ({ curve, bar }) => curve.position[bar] ?? null),
];

/** One row a bar: what every attempt that ran did on each of its paths. */
export function curvesTable(source: ExportSource): Table {
  return {
    name: "curves",
    doc: "One row a scored bar of an attempt on a path, the last warm-up bar first.",
    columns,
    rows: () => bars(source),
  };
}

/** A batch a path: 751 rows as a rule. Attempts come task by task, so that a task's paths are read once or a few times. */
async function* bars(source: ExportSource): AsyncGenerator<readonly Row[], void, undefined> {
  let known: TaskPaths | null = null;
  for await (const attempt of source.attempts()) {
    const curves = await readCurves(source.dir, attempt);
    if (curves === null) continue;
    if (known?.task !== attempt.task) known = await readTaskPaths(source.dir, attempt.task);
    for (const curve of curves.paths) {
      const path = known?.paths.find((one) => one.path === curve.path);
      if (path !== undefined) yield pathBars(attempt, path, curve);
    }
  }
}

function pathBars(attempt: Attempt, path: StoredPath, curve: PathCurve): readonly Row[] {
  const first = path.warmupBars - 1;
  return curve.equity.map((_, bar) => rowOf(columns, { attempt, path, curve, bar, at: first + bar }));
}
