import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type LoadedMarket, loadMarket } from "../../../src/adapters/market-data.ts";
import { sharedData, sharedMarkets, withoutSharedData } from "./shared-data.ts";

const cwd = mkdtempSync(join(tmpdir(), "markets-"));
const folder = join(import.meta.dirname, "../../../market-data");
afterAll(() => rmSync(cwd, { recursive: true }));

const load = (name: string): Promise<LoadedMarket> => loadMarket(name, { folder, cacheFolder: null, cwd });

/** Writes a CSV and loads it. */
function loadText(text: string): Promise<LoadedMarket> {
  writeFileSync(join(cwd, "my.csv"), text);
  return load("my.csv");
}

const rows = "2020-01-02,10,12,9,11,100\n2020-01-03,11,13,10,12,200\n2020-01-06,12,14,11,13,300\n";

describe("loadMarket", () => {
  it("an id gives its first instrument, costs and bars a year", async () => {
    const { dataset, bars, name, costs, barsPerYearInferred, symbol } = await load("us-sp500-daily");
    expect([name, symbol, bars.length, bars.barsPerYear]).toEqual(["us-sp500-daily/SPX", "SPX", 5105, 252]);
    expect([costs, barsPerYearInferred, dataset?.info.class]).toEqual([
      { feeBps: 1, slippageBps: 1 },
      false,
      "equity-index",
    ]);
    expect(bars.close[0]).toBe(1455.219971);
    expect((await load("us-sp500-daily/SPX")).bars).toEqual(bars);
  });

  it("a file gives its name, no costs, and bars a year from its times", async () => {
    const { dataset, bars, name, costs, barsPerYearInferred, symbol } = await loadText(
      `time,open,high,low,close,volume\n${rows}`,
    );
    expect([dataset, costs, name, symbol, barsPerYearInferred]).toEqual([null, null, "my.csv", "my", true]);
    expect([bars.length, bars.barsPerYear]).toEqual([3, 252]);
    expect([...bars.high]).toEqual([12, 13, 14]);
    expect(bars.time[2]).toBe(Date.UTC(2020, 0, 6));
  });

  it.each([
    ["any case and order, other columns, no volume", "Close,note,LOW,High,Open,Date\n11,x,9,12,10,2020-01-02\n"],
    [
      "spaces around, CRLF and a byte order mark",
      "\uFEFFtime, open, high, low, close\r\n2020-01-02 , 10, 12, 9, 11\r\n",
    ],
    ["timestamp in seconds", "timestamp,open,high,low,close,volume\n1577923200,10,12,9,11,\n"],
    ["milliseconds and exponents", "datetime,open,high,low,close,volume\n1577923200000,1e1,12.,9,1.1e1,\n"],
    [
      "quotes, an offset and blank lines",
      '"time","open","high","low","close"\n\n"2020-01-01T19:00:00-05:00","10","12","9","11"\n\n',
    ],
  ])("%s", async (_, text) => {
    const { bars } = await loadText(text);
    expect([bars.time[0], bars.open[0], bars.high[0], bars.low[0], bars.close[0]]).toEqual([
      Date.UTC(2020, 0, 2),
      10,
      12,
      9,
      11,
    ]);
    expect(bars.volume[0]).toBeNaN();
  });

  it.each([
    ["", /my\.csv: the file is empty; wanted time/],
    ["time,open,high,low,close\n", /my\.csv: a header and no bars/],
    ["time,open,high,low\n2020-01-02,1,1,1\n", /line 1: no column close in "time,open,high,low"/],
    ["open,high,low,close\n1,1,1,1\n", /line 1: no column time/],
    ["time,open,high,low,close,close\n2020-01-02,1,1,1,1,1\n", /line 1: column close stands there 2 times/],
    [`time,open,high,low,close,volume\n${rows}2020-01-07,12,x,11,13,1\n`, /line 5, column high: "x", wanted a price/],
    [
      `time,open,high,low,close,volume\n\n${rows}2020-01-07,,14,11,13,1\n`,
      /line 6, column open: empty, wanted a price/,
    ],
    [
      `time,open,high,low,close,volume\n${rows}07.01.2020,12,14,11,13,1\n`,
      /line 5, column time: "07\.01\.2020", wanted a date/,
    ],
    [`time,open,high,low,close,volume\n${rows}2020-01-07,12,14,11,0x10,1\n`, /column close: "0x10"/],
    [`time,open,high,low,close,volume\n${rows}2020-01-07,12,14,11,"1,300",1\n`, /column close: "1,300"/],
    [
      `time,open,high,low,close,volume\n${rows}2020-01-07,12,12.5,11,13,1\n`,
      /line 5, column high: 12\.5 breaks the rule high-low, wanted at least 13/,
    ],
    [
      `time,open,high,low,close,volume\n${rows}2020-01-06,12,14,11,13,1\n`,
      /line 5, column time: 2020-01-06T00:00:00\.000Z breaks the rule order/,
    ],
    ["time,open,high,low,close\n2020-01-03,1,1,1,1\n2020-01-02,1,1,1,1\n", /newest first: sort it oldest first/],
    [
      `time,open,high,low,close,volume\n${rows}2020-01-07,-12,14,-13,13,1\n`,
      /column open: -12 breaks the rule positive.*\(1 other findings\)/,
    ],
    [`time,open,high,low,close,volume\n${rows}2020-01-07,12,14\n`, /my\.csv: .*line 5; wanted a CSV with commas/],
    [`time,open,high,low,close,volume\n${rows}2020-01-07,12,14,11,13,"1\n`, /my\.csv: .*[Qq]uote/],
  ])("%j is refused, with file, line, column and value", async (text, message) => {
    await expect(loadText(text)).rejects.toThrow(message);
    await expect(loadText(text)).rejects.toHaveProperty("name", "UserError");
  });

  it.each([
    ["us-sp500-dayly", /no dataset "us-sp500-dayly": did you mean us-sp500-daily\?/],
    ["qqqqqqqqqqqq", /there are syn-commodity-daily, /],
    ["us-sp500-daily/AAPL", /no instrument "AAPL" in us-sp500-daily: there are SPX/],
    ["no-such-file.csv", /no-such-file\.csv: no such file/],
    ["./../x/y.csv", /no such file/],
    [".", /a folder, wanted the id of a dataset or a CSV file/],
  ])("%s is not there", async (name, message) => {
    await expect(load(name)).rejects.toThrow(message);
    await expect(load(name)).rejects.toHaveProperty("name", "UserError");
  });

  it("a slash after the id is the first instrument", async () => {
    expect((await load("us-sp500-daily/")).name).toBe("us-sp500-daily/SPX");
  });

  it("a file is found also where there is no folder of datasets", async () => {
    writeFileSync(join(cwd, "alone.csv"), `time,open,high,low,close,volume\n${rows}`);
    const { bars } = await loadMarket("alone.csv", { folder: join(cwd, "nowhere"), cacheFolder: null, cwd });
    expect(bars.length).toBe(3);
  });
});

describe.skipIf(withoutSharedData)("the nine clean real markets", () => {
  it.each(sharedMarkets())("$file loads: $rows bars, $first to $last", async ({ file, rows: wanted, first, last }) => {
    const { bars } = await loadMarket(file, { folder, cacheFolder: null, cwd: sharedData });
    const text = (time: number | undefined): string =>
      new Date(time ?? Number.NaN).toISOString().slice(0, 19).replace("T", " ");
    expect(bars.length).toBe(wanted);
    expect([text(bars.time[0]), text(bars.time[bars.length - 1])]).toEqual([first, last]);
  });

  it("are nine, and their bars a year are those of their kind", async () => {
    const found = sharedMarkets().map(async ({ file }) => {
      const { bars } = await loadMarket(file, { folder, cacheFolder: null, cwd: sharedData });
      return [file.slice("markets/".length, -".csv".length), bars.barsPerYear];
    });
    expect(Object.fromEntries(await Promise.all(found))).toEqual({
      "us-spy-daily-1998-2021": 252,
      "us-msft-daily-1990-2022": 252,
      "idx-spx-daily-1990-2022": 252,
      "idx-kospi-daily-2006-2019": 252,
      "fx-eurusd-daily-2007-2021": 312,
      "fx-eurusd-hourly-2022-2025": 6240,
      "crypto-btcusdt-daily-2017-2021": 365,
      "crypto-btcusd-hourly-2018-2019": 8760,
      "metal-xauusd-daily-2012-2022": 252,
    });
  });
});
