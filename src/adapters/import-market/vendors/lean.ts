import { UserError } from "../../../core/failure.ts";
import type { Sample } from "../text/sample.ts";
import type { Role } from "../understanding.ts";
import type { Layout, Vendor } from "../vendor.ts";
import { cellsOf, inFileName, isHeadless } from "./signs.ts";

const prices: readonly Role[] = ["open", "high", "low", "close"];
const minuteName = /^(\d{4})(\d{2})(\d{2})_(?:(\w+?)_(minute|second)_)?(trade|quote)/;

/**
 * QuantConnect LEAN: zipped CSVs without header. Days and hours `19980102 00:00,open,…`; minutes and seconds in milliseconds
 * since midnight of the day that the file's name states (`20131007_spy_minute_trade.csv`). Prices of shares are multiplied by
 * 10,000 and times are New York's; currencies and coins are in plain decimals, UTC. Quotes have bid columns, then ask ones: the
 * bid is read. Times are of the open; prices are not adjusted.
 */
export const lean: Vendor = {
  id: "lean",
  title: "QuantConnect LEAN",
  docs: "https://www.quantconnect.com/docs/v2/lean-cli/datasets/format-and-storage",
  sniff(sample) {
    if (sample.delimiter !== "," || sample.header !== null) return 0;
    if (inFileName(sample, minuteName) !== null && isHeadless(sample, [6, 11], /^\d{1,8}$/)) return 0.98;
    if (!isHeadless(sample, [6, 11], /^\d{8} \d{2}:\d{2}$/)) return 0;
    // Whole numbers may be yen or won as well: LEAN's files bear the symbol in small letters.
    return !isScaled(sample) || inFileName(sample, /^[a-z][a-z.]*\.(csv|zip)$/) !== null ? 0.9 : 0;
  },
  layout(sample): Layout {
    const isQuote = sample.rows[0]?.cells.length === 11;
    const scaled = isScaled(sample);
    const [, year, month, day, symbol, unit] = inFileName(sample, minuteName) ?? [];
    const isDay = year === undefined;
    if (isDay && !/ /.test(sample.rows[0]?.cells[0] ?? "")) throw noDay(sample);
    return {
      columns: ["time", ...prices, "volume"],
      zone: scaled ? "America/New_York" : "UTC",
      exchangeZone: scaled ? "America/New_York" : "UTC",
      priceDivisor: scaled ? 10_000 : 1,
      adjustment: "none",
      volumeUnit: isQuote ? "size of the last bid" : "shares or units",
      ...(isDay
        ? {}
        : {
            time: { kind: "milliseconds of the day", midnight: Date.UTC(Number(year), Number(month) - 1, Number(day)) },
          }),
      ...(unit === "minute" ? { interval: "1m" } : {}),
      ...symbolOf(symbol ?? inFileName(sample, /^([a-z.]+)\.csv$/)?.[1]),
      ...(isQuote ? { notes: ["a file of quotes: the bid is read"] } : {}),
    };
  },
};

const isScaled = (sample: Sample): boolean =>
  [1, 2, 3, 4].every((i) => cellsOf(sample, i).every((cell) => /^\d*$/.test(cell)));

const symbolOf = (symbol: string | undefined): { readonly symbol?: string } =>
  symbol === undefined ? {} : { symbol: symbol.toUpperCase() };

function noDay(sample: Sample): UserError {
  return new UserError(
    `${sample.name}: LEAN's minutes do not say their day; the file's name must, as in 20131007_spy_minute_trade.csv`,
  );
}
