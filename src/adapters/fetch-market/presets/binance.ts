import { classFacts } from "../../../core/market/class-facts.ts";
import { barLines } from "../bar-lines.ts";
import { dayMs, daysBetween, isoDay, isoMonth, monthsBetween } from "../days.ts";
import type { BarLine, FetchPreset, FetchRequest, RemoteFile } from "../preset.ts";

/** The first day of the spot archive. */
const firstDay = Date.UTC(2017, 7, 17);

/** Months that may not have been made yet: an archive is made in the first days of the next month. */
const monthsUnderWay = 2;

function archive(request: FetchRequest, span: "monthly" | "daily", stamp: string): RemoteFile {
  const { symbol, interval } = request;
  const name = `${symbol}-${interval}-${stamp}.zip`;
  const path = `data/spot/${span}/klines/${symbol}/${interval}/${name}`;
  return { path, name, content: "zip", checksumPath: `${path}.CHECKSUM`, mayBeMissing: true };
}

function files(request: FetchRequest): readonly RemoteFile[] {
  const yesterday = request.today - dayMs;
  const from = Math.max(request.from ?? firstDay, firstDay);
  const to = Math.min(request.to ?? yesterday, yesterday);
  const months = monthsBetween(from, to);
  const thisMonth = isoMonth(request.today);
  return months.flatMap((month, i) => {
    const next = Date.UTC(new Date(month).getUTCFullYear(), new Date(month).getUTCMonth() + 1, 1);
    const days = daysBetween(Math.max(month, from), Math.min(next - dayMs, to));
    const daily = days.map((day) => archive(request, "daily", isoDay(day)));
    if (isoMonth(month) === thisMonth) return daily;
    const monthly = archive(request, "monthly", isoMonth(month));
    return [i >= months.length - monthsUnderWay ? { ...monthly, instead: daily } : monthly];
  });
}

/** From 2025 on the archives count microseconds; the joined file counts milliseconds throughout. */
function milliseconds(cell: string): string {
  return cell.length >= 16 ? cell.slice(0, -3) : cell;
}

function bar(cells: readonly string[]): BarLine | string {
  const [open = "", , , , , , close = ""] = cells;
  if (!/^\d{13,16}$/.test(open)) return "a line of column names";
  const inMs = cells.map((cell, i) => (i === 0 || i === 6 ? milliseconds(cell) : cell));
  return close === "" ? "no time of close" : { time: Number(milliseconds(open)), line: inMs.join(",") };
}

/** Binance: the exchange's own archives of spot bars, with a sha256 beside each. */
export const binance: FetchPreset = {
  id: "binance",
  title: "Binance public data: spot bars of all its pairs since August 2017",
  vendor: "binance",
  docs: "https://github.com/binance/binance-public-data",
  terms: { text: "Free download; Binance's terms of use apply.", url: "https://www.binance.com/en/terms" },
  baseUrl: "https://data.binance.vision/",
  key: null,
  symbol: "BTCUSDT",
  symbols: "BTCUSDT, ETHUSDT, ETHBTC …",
  intervals: ["1d", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h"],
  symbolOf: (typed) => (/^[a-z0-9]{5,20}$/i.test(typed) ? typed.toUpperCase() : null),
  files,
  notes: () => [],
  refusal: () => null,
  read: (text) => barLines(text, { header: false, bar }),
  facts: ({ symbol }) => ({
    title: `${symbol}, Binance spot`,
    class: "crypto",
    timezone: "UTC",
    costs: classFacts["crypto"]?.costs ?? { feeBps: 5, slippageBps: 3 },
    adjustment: "none",
  }),
};
