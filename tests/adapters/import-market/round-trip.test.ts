import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importText } from "./import-text.ts";

interface Bar {
  readonly time: number;
  /** Open, high, low, close and volume as digits with a decimal point. */
  readonly numbers: readonly string[];
}

const dayMs = 86_400_000;
const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The fields of a UTC time. */
function fieldsOf(time: number): Readonly<Record<"Y" | "M" | "D" | "h" | "m" | "s", number>> {
  const date = new Date(time);
  return {
    Y: date.getUTCFullYear(),
    M: date.getUTCMonth() + 1,
    D: date.getUTCDate(),
    h: date.getUTCHours(),
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Notations of dates that whole files leave no doubt about. */
const dateWriters: Readonly<Record<string, (time: number) => string>> = {
  "YYYY-MM-DD": (time) => new Date(time).toISOString().slice(0, 10),
  YYYYMMDD: (time) => new Date(time).toISOString().slice(0, 10).replaceAll("-", ""),
  "YYYY.MM.DD": (time) => new Date(time).toISOString().slice(0, 10).replaceAll("-", "."),
  "D.M.YYYY": (time) => ((f) => `${f.D}.${f.M}.${f.Y}`)(fieldsOf(time)),
  "DD/MM/YYYY": (time) => ((f) => `${pad(f.D)}/${pad(f.M)}/${f.Y}`)(fieldsOf(time)),
  "M/D/YYYY": (time) => ((f) => `${f.M}/${f.D}/${f.Y}`)(fieldsOf(time)),
  "MM-DD-YY": (time) => ((f) => `${pad(f.M)}-${pad(f.D)}-${pad(f.Y % 100)}`)(fieldsOf(time)),
  "DD-Mon-YY": (time) => ((f) => `${pad(f.D)}-${months[f.M - 1]}-${pad(f.Y % 100)}`)(fieldsOf(time)),
  "Mon DD, YYYY": (time) => ((f) => `"${months[f.M - 1]} ${pad(f.D)}, ${f.Y}"`)(fieldsOf(time)),
  YYYY年M月D日: (time) => ((f) => `${f.Y}年${f.M}月${f.D}日`)(fieldsOf(time)),
};

/** Notations of moments. */
const timeWriters: Readonly<Record<string, (time: number) => string>> = {
  ISO: (time) => new Date(time).toISOString(),
  "ISO without seconds": (time) => `${new Date(time).toISOString().slice(0, 16)}Z`,
  "blank between": (time) => new Date(time).toISOString().slice(0, 19).replace("T", " "),
  "-05:00": (time) => `${new Date(time - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`,
  "12 hours": (time) =>
    ((f) => `${f.Y}/${f.M}/${f.D} ${f.h % 12 || 12}:${pad(f.m)} ${f.h < 12 ? "AM" : "PM"}`)(fieldsOf(time)),
  seconds: (time) => String(time / 1000),
  milliseconds: (time) => String(time),
  nanoseconds: (time) => `${time}000000`,
  compact: (time) => new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", " "),
};

const headers: Readonly<Record<string, readonly string[]>> = {
  English: ["Date", "Open", "High", "Low", "Close", "Volume"],
  "close first": ["time", "close", "open", "high", "low", "vol"],
  German: ["Datum", "Eröffnung", "Hoch", "Tief", "Schlusskurs", "Stücke"],
  Russian: ["Дата", "Откр.", "Макс.", "Мин.", "Закр.", "Объём"],
  Japanese: ["日付", "始値", "高値", "安値", "終値", "出来高"],
};
const closeFirst = [3, 0, 1, 2, 4];

/** A price in cents as digits, and its bar: low ≤ open, close ≤ high. */
const bars = (step: number): fc.Arbitrary<readonly Bar[]> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 16_000 }),
      fc.array(
        fc.tuple(
          fc.integer({ min: 50, max: 9_000_000 }),
          fc.integer({ min: 0, max: 999 }),
          fc.integer({ min: 0, max: 999 }),
          fc.nat(40),
          fc.nat(9_999_999),
        ),
        {
          minLength: 40,
          maxLength: 60,
        },
      ),
    )
    .map(([day, rows]) =>
      rows.map(([low, a, b, up, volume], t) => {
        const cents = (value: number): string => (value / 100).toFixed(2);
        const [open, close] = [low + a, low + b];
        const high = Math.max(open, close) + up;
        return {
          time: (3500 + day) * dayMs + t * step,
          numbers: [...[open, high, low, close].map(cents), String(volume)],
        };
      }),
    );

interface Dialect {
  readonly header: keyof typeof headers;
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly decimal: "." | ",";
  readonly group: boolean;
  readonly newestFirst: boolean;
  readonly lineEnd: "\n" | "\r\n";
  readonly packing: "none" | "gzip" | "zip" | "zstd";
  readonly encoding: "utf-8" | "utf-8 with mark" | "utf-16le" | "utf-16be";
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  header: fc.constantFrom(...Object.keys(headers)),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  decimal: fc.constantFrom(".", ","),
  group: fc.boolean(),
  newestFirst: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  packing: fc.constantFrom("none", "gzip", "zip", "zstd"),
  encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le", "utf-16be"),
});

/** `1234567.89` in the dialect's signs, quoted where it must be. */
function written(digits: string, dialect: Dialect): string {
  const [whole = "", fraction] = digits.split(".");
  const separator = dialect.decimal === "." ? "," : ".";
  const groups = dialect.group ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  const text = fraction === undefined ? groups : `${groups}${dialect.decimal}${fraction}`;
  return text.includes(dialect.delimiter) ? `"${text}"` : text;
}

function fileOf(rows: readonly Bar[], time: (time: number) => string, dialect: Dialect): Uint8Array {
  const names = headers[dialect.header] as readonly string[];
  const lines = rows.map((bar) => {
    const cells = bar.numbers.map((digits) => written(digits, dialect));
    const ordered = dialect.header === "close first" ? closeFirst.map((i) => cells[i]) : cells;
    return [time(bar.time), ...ordered].join(dialect.delimiter);
  });
  const table = [names.join(dialect.delimiter), ...(dialect.newestFirst ? lines.toReversed() : lines)];
  return packed(encoded(table.join(dialect.lineEnd) + dialect.lineEnd, dialect.encoding), dialect.packing);
}

function encoded(text: string, encoding: Dialect["encoding"]): Buffer {
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return Buffer.from(encoding === "utf-8" ? text : `\ufeff${text}`);
}

function packed(bytes: Buffer, packing: Dialect["packing"]): Uint8Array {
  if (packing === "gzip") return gzipSync(bytes);
  if (packing === "zstd") return zstdCompressSync(bytes);
  return packing === "zip" ? zipSync({ "prices.csv": new Uint8Array(bytes), "readme.md": strToU8("hi") }) : bytes;
}

async function comesBack(rows: readonly Bar[], time: (time: number) => string, dialect: Dialect): Promise<void> {
  const { bars: read } = await importText(fileOf(rows, time, dialect));
  const wanted = dialect.newestFirst ? rows.toReversed() : rows;
  const column = (i: number): Float64Array => Float64Array.from(wanted, ({ numbers }) => Number(numbers[i]));
  expect(read.time).toEqual(Float64Array.from(wanted, (bar) => bar.time));
  expect([read.open, read.high, read.low, read.close, read.volume]).toEqual([0, 1, 2, 3, 4].map(column));
}

describe("bars written in any dialect come back bit for bit", () => {
  it.each(Object.keys(dateWriters))("days as %s", async (notation) => {
    const writer = dateWriters[notation] as (time: number) => string;
    await fc.assert(
      fc.asyncProperty(bars(dayMs), dialects, (rows, dialect) => comesBack(rows, writer, dialect)),
      { numRuns: 12 },
    );
  });

  it.each(Object.keys(timeWriters))("minutes as %s", async (notation) => {
    const writer = timeWriters[notation] as (time: number) => string;
    await fc.assert(
      fc.asyncProperty(bars(15 * 60_000), dialects, (rows, dialect) => comesBack(rows, writer, dialect)),
      { numRuns: 12 },
    );
  });
});
