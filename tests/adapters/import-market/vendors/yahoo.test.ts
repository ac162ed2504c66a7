import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Yahoo Finance", () => {
  it("--adjusted scales open, high and low by adjusted close ÷ close", async () => {
    const text =
      "Date,Open,High,Low,Close,Adj Close,Volume\n2020-01-02,10,12,8,10,5,100\n2020-01-03,null,null,null,null,null,null\n";
    const market = await importText(text, { adjusted: true });
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2020-01-02 5 6 4 5 100",
      "2020-01-03 NaN NaN NaN NaN NaN",
    ]);
    expect(barText(await importText(text), 0)).toBe("2020-01-02 10 12 8 10 100");
  });

  it("yfinance since 2024: a header of three lines", async () => {
    const text =
      "Price,Adj Close,Close,High,Low,Open,Volume\nTicker,AAPL,AAPL,AAPL,AAPL,AAPL,AAPL\nDate,,,,,,\n2020-01-02,72.0,75.1,75.2,73.8,74.1,135480400\n2020-01-03,71.3,74.4,75.1,74.1,74.3,146322800\n";
    const market = await importText(text);
    expect(market.understood).toMatchObject({ vendor: { id: "yahoo" }, symbol: "AAPL" });
    expect(barText(market, 0)).toBe("2020-01-02 74.1 75.2 73.8 75.1 135480400");
    expect(market.understood.skipped.map(({ what, lines }) => [what, lines])).toEqual([["footer or remark", [2, 3]]]);
  });

  it("two tickers side by side are refused", async () => {
    const text =
      "Price,Close,Close,High,High,Low,Low,Open,Open\nTicker,AAPL,MSFT,AAPL,MSFT,AAPL,MSFT,AAPL,MSFT\nDate,,,,,,,,\n2020-01-02,1,2,3,4,1,2,1,2\n";
    await expect(importText(text)).rejects.toThrow("2 instruments side by side (AAPL, MSFT), wanted one");
  });

  it("yfinance days with offsets keep the exchange's date, summer and winter", async () => {
    const text =
      "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n2020-03-06 00:00:00-05:00,1,2,0.5,1.5,10,0.0,0.0\n2020-03-09 00:00:00-04:00,1,2,0.5,1.5,10,0.0,0.0\n2020-03-10 00:00:00-04:00,1,2,0.5,1.5,10,0.0,0.0\n";
    const market = await importText(text);
    expect(market.understood).toMatchObject({ vendor: { id: "yahoo" }, interval: { value: "1d" } });
    expect([0, 1].map((t) => barText(market, t).slice(0, 10))).toEqual(["2020-03-06", "2020-03-09"]);
  });
});
