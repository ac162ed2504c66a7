import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

/** Made-up prices in the columns of Binance's klines. */
const row = (time: string, end: string, open: number): string =>
  `${time},${open},${open + 2},${open - 1},${open + 1},12.5,${end},1250.0,100,6.0,600.0,0`;

describe("Binance klines", () => {
  it("without header in milliseconds: symbol and interval stand in the archive's name", async () => {
    const text = `${row("1704067200000", "1704070799999", 100)}\n${row("1704070800000", "1704074399999", 101)}\n`;
    const market = await importText(text, { file: "BTCUSDT-1h-2024-01.csv" });
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2024-01-01T00:00Z 100 102 99 101 12.5",
      "2024-01-01T01:00Z 101 103 100 102 12.5",
    ]);
    expect(market.understood).toMatchObject({
      vendor: { id: "binance", known: "observed" },
      symbol: "BTCUSDT",
      interval: { value: "1h", known: "stated" },
      zone: { name: "UTC", known: "stated" },
      time: { format: "milliseconds since 1970" },
    });
    expect(market.understood.columns.slice(5, 8)).toEqual([
      { source: "column 6", role: "volume" },
      { source: "column 7", role: null },
      { source: "column 8", role: null },
    ]);
  });

  it("in microseconds, as spot archives are from 2025 on, gives the same times", async () => {
    const text = `${row("1735689600000000", "1735693199999999", 100)}\n${row("1735693200000000", "1735696799999999", 101)}\n`;
    const market = await importText(text);
    expect(barText(market, 1)).toBe("2025-01-01T01:00Z 101 103 100 102 12.5");
    expect(market.understood.time.format).toBe("microseconds since 1970");
  });

  it("with the header of futures archives", async () => {
    const header =
      "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore";
    const market = await importText(`${header}\n${row("1704067200000", "1704153599999", 100)}\n`);
    expect(market.understood.vendor.id).toBe("binance");
    expect(barText(market, 0)).toContain("100 102 99 101 12.5");
  });
});
