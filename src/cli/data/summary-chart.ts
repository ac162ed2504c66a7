import type { Bars } from "../../core/bars.ts";
import { formatTime, isDaily } from "../../core/market/format-csv.ts";

/** A picture for the terminal. */
export interface TextChartSize {
  /** Characters across, labels among them; at least 24. */
  readonly columns: number;
  /** Lines of the price; at least 2. */
  readonly rows: number;
  /** False for a terminal that shows ASCII alone. */
  readonly unicode: boolean;
}

/** Lowest and highest price of each stretch of bars, and mean of the volumes that are known (NaN for none). */
interface Stretches {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly volume: Float64Array;
}

const levels = " ▁▂▃▄▅▆▇█";
const asciiLevels = " .:-=+*#@";
const labelWidth = 9;

/**
 * The prices of a market as lines of text, each stretch of bars from its low to its high, logarithmic where the range is wider than
 * fourfold; below it the dates of both ends, and a line of volumes where any is known.
 */
export function summaryChart(bars: Bars, size: TextChartSize): string[] {
  const width = Math.max(8, Math.min(size.columns, 120) - labelWidth - 1);
  const perCell = size.unicode ? 2 : 1;
  const parts = stretches(bars, Math.min(bars.length, width * perCell));
  const low = parts.low.reduce((a, b) => Math.min(a, b));
  const high = parts.high.reduce((a, b) => Math.max(a, b));
  const scale = high / low > 4 ? Math.log : (price: number): number => price;
  const draw = size.unicode ? brailleRows : asciiRows;
  const rows = draw(parts, size.rows, (price) => (scale(price) - scale(low)) / (scale(high) - scale(low) || 1));
  const labels = rows.map((_, i) => (i === 0 ? shortPrice(high) : i === rows.length - 1 ? shortPrice(low) : ""));
  const lines = rows.map((row, i) => `${(labels[i] ?? "").padStart(labelWidth)} ${row}`.trimEnd());
  const log = scale === Math.log ? "log scale" : "";
  return [
    ...lines,
    axisLine(bars, Math.ceil(parts.low.length / perCell), log),
    ...volumeLine(parts, perCell, size.unicode),
  ];
}

function stretches(bars: Bars, count: number): Stretches {
  const low = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(count);
  const sums = new Float64Array(count);
  const known = new Float64Array(count);
  for (let t = 0; t < bars.length; t++) {
    const s = Math.floor((t * count) / bars.length);
    low[s] = Math.min(low[s] as number, bars.low[t] as number);
    high[s] = Math.max(high[s] as number, bars.high[t] as number);
    const volume = bars.volume[t] as number;
    if (!(volume >= 0)) continue;
    sums[s] = (sums[s] as number) + volume;
    known[s] = (known[s] as number) + 1;
  }
  return { low, high, volume: sums.map((sum, s) => sum / (known[s] as number)) };
}

/** Braille has two columns of four dots a character. */
function brailleRows({ low, high }: Stretches, rows: number, place: (price: number) => number): string[] {
  const dots = [
    [0x01, 0x02, 0x04, 0x40],
    [0x08, 0x10, 0x20, 0x80],
  ] as const;
  const cells = Array.from({ length: rows }, () => new Uint8Array(Math.ceil(low.length / 2)));
  const lineOf = (price: number): number => rows * 4 - 1 - Math.round(place(price) * (rows * 4 - 1));
  for (let s = 0; s < low.length; s++) {
    for (let y = lineOf(high[s] as number); y <= lineOf(low[s] as number); y++) {
      const row = cells[y >> 2];
      if (row) row[s >> 1] = (row[s >> 1] as number) | (dots[s & 1]?.[y & 3] ?? 0);
    }
  }
  return cells.map((row) =>
    String.fromCodePoint(...Array.from(row, (cell) => 0x2800 + cell)).replaceAll("\u2800", " "),
  );
}

function asciiRows({ low, high }: Stretches, rows: number, place: (price: number) => number): string[] {
  const lineOf = (price: number): number => rows - 1 - Math.round(place(price) * (rows - 1));
  return Array.from({ length: rows }, (_, y) =>
    Array.from(low, (price, s) => (y >= lineOf(high[s] as number) && y <= lineOf(price) ? "#" : " ")).join(""),
  );
}

function axisLine(bars: Bars, width: number, scale: string): string {
  const daily = isDaily(bars.time);
  const [first, last] = [bars.time[0], bars.time[bars.length - 1]].map((time) =>
    formatTime(time as number, daily).slice(0, 10),
  );
  const between = width - (first?.length ?? 0) - (last?.length ?? 0);
  const middle = between > scale.length + 2 ? scale.padStart((between + scale.length) >> 1).padEnd(between) : "  ";
  return `${" ".repeat(labelWidth)} ${first}${middle}${last}`;
}

/** None where no volume is known. */
function volumeLine({ volume }: Stretches, perCell: number, unicode: boolean): string[] {
  const marks = unicode ? levels : asciiLevels;
  const sizes = volume.filter((value) => !Number.isNaN(value));
  if (sizes.length === 0) return [];
  const most = sizes.reduce((a, b) => Math.max(a, b));
  const line = cellsOf(volume, perCell, Math.ceil(volume.length / perCell)).map((value) => {
    if (Number.isNaN(value) || most === 0) return " ";
    return marks[Math.max(1, Math.ceil((value / most) * (marks.length - 1)))] ?? " ";
  });
  return [`${"volume".padStart(labelWidth)} ${line.join("")}`.trimEnd()];
}

/** The largest of the stretches of each character; NaN where none is known. */
function cellsOf(volume: Float64Array, perCell: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const known = volume.subarray(i * perCell, (i + 1) * perCell).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : known.reduce((a, b) => Math.max(a, b));
  });
}

/** A price of at most eight characters: 1.1234, 12345.6, 1.2e-7. */
function shortPrice(price: number): string {
  const text = String(Number(price.toPrecision(6)));
  return text.length <= labelWidth - 1 ? text : price.toExponential(2);
}
