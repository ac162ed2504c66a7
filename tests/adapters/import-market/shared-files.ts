import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { sharedData, withoutSharedData } from "../market-data/shared-data.ts";

/** How the manifest says that a file is to be parsed. */
interface ParseSpec {
  readonly container: "none" | "zip";
  readonly delimiter: string;
  readonly header: boolean;
  readonly skipLinesBeforeHeader: number;
  readonly columnMap: Readonly<Record<string, string | number>>;
  readonly priceDivisor: number;
}

/** One file of the manifest. */
export interface SharedFile {
  readonly file: string;
  readonly symbol: string;
  readonly interval: string;
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly parse?: ParseSpec;
  readonly derivation?: { readonly rawAlsoAt: string | null };
  readonly checks: {
    readonly fileOrder: string;
    readonly orderInversions: number;
    readonly duplicateTimestamps: number;
    readonly rowsWithMissingOHLC: number;
    readonly highBelowOpenOrClose: number;
    readonly lowAboveOpenOrClose: number;
    readonly highBelowLow: number;
    readonly nonPositivePrices: number;
    readonly flatBars: number;
    readonly zeroVolumeRows: number | null;
    readonly missingVolumeRows: number | null;
    readonly negativeVolumeRows: number | null;
    readonly weekendBars: number;
    readonly unparsableRows: number;
    readonly gaps: { readonly modalStepSeconds: number };
  };
}

/** The manifest's entries; none where the data is absent. */
export function sharedFiles(): readonly SharedFile[] {
  if (withoutSharedData) return [];
  const manifest = JSON.parse(readFileSync(join(sharedData, "MANIFEST.json"), "utf8"));
  return (manifest as { readonly entries: readonly SharedFile[] }).entries;
}

/** Splits a line at commas outside of quotation marks. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  delimiter === ","
    ? [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => (match[2] ?? match[1] ?? "").trim())
    : line.split(delimiter);

function numberOf(cell: string | undefined): number {
  const text = (cell ?? "").replace(/[$,]/g, "");
  const power = { K: 3, M: 6, B: 9 }[text.at(-1) ?? ""];
  if (power !== undefined) return Number(`${text.slice(0, -1)}e${power}`);
  return /^-?[\d.]+(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** Prices and volume of a file by its specification and nothing else: `[open, high, low, close, volume]` a dated row. */
export function naiveRows({ file, parse }: SharedFile): readonly (readonly number[])[] {
  if (parse === undefined) throw new Error(`${file}: no specification`);
  const bytes = readFileSync(join(sharedData, file));
  const inside = parse.container === "zip" ? Object.values(unzipSync(bytes))[0] : bytes;
  const text = new TextDecoder().decode(inside);
  const lines = text.split(/\r?\n/).slice(parse.skipLinesBeforeHeader);
  const header = parse.header ? cellsOf(lines.shift() ?? "", parse.delimiter) : [];
  const at = (name: string): number => {
    const column = parse.columnMap[name];
    return typeof column === "number" ? column : header.indexOf(column ?? "\0");
  };
  const [time, ...columns] = ["time", "open", "high", "low", "close", "volume"].map(at) as [number, ...number[]];
  return lines
    .map((line) => cellsOf(line, parse.delimiter))
    .filter((cells) => (cells[time] ?? "") !== "")
    .map((cells) => columns.map((column, i) => numberOf(cells[column]) / (i < 4 ? parse.priceDivisor : 1)));
}
