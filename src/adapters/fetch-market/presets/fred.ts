import { classFacts } from "../../../core/market/class-facts.ts";
import { barLines, dateCell } from "../bar-lines.ts";
import { isoDay } from "../days.ts";
import type { FetchedFacts, FetchPreset, FetchRequest, RemoteFile } from "../preset.ts";

/** Class of a series by its name: DEX… are rates of exchange, DGS…, DFF … rates of interest, DCOIL… and the like goods. */
function classOf(series: string): string {
  if (/^DEX/.test(series)) return "fx";
  if (/^(DCOIL|DHHNGSP|GOLD|DGASO|DPROPANE|DJFUEL|DHOIL)/.test(series)) return "commodity";
  if (/^(CB|COINBASE)/.test(series)) return "crypto";
  return /^(SP500|DJIA|NASDAQ|NIKKEI|WILL|DJCA|DJTA|DJUA)/.test(series) ? "equity-index" : "rates";
}

function facts({ symbol }: FetchRequest): FetchedFacts {
  const kind = classOf(symbol);
  return {
    title: `${symbol}, FRED`,
    class: kind,
    timezone: "America/New_York",
    costs: classFacts[kind]?.costs ?? { feeBps: 1, slippageBps: 1 },
    adjustment: "none",
  };
}

function file({ symbol, from, to }: FetchRequest): RemoteFile {
  const query = new URLSearchParams({ id: symbol });
  if (from !== null) query.set("cosd", isoDay(from));
  if (to !== null) query.set("coed", isoDay(to));
  const span = [from, to].map((day) => (day === null ? "" : isoDay(day))).join("_");
  const name = `${symbol}${span === "_" ? "" : `-${span}`}.csv`;
  return { path: `graph/fredgraph.csv?${query}`, name, content: "csv", mayBeMissing: false };
}

/** FRED: daily series of one value a day. */
export const fred: FetchPreset = {
  id: "fred",
  title: "FRED: daily series of rates, currencies, indices and goods, one value a day",
  vendor: "plain",
  docs: "https://fredhelp.stlouisfed.org/",
  terms: {
    text: "Free use; series of third parties have their own terms, named on the page of the series.",
    url: "https://fred.stlouisfed.org/legal/",
  },
  baseUrl: "https://fred.stlouisfed.org/",
  key: null,
  symbol: "DEXUSEU",
  symbols: "DEXUSEU (EUR/USD), SP500, DCOILWTICO, DGS10 …",
  intervals: ["1d"],
  symbolOf: (typed) => (/^[a-z0-9_]{2,30}$/i.test(typed) ? typed.toUpperCase() : null),
  files: (request) => [file(request)],
  notes: () => [
    "A series of one value a day has no open, high and low: every bar is flat, and no stop is touched inside it.",
  ],
  refusal: () => null,
  read: (text) =>
    barLines(text, {
      header: true,
      // Holidays stand in the file without a value: as nothing, or as a dot.
      bar: ([date = "", value = ""], line) =>
        /^\.?$/.test(value.trim()) ? "a day without a value" : { time: dateCell(date), line },
    }),
  facts,
};
