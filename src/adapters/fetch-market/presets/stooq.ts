import { classFacts } from "../../../core/market/class-facts.ts";
import { barLines, dateCell } from "../bar-lines.ts";
import { isoDay } from "../days.ts";
import type { FetchedFacts, FetchPreset, FetchRequest, RemoteFile } from "../preset.ts";

const letters: Readonly<Record<string, string>> = { "1d": "d", "1w": "w" };

/** Time zones of indices and of the suffixes of exchanges. Bars are days: the zone says whose. */
const zones: Readonly<Record<string, string>> = {
  "^spx": "America/New_York",
  "^dji": "America/New_York",
  "^ndq": "America/New_York",
  "^ndx": "America/New_York",
  "^dax": "Europe/Berlin",
  "^ukx": "Europe/London",
  "^ftm": "Europe/London",
  "^cac": "Europe/Paris",
  "^nkx": "Asia/Tokyo",
  "^hsi": "Asia/Hong_Kong",
  wig: "Europe/Warsaw",
  wig20: "Europe/Warsaw",
  ".us": "America/New_York",
  ".uk": "Europe/London",
  ".de": "Europe/Berlin",
  ".jp": "Asia/Tokyo",
  ".hk": "Asia/Hong_Kong",
  ".hu": "Europe/Budapest",
};

const currencies = "usd|eur|jpy|gbp|chf|aud|cad|nzd|sek|nok|dkk|pln|czk|huf|cny|hkd|sgd|mxn|zar|try|krw|inr";
const pair = new RegExp(`^(${currencies})(${currencies})$`);
const currency = new RegExp(`^(${currencies})\\.v$`);

function classOf(symbol: string): string {
  if (symbol.startsWith("^") || symbol.startsWith("wig")) return "equity-index";
  if (symbol.endsWith(".f") || /^xa[ugp]/.test(symbol)) return "commodity";
  if (symbol.endsWith(".v") && !currency.test(symbol)) return "crypto";
  return pair.test(symbol) || currency.test(symbol) ? "fx" : "equity";
}

function facts({ symbol }: FetchRequest): FetchedFacts {
  const kind = classOf(symbol);
  const suffix = /\.[a-z]+$/.exec(symbol)?.[0] ?? "";
  return {
    title: `${symbol.toUpperCase()}, Stooq`,
    class: kind,
    timezone: zones[symbol] ?? zones[suffix] ?? "UTC",
    costs: classFacts[kind]?.costs ?? { feeBps: 1, slippageBps: 2 },
    adjustment: kind === "equity" ? "splits-and-dividends" : "none",
  };
}

function file({ symbol, interval, from, to }: FetchRequest): RemoteFile {
  const query = new URLSearchParams({ s: symbol });
  if (from !== null) query.set("d1", isoDay(from).replaceAll("-", ""));
  if (to !== null) query.set("d2", isoDay(to).replaceAll("-", ""));
  query.set("i", letters[interval] ?? "d");
  const span = [from, to].map((day) => (day === null ? "" : isoDay(day))).join("_");
  const name = `${symbol.replace("^", "idx-")}-${interval}${span === "_" ? "" : `-${span}`}.csv`;
  return { path: `q/d/l/?${query}`, name, content: "csv", mayBeMissing: false };
}

/** Stooq: daily and weekly bars of stocks, indices, currencies, futures of many countries. */
export const stooq: FetchPreset = {
  id: "stooq",
  title: "Stooq: stocks, indices, currencies and futures of many countries",
  vendor: "stooq",
  docs: "https://stooq.com/db/h/",
  terms: { text: "No licence is stated: for your own use, not to be passed on.", url: "https://stooq.com/" },
  baseUrl: "https://stooq.com/",
  key: { variable: "STOOQ_APIKEY", parameter: "apikey", url: "https://stooq.com/q/d/?s=^spx&get_apikey" },
  symbol: "^spx",
  symbols: "as on its pages: ^spx, aapl.us, eurusd, gc.f, btc.v",
  intervals: ["1d", "1w"],
  symbolOf: (typed) => (/^\^?[a-z0-9_.-]{1,20}$/i.test(typed) ? typed.toLowerCase() : null),
  files: (request) => [file(request)],
  notes: ({ symbol }) =>
    classOf(symbol) === "equity"
      ? ["Stooq divides splits and dividends out of the prices of stocks, volumes too."]
      : [],
  refusal: (text) => {
    const words = text.trim().split(/\r?\n/)[0] ?? "";
    if (/^(no data|brak danych)/i.test(words)) return { words, kind: "unknown" };
    if (/apikey|exceeded|limit|przekrocz/i.test(words)) return { words, kind: "refused" };
    return words.includes(",") ? null : { words, kind: "refused" };
  },
  read: (text) => barLines(text, { header: true, bar: ([date = ""], line) => ({ time: dateCell(date), line }) }),
  facts,
};
