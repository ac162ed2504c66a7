import { describe, expect, it } from "vitest";
import type { FetchPreset, FetchRequest } from "../../../src/adapters/fetch-market/preset.ts";
import { fetchPresets, findPreset } from "../../../src/adapters/fetch-market/presets.ts";
import { classFacts } from "../../../src/core/market/class-facts.ts";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

function request(preset: FetchPreset, change: Partial<FetchRequest> = {}): FetchRequest {
  const interval = preset.intervals[0] ?? "";
  return { symbol: preset.symbol, interval, from: null, to: null, today: day("2024-03-10"), ...change };
}

const paths = (preset: FetchPreset, change: Partial<FetchRequest> = {}): string[] =>
  preset.files(request(preset, change)).map((file) => file.path);

describe.each(fetchPresets.map((preset) => [preset.id, preset] as const))("%s", (id, preset) => {
  it("names https addresses, terms, a symbol of its own, daily bars first", () => {
    for (const url of [preset.baseUrl, preset.docs, preset.terms.url, preset.key?.url ?? preset.docs])
      expect(url).toMatch(/^https:\/\/[a-z]/);
    expect(preset.terms.text).not.toBe("");
    expect(preset.symbolOf(preset.symbol)).toBe(preset.symbol);
    expect(preset.intervals[0]).toBe("1d");
    expect(findPreset(id)).toBe(preset);
  });

  it("asks only below its base URL, whatever the symbol: none can leave it or add to the query", () => {
    for (const hostile of ["../x", "a/b", "a?b", "a&d=1", "a#b", "a b", "", "%2e", "x".repeat(40), "a\n"]) {
      expect(preset.symbolOf(hostile)).toBeNull();
    }
    for (const file of preset.files(request(preset))) {
      expect(new URL(file.path, preset.baseUrl).href.startsWith(preset.baseUrl)).toBe(true);
      expect(file.name).toMatch(/^[A-Za-z0-9][\w.-]*$/);
    }
  });

  it("two requests that differ have files of two names", () => {
    const spans = [{}, { from: day("2024-01-01") }, { to: day("2024-02-20") }, { from: day("2024-01-05") }];
    const files = spans.flatMap((span) => preset.files(request(preset, span)));
    const names = new Map(files.map(({ name, path }) => [name, path]));
    expect(new Set(names.values()).size).toBe(names.size);
    for (const { name, path } of files) expect(names.get(name)).toBe(path);
  });

  it("knows a time zone and costs", () => {
    const facts = preset.facts(request(preset));
    expect(() => new Intl.DateTimeFormat("en", { timeZone: facts.timezone })).not.toThrow();
    expect(facts.costs.feeBps).toBeGreaterThan(0);
    expect(Object.keys(classFacts)).toContain(facts.class);
  });
});

describe("stooq", () => {
  const stooq = findPreset("stooq");

  it("asks for one CSV, its days without hyphens", () => {
    expect(paths(stooq)).toEqual(["q/d/l/?s=%5Espx&i=d"]);
    expect(paths(stooq, { symbol: "aapl.us", interval: "1w", from: day("2020-01-31"), to: day("2021-02-01") })).toEqual(
      ["q/d/l/?s=aapl.us&d1=20200131&d2=20210201&i=w"],
    );
  });

  it.each([
    ["^spx", "equity-index", "America/New_York"],
    ["aapl.us", "equity", "America/New_York"],
    ["7203.jp", "equity", "Asia/Tokyo"],
    ["kgh", "equity", "UTC"],
    ["wig20", "equity-index", "Europe/Warsaw"],
    ["eurusd", "fx", "UTC"],
    ["xauusd", "commodity", "UTC"],
    ["gc.f", "commodity", "UTC"],
    ["btc.v", "crypto", "UTC"],
    ["gbp.v", "fx", "UTC"],
  ])("%s is %s in %s", (symbol, kind, timezone) => {
    expect(stooq.facts(request(stooq, { symbol }))).toMatchObject({ class: kind, timezone });
  });

  it.each([
    ["Date,Open,High,Low,Close,Volume\n2020-01-02,1,2,1,2,5\n", null],
    ["Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\n", null],
    ["No data", { words: "No data", kind: "unknown" }],
    ["Brak danych", { words: "Brak danych", kind: "unknown" }],
    ["Exceeded the daily hits limit", { words: "Exceeded the daily hits limit", kind: "refused" }],
    ["Get your apikey:\n1. Open …", { words: "Get your apikey:", kind: "refused" }],
  ])("%j is told from data", (text, refusal) => {
    expect(stooq.refusal(text)).toEqual(refusal);
  });
});

describe("binance", () => {
  const binance = findPreset("binance");
  const base = "data/spot";

  it("asks for months that are over, the days of the one under way up to yesterday", () => {
    expect(paths(binance, { from: day("2024-02-01"), today: day("2024-03-04") })).toEqual([
      `${base}/monthly/klines/BTCUSDT/1d/BTCUSDT-1d-2024-02.zip`,
      `${base}/daily/klines/BTCUSDT/1d/BTCUSDT-1d-2024-03-01.zip`,
      `${base}/daily/klines/BTCUSDT/1d/BTCUSDT-1d-2024-03-02.zip`,
      `${base}/daily/klines/BTCUSDT/1d/BTCUSDT-1d-2024-03-03.zip`,
    ]);
  });

  it("has the 29 days of February instead, where its month is not made yet", () => {
    const [month] = binance.files(request(binance, { from: day("2024-02-01"), today: day("2024-03-01") }));
    expect(month?.instead).toHaveLength(29);
    expect(month?.instead?.at(-1)?.path).toBe(`${base}/daily/klines/BTCUSDT/1d/BTCUSDT-1d-2024-02-29.zip`);
  });

  it("without --from begins in August 2017; each archive has a checksum beside it", () => {
    const files = binance.files(request(binance, { to: day("2017-12-31") }));
    expect(files.map(({ name }) => name.slice(-11, -4))).toEqual([
      "2017-08",
      "2017-09",
      "2017-10",
      "2017-11",
      "2017-12",
    ]);
    expect(files.every(({ path, checksumPath }) => checksumPath === `${path}.CHECKSUM`)).toBe(true);
  });

  it("counts milliseconds where the archives of 2025 count microseconds, and skips column names", () => {
    const old = "1735603200000,1,2,1,2,5,1735689599999,9,3,1,1,0";
    const now = "1735689600000000,1,2,1,2,5,1735775999999999,9,3,1,1,0";
    const { bars, leftOut } = binance.read(`open_time,open,high,low,close\n${old}\n${now}\n`, request(binance));
    expect(bars).toEqual([
      { time: day("2024-12-31"), line: old },
      { time: day("2025-01-01"), line: "1735689600000,1,2,1,2,5,1735775999999,9,3,1,1,0" },
    ]);
    expect(leftOut).toEqual({ "a line of column names": 1 });
  });
});

describe("kraken", () => {
  const kraken = findPreset("kraken");
  const answer = (result: unknown, error: readonly string[] = []): string => JSON.stringify({ error, result });

  it("asks for minutes, from one second before the day", () => {
    expect(paths(kraken, { interval: "1h", from: day("2024-03-01") })).toEqual([
      `0/public/OHLC?pair=XBTUSD&interval=60&since=${day("2024-03-01") / 1000 - 1}`,
    ]);
  });

  it("writes bars as its archives do, without the average price and without the bar that is not over", () => {
    const bar = (seconds: number): unknown[] => [seconds, "1.0", "2.5", "0.5", "1.5", "1.2", "33.25", 7];
    const { header, bars } = kraken.read(
      answer({ XXBTZUSD: [bar(1709251200), bar(1709337600)], last: 1709251200 }),
      request(kraken),
    );
    expect(header).toBeNull();
    expect(bars).toEqual([{ time: day("2024-03-01"), line: "1709251200,1.0,2.5,0.5,1.5,33.25,7" }]);
  });

  it.each([
    [answer({ last: 1 }), null],
    [answer(undefined, ["EQuery:Unknown asset pair"]), { words: "EQuery:Unknown asset pair", kind: "unknown" }],
    [answer(undefined, ["EAPI:Rate limit exceeded"]), { words: "EAPI:Rate limit exceeded", kind: "busy" }],
    [answer(undefined, ["EGeneral:Invalid arguments"]), { words: "EGeneral:Invalid arguments", kind: "refused" }],
  ])("%j is told from data", (text, refusal) => {
    expect(kraken.refusal(text)).toEqual(refusal);
  });

  it("an answer of another form is the vendor's fault, not ours", () => {
    expect(() => kraken.read(answer({ XXBTZUSD: [[1, 2, 3]] }), request(kraken))).toThrow(
      expect.objectContaining({ name: "WorldError" }),
    );
  });

  it("says how far back 720 bars go, unless the days asked for are within them", () => {
    expect(kraken.notes(request(kraken))[0]).toContain("the last 720 bars, from about 2022-03-21 on");
    expect(kraken.notes(request(kraken, { from: day("2024-01-01") }))).toEqual([]);
  });
});

describe("cboe and fred", () => {
  it("cboe has one CSV an index; ^vix is VIX", () => {
    const cboe = findPreset("cboe");
    expect(cboe.symbolOf("^vix")).toBe("VIX");
    expect(paths(cboe)).toEqual(["api/global/us_indices/daily_prices/VIX_History.csv"]);
    const { bars } = cboe.read("DATE,OPEN,HIGH,LOW,CLOSE\r\n01/02/1990,17,17,17,17\r\n", request(cboe));
    expect(bars).toEqual([{ time: day("1990-01-02"), line: "01/02/1990,17,17,17,17" }]);
  });

  it("fred leaves out days without a value, written as nothing or a dot", () => {
    const fred = findPreset("fred");
    expect(paths(fred, { from: day("2020-01-01"), to: day("2020-12-31") })).toEqual([
      "graph/fredgraph.csv?id=DEXUSEU&cosd=2020-01-01&coed=2020-12-31",
    ]);
    const { header, bars, leftOut } = fred.read(
      "observation_date,DEXUSEU\n2020-01-01,.\n2020-01-02,1.1\n2020-01-03,\n",
      request(fred),
    );
    expect(header).toBe("observation_date,DEXUSEU");
    expect(bars).toEqual([{ time: day("2020-01-02"), line: "2020-01-02,1.1" }]);
    expect(leftOut).toEqual({ "a day without a value": 2 });
  });

  it.each([
    ["DEXJPUS", "fx"],
    ["DGS10", "rates"],
    ["SP500", "equity-index"],
    ["DCOILWTICO", "commodity"],
    ["CBBTCUSD", "crypto"],
  ])("the series %s is of class %s", (symbol, kind) => {
    const fred = findPreset("fred");
    expect(fred.facts(request(fred, { symbol })).class).toBe(kind);
  });
});

describe("findPreset", () => {
  it("names the nearest one, or all", () => {
    expect(() => findPreset("binanc")).toThrow('no preset "binanc": did you mean binance?');
    expect(() => findPreset("bloomberg.com")).toThrow("there are binance, cboe, fred, kraken, stooq");
  });
});
