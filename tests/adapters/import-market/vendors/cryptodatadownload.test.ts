import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("CryptoDataDownload", () => {
  it("in the newer layout reads the date, not the seconds that become milliseconds, and the coin's volume", async () => {
    const text = `https://www.CryptoDataDownload.com
unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
1609462800,2021-01-01 01:00:00,BTC/USD,100,103,99,101,2.5,252.5
1609459200000,2021-01-01 00:00:00,BTC/USD,99,101,98,100,1.5,150
`;
    const market = await importText(text, { file: "Gemini_BTCUSD_1h.csv" });
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2021-01-01T01:00Z 100 103 99 101 2.5",
      "2021-01-01T00:00Z 99 101 98 100 1.5",
    ]);
    expect(market.understood).toMatchObject({
      vendor: { id: "cryptodatadownload" },
      header: { line: 2, preamble: ["https://www.CryptoDataDownload.com"] },
      symbol: "BTC/USD",
      order: { value: "newest first" },
      volume: { source: "Volume BTC" },
    });
  });

  it("days in the old layout", async () => {
    const text =
      "Timestamps are UTC timezone,https://www.CryptoDataDownload.com\nDate,Symbol,Open,High,Low,Close,Volume BTC,Volume USD\n2019-10-17,BTCUSD,1,2,0.5,1.5,10,15\n2019-10-16,BTCUSD,1,2,0.5,1.5,10,15\n";
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2019-10-17 1 2 0.5 1.5 10");
  });
});
