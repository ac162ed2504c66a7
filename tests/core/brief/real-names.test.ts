import { describe, expect, it } from "vitest";
import { findRealNames } from "../../../src/core/brief/real-names.ts";

describe("findRealNames", () => {
  it.each([
    ["the S&P 500 in a bull market", "S&P"],
    ["like AAPL, but calmer", "AAPL"],
    ["Bitcoin and its kin", "Bitcoin"],
    ["BTCUSDT, hourly", "BTCUSDT"],
    ["EURUSD at a retail price", "EURUSD"],
    ["GBP/JPY at night", "GBP/JPY"],
    ["WTI futures", "WTI"],
    ["the nasdaq tape", "nasdaq"],
    ["与沪深300相似", "沪深300"],
    ["交易比特币", "比特币"],
  ])("%s names an instrument", (text, found) => {
    expect(findRealNames(text)).toEqual([{ text: found, what: "instrument", line: 1 }]);
  });

  it.each([
    ["the crash of 2008", "2008"],
    ["since 1987, at least", "1987"],
    ["from 2020-03-16 on", "2020-03-16"],
    ["on 16.03.2020", "16.03.2020"],
    ["on March 16", "March 16"],
    ["2015年的行情", "2015"],
    ["3月16日", "3月16日"],
  ])("%s names a date", (text, found) => {
    const names = findRealNames(text);
    expect(names.every((name) => name.what === "date")).toBe(true);
    expect(names.map((name) => name.text)).toContain(found);
  });

  it.each([
    "1500 bars, of which 1250 are scored",
    "divide by 86400000 and by 19656",
    "0.2008 or 3.1987 of equity",
    "a coin, a currency pair, a share, gold-like swings",
    "`bars.time` in UTC, ATR and RSI, MACD and EMA",
    "the target may be 1 or 0",
    "a metadata field; methods; Maybe 5 times",
  ])("%s names nothing real", (text) => {
    expect(findRealNames(text)).toEqual([]);
  });

  it("gives the line, from 1", () => {
    expect(findRealNames("one\ntwo\nthree TSLA")[0]?.line).toBe(3);
  });
});
