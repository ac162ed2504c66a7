import type { BarLine, BarLines } from "./preset.ts";

/** How the lines of a layout are read. */
export interface LineReader {
  /** True where the first line names the columns. */
  readonly header: boolean;
  /** The bar of a line; a text says why it holds none. */
  readonly bar: (cells: readonly string[], line: string) => BarLine | string;
}

/** Takes a CSV without quotes apart, one bar a line. Blank lines are none. */
export function barLines(text: string, reader: LineReader): BarLines {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const header = reader.header ? (lines.shift() ?? "") : null;
  const bars: BarLine[] = [];
  const leftOut: Record<string, number> = {};
  for (const line of lines) {
    if (line.trim() === "") continue;
    const bar = reader.bar(line.split(","), line);
    const missing = typeof bar === "string" ? bar : Number.isNaN(bar.time) ? "a line without a date" : null;
    if (missing !== null) leftOut[missing] = (leftOut[missing] ?? 0) + 1;
    else if (typeof bar !== "string") bars.push(bar);
  }
  return { header, bars, leftOut };
}

/** Midnight UTC of `2020-01-31` or, as American files write it, `01/31/2020`; NaN for anything else. */
export function dateCell(text: string): number {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const iso = american
    ? `${american[3]}-${(american[1] ?? "").padStart(2, "0")}-${(american[2] ?? "").padStart(2, "0")}`
    : text.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
}
