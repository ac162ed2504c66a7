import { factTitles } from "../../core/market/fact-ranges.ts";
import { printTable } from "./print-table.ts";
import type { FactRow, FactTable } from "./synth-facts.ts";

/** A synthetic market beside real ones: a row a fact, and below it what the numbered columns are. */
export async function printFacts(table: FactTable): Promise<string> {
  const { id, bars, instruments, real } = table;
  const head = ["fact", "synthetic", "usual", "verdict", ...real.map((_, i) => `real ${i + 1}`)];
  const rows = table.rows.map((row) => [
    factTitles[row.fact],
    shown(row.synthetic),
    row.range === null ? "–" : `${shown(row.range[0])} … ${shown(row.range[1])}`,
    row.verdict ?? "–",
    ...row.real.map(shown),
  ]);
  const what = instruments === 1 ? `${bars} bars` : `median of ${instruments} instruments of ${bars} bars`;
  const lines = [
    `${id}: ${table.class}, ${table.interval}, ${what}. Nothing was written.`,
    (await printTable(head, rows)).trimEnd(),
    ...real.map((market, i) => `real ${i + 1}: ${market.name}, ${market.bars} bars`),
    ...(real.length === 0 ? ["no real set of this class is at hand: --against FILE or FOLDER names some"] : []),
    verdict(table),
  ];
  return `${lines.join("\n")}\n`;
}

function verdict({ class: marketClass, rows }: FactTable): string {
  const judged = rows.filter((row) => row.verdict !== null);
  const outside = judged.filter((row) => row.verdict !== "within").map((row) => factTitles[row.fact].trim());
  if (judged.length === 0) return `What is usual in class ${marketClass} is not known.`;
  const names = outside.length === 0 ? "" : `; not ${outside.join(", ")}`;
  return `${judged.length - outside.length} of ${judged.length} facts lie within what is usual in class ${marketClass}${names}.`;
}

function shown(value: FactRow["synthetic"]): string {
  if (value === null) return "–";
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
