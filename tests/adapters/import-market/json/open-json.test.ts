import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const bar = { o: 74.06, h: 75.15, l: 73.8, c: 75.09, v: 135480400 };
const next = { o: 74.29, h: 75.14, l: 74.13, c: 74.36, v: 146322800 };
const [first, second] = ["2020-01-02 74.06 75.15 73.8 75.09 135480400", "2020-01-03 74.29 75.14 74.13 74.36 146322800"];
/** Midnight UTC of 2 and 3 January 2020, seconds. */
const days = [1577923200, 1578009600] as const;
const long = ({ o, h, l, c, v }: typeof bar) => ({ open: o, high: h, low: l, close: c, volume: v });
const both = <T>(of: (one: typeof bar, second: number) => T): readonly T[] => [of(bar, days[0]), of(next, days[1])];

const answers: readonly (readonly [name: string, document: unknown])[] = [
  [
    "Binance: arrays of twelve, prices as texts",
    both(({ o, h, l, c, v }, t) => [
      t * 1000,
      `${o}`,
      `${h}`,
      `${l}`,
      `${c}`,
      `${v}`,
      (t + 86400) * 1000 - 1,
      "1",
      9,
      "1",
      "1",
      "0",
    ]),
  ],
  ["Coinbase: seconds, low, high, open, close", both(({ o, h, l, c, v }, t) => [t, l, h, o, c, v])],
  [
    "Kraken: a pair under result, the average price before the volume",
    {
      error: [],
      result: {
        XXBTZUSD: both(({ o, h, l, c, v }, t) => [t, `${o}`, `${h}`, `${l}`, `${c}`, "0", `${v}`, 7]),
        last: 1,
      },
    },
  ],
  [
    "OKX: texts under data",
    { code: "0", data: both(({ o, h, l, c, v }, t) => [`${t}000`, `${o}`, `${h}`, `${l}`, `${c}`, `${v}`, "1"]) },
  ],
  [
    "Polygon: letters for names",
    { ticker: "AAPL", results: both((one, t) => ({ ...one, vw: 1, t: t * 1000, n: 4 })), status: "OK" },
  ],
  [
    "Tiingo: an array of objects",
    both((one, t) => ({ date: new Date(t * 1000).toISOString(), ...long(one), divCash: 0 })),
  ],
  [
    "Twelve Data: values beside meta",
    {
      meta: { symbol: "AAPL" },
      values: both((one, t) => ({ datetime: new Date(t * 1000).toISOString().slice(0, 10), ...long(one) })),
    },
  ],
  [
    "Alpha Vantage: rows by date, numbered names",
    {
      "Meta Data": { "5. Time Zone": "US/Eastern" },
      "Time Series (Daily)": {
        "2020-01-02": {
          "1. open": "74.06",
          "2. high": "75.15",
          "3. low": "73.8",
          "4. close": "75.09",
          "5. volume": "135480400",
        },
        "2020-01-03": {
          "1. open": "74.29",
          "2. high": "75.14",
          "3. low": "74.13",
          "4. close": "74.36",
          "5. volume": "146322800",
        },
      },
    },
  ],
  [
    "Yahoo: columns in three places",
    {
      chart: {
        result: [
          {
            meta: { validRanges: ["1d", "5d"] },
            timestamp: days.map((t) => t + 52200),
            indicators: {
              quote: [
                {
                  volume: both(({ v }) => v),
                  close: both(({ c }) => c),
                  open: both(({ o }) => o),
                  low: both(({ l }) => l),
                  high: both(({ h }) => h),
                },
              ],
              adjclose: [{ adjclose: [73, 72] }],
            },
          },
        ],
        error: null,
      },
    },
  ],
  [
    "Finnhub: columns of one letter",
    {
      s: "ok",
      t: days,
      o: both(({ o }) => o),
      h: both(({ h }) => h),
      l: both(({ l }) => l),
      c: both(({ c }) => c),
      v: both(({ v }) => v),
    },
  ],
  [
    "OANDA: prices one level down",
    {
      candles: both(({ o, h, l, c, v }, t) => ({
        time: new Date(t * 1000).toISOString(),
        volume: v,
        mid: { o, h, l, c },
      })),
    },
  ],
  [
    "TuShare and Quandl: fields beside rows",
    {
      data: {
        fields: ["date", "close", "open", "high", "low", "volume"],
        items: both(({ o, h, l, c, v }, t) => [new Date(t * 1000).toISOString().slice(0, 10), c, o, h, l, v]),
      },
    },
  ],
  [
    "pandas, columns",
    Object.fromEntries(
      (["open", "high", "low", "close", "volume"] as const).map((name) => [
        name,
        Object.fromEntries(both((one, t) => [`${t}000`, long(one)[name]])),
      ]),
    ),
  ],
];

describe("candles in JSON", () => {
  it.each(answers)("%s", async (_, document) => {
    for (const text of [JSON.stringify(document), `\ufeff\n${JSON.stringify(document, null, 2)}`]) {
      const market = await importText(text, { file: "x.json" });
      expect([barText(market, 0), barText(market, 1)]).toEqual([first, second]);
      expect(market.understood.notes[0]).toMatch(/^JSON: 2 candles/);
    }
  });

  it("one a line, and packed", async () => {
    const lines = both((one, t) => JSON.stringify({ time: t, ...long(one) })).join("\n");
    const market = await importText(gzipSync(lines), { file: "x.jsonl.gz" });
    expect(barText(market, 1)).toBe(second);
    expect(market.understood.file.compression).toBe("gzip");
  });

  it("the vendors of arrays are told as in CSVs, and where a zone is stated it counts", async () => {
    const [, binance] = answers[0] as (typeof answers)[number];
    expect((await importText(JSON.stringify(binance))).understood.vendor.id).toBe("binance");
    const [, kraken] = answers[2] as (typeof answers)[number];
    expect((await importText(JSON.stringify(kraken))).understood.vendor.id).toBe("kraken");
    const minutes = {
      meta: { exchange_timezone: "America/New_York" },
      values: ["09:30", "09:31"].map((time) => ({ datetime: `2020-01-02 ${time}:00`, ...long(bar) })),
    };
    expect(barText(await importText(JSON.stringify(minutes)), 0)).toMatch(/^2020-01-02T14:30Z /);
  });

  it.each([
    ["Kraken's refusal", { error: ["EQuery:Unknown asset pair"] }, '"EQuery:Unknown asset pair"'],
    ["Binance's refusal", { code: -1121, msg: "Invalid symbol." }, '"Invalid symbol."'],
    [
      "Yahoo's refusal",
      { chart: { result: null, error: { code: "Not Found", description: "x", message: "No data found" } } },
      '"No data found"',
    ],
    ["nothing", [], "JSON without a table of bars"],
    ["one price a row", { prices: [[1577923200000, 1.5]] }, "JSON without a table of bars"],
    [
      "two pairs",
      { result: { A: answers[1]?.[1], B: answers[1]?.[1] } },
      "2 tables of bars, result.A (2), result.B (2); wanted one",
    ],
  ])("%s is refused in words", async (_, document, message) => {
    await expect(importText(JSON.stringify(document), { file: "x.json" })).rejects.toThrow(message);
  });
});
