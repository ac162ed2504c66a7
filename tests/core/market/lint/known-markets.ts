import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { LintFacts } from "../../../../src/core/market/lint/lint-facts.ts";
import type { RawBars } from "../../../../src/core/market/raw-bars.ts";

const folder = join(import.meta.dirname, "../../../../../shared/market-data");

/** True where the shared test data lies; in CI its absence is an error of the tests that need it. */
export const haveMarkets: boolean = existsSync(join(folder, "MANIFEST.json")) || process.env["CI"] !== undefined;

interface ParseSpec {
  readonly container: "none" | "zip";
  readonly delimiter: string;
  readonly header: boolean;
  readonly skipLinesBeforeHeader: number;
  readonly timeFormat: string;
  readonly columnMap: Readonly<Record<string, string | number>>;
  readonly priceDivisor: number;
  readonly day?: string;
}

/** One file of the manifest with its known answers. */
export interface ManifestEntry {
  readonly file: string;
  readonly rows: number;
  readonly parse?: ParseSpec;
  readonly checks: Readonly<Record<string, unknown>>;
}

/** The files of the shared test data; none where it is absent. */
export function manifest(): readonly ManifestEntry[] {
  if (!haveMarkets) return [];
  const text = readFileSync(join(folder, "MANIFEST.json"), "utf8");
  return (JSON.parse(text) as { readonly entries: readonly ManifestEntry[] }).entries;
}

const normalised: ParseSpec = {
  container: "none",
  delimiter: ",",
  header: true,
  skipLinesBeforeHeader: 0,
  timeFormat: "iso",
  columnMap: { time: "timestamp", open: "open", high: "high", low: "low", close: "close", volume: "volume" },
  priceDivisor: 1,
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Milliseconds UTC of a time as one of the manifest's formats writes it; NaN for none. */
function timeOf(text: string, { timeFormat, day }: ParseSpec): number {
  if (text === "") return Number.NaN;
  if (timeFormat === "unix") return Number(text) * 1000;
  if (timeFormat === "unixms") return Number(text);
  if (timeFormat === "msmidnight") return Date.parse(day ?? "") + Number(text);
  if (timeFormat === "iso") return Date.parse(text.length === 10 || /Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  const part: Record<string, number> = { Y: 0, m: 1, d: 1, H: 0, M: 0, S: 0 };
  const widths: Record<string, string> = { Y: "\\d{4}", y: "\\d\\d", b: "[A-Za-z]{3}", p: "AM|PM", f: "\\d+" };
  const names: string[] = [];
  const pattern = timeFormat.replace(/[.]/g, "\\.").replace(/%(\w)/g, (_, name: string) => {
    names.push(name);
    return `(${widths[name] ?? "\\d{1,2}"})`;
  });
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (match === null) return Number.NaN;
  names.forEach((name, i) => {
    const cell = match[i + 1] ?? "";
    if (name === "b") part["m"] = months.indexOf(cell.toLowerCase()) + 1;
    else if (name === "y") part["Y"] = 2000 + Number(cell);
    else if (name === "I") part["H"] = Number(cell) % 12;
    else if (name === "p") part["H"] = (part["H"] ?? 0) + (cell === "PM" ? 12 : 0);
    else part[name] = Number(cell);
  });
  const at = (name: string): number => part[name] ?? 0;
  return Date.UTC(at("Y"), at("m") - 1, at("d"), at("H"), at("M"), at("S"));
}

/** `"1,234.5"`, `$12`, `1.2M`; NaN for `-`, `null` and an empty cell. */
function numberOf(text: string): number {
  const match = /^\$?(-?[\d.]+(?:e-?\d+)?)([KMB]?)$/i.exec(text.replaceAll(",", "").trim());
  if (match === null) return Number.NaN;
  return Number(match[1]) * ({ K: 1e3, M: 1e6, B: 1e9 }[match[2] ?? ""] ?? 1);
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells = line.match(new RegExp(`"[^"]*"|[^${delimiter}]+|(?<=^|${delimiter})(?=${delimiter}|$)`, "g")) ?? [];
  return cells.map((cell) => cell.replaceAll('"', "").trim());
}

/** A file of the manifest as raw bars, read after the manifest's own specification. */
export function rawOf(entry: ManifestEntry): RawBars {
  const spec = entry.parse ?? normalised;
  const bytes = readFileSync(join(folder, entry.file));
  const unzipped = spec.container === "zip" ? Object.values(unzipSync(bytes))[0] : bytes;
  const lines = new TextDecoder().decode(unzipped).split(/\r?\n/);
  const from = spec.skipLinesBeforeHeader + (spec.header ? 1 : 0);
  const header = spec.header ? cellsOf(lines[from - 1] ?? "", spec.delimiter) : [];
  const rows = lines
    .map((text, i) => ({ text, line: i + 1 }))
    .slice(from)
    .filter(({ text }) => text !== "");
  const cells = rows.map(({ text }) => cellsOf(text, spec.delimiter));
  const place = (name: string): number => {
    const key = spec.columnMap[name] ?? -1;
    return typeof key === "number" ? key : header.indexOf(key);
  };
  const numbers = (name: string, divisor: number): Float64Array => {
    const column = place(name);
    return Float64Array.from(cells, (row) => numberOf(row[column] ?? "") / divisor);
  };
  const time = place("time");
  return {
    length: rows.length,
    time: Float64Array.from(cells, (row) => timeOf(row[time] ?? "", spec)),
    open: numbers("open", spec.priceDivisor),
    high: numbers("high", spec.priceDivisor),
    low: numbers("low", spec.priceDivisor),
    close: numbers("close", spec.priceDivisor),
    volume: numbers("volume", 1),
    line: Int32Array.from(rows, ({ line }) => line),
  };
}

const facts = (marketClass: string, interval: string, timezone: string): LintFacts => ({
  class: marketClass,
  interval,
  timezone,
});

/** What a person who adds the file would state. */
export const knownFacts: Readonly<Record<string, LintFacts>> = {
  "markets/us-spy-daily-1998-2021.csv": facts("equity", "1d", "America/New_York"),
  "markets/us-msft-daily-1990-2022.csv": facts("equity", "1d", "America/New_York"),
  "markets/idx-spx-daily-1990-2022.csv": facts("equity-index", "1d", "America/New_York"),
  "markets/idx-kospi-daily-2006-2019.csv": facts("equity-index", "1d", "Asia/Seoul"),
  "markets/fx-eurusd-daily-2007-2021.csv": facts("fx", "1d", "UTC"),
  "markets/fx-eurusd-hourly-2022-2025.csv": facts("fx", "1h", "UTC"),
  "markets/crypto-btcusdt-daily-2017-2021.csv": facts("crypto", "1d", "UTC"),
  "markets/crypto-btcusd-hourly-2018-2019.csv": facts("crypto", "1h", "UTC"),
  "markets/metal-xauusd-daily-2012-2022.csv": facts("commodity", "1d", "UTC"),
  "vendor-formats/yahoo/AAPL-daily-2004-2018.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/yahoo/HSI-daily-1986-2020-nulls.csv": facts("equity-index", "1d", "Asia/Hong_Kong"),
  "vendor-formats/stooq/WIG20-daily-1991-2025.csv": facts("equity-index", "1d", "Europe/Warsaw"),
  "vendor-formats/investing/Nikkei225-daily-2006-2019.csv": facts("equity-index", "1d", "Asia/Tokyo"),
  "vendor-formats/cryptodatadownload/BTCUSD-Coinbase-1h-2017-2019.csv": facts("crypto", "1h", "UTC"),
  "vendor-formats/binance/ADABTC-1m-2021-11-27.csv": facts("crypto", "1m", "UTC"),
  "vendor-formats/lean/AAPL-daily-1998-2021-unadjusted.zip": facts("equity", "1d", "America/New_York"),
  "vendor-formats/lean/SPY-minute-2013-10-07.zip": facts("equity", "1m", "America/New_York"),
  "vendor-formats/quandl/WIKI-AAPL-daily-2011.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/google/ORCL-daily-2010-malformed.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/ninjatrader/SPY-1m-2011-01.csv": facts("equity", "1m", "America/New_York"),
  "vendor-formats/tradingview/EURUSD-1h-2022-2025-iso-offset.csv": facts("fx", "1h", "America/New_York"),
  "vendor-formats/tradingview/SPY-1d-2003-2026-unix-plot.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/dukascopy/EURUSD-1h-ask-2017.csv": facts("fx", "1h", "UTC"),
  "vendor-formats/nasdaq/GOOGL-daily-2020.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/nse/TCS-daily-2004-2023.csv": facts("equity", "1d", "Asia/Kolkata"),
  "vendor-formats/alphavantage/daily-adjusted-2019-2020.csv": facts("equity", "1d", "America/New_York"),
  "vendor-formats/cboe/VIX-daily-1990-2026.csv": facts("equity-index", "1d", "America/New_York"),
  "vendor-formats/skinok/SH600000-daily-1999-2022.csv": facts("equity", "1d", "Asia/Shanghai"),
  "vendor-formats/dirty/SPY-daily-2017-2018-bad.csv": facts("equity", "1d", "America/New_York"),
};
