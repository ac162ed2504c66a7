import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const zipped = (name: string, text: string): Uint8Array => zipSync({ [name]: strToU8(text) });

describe("LEAN", () => {
  it("hours of shares: New York's clock, prices ÷ 10,000", async () => {
    const text =
      "20200102 09:00,3235400,3240000,3230000,3238000,12000\n20200102 10:00,3238000,3241000,3236000,3240000,9000\n";
    const market = await importText(zipped("spy.csv", text), { file: "spy.zip" });
    expect(barText(market, 0)).toBe("2020-01-02T14:00Z 323.54 324 323 323.8 12000");
    expect(market.understood).toMatchObject({
      vendor: { id: "lean" },
      file: { compression: "zip", entry: "spy.csv" },
      symbol: "SPY",
      prices: { divisor: 10_000 },
    });
  });

  it("minutes of coins: plain decimals, UTC, the day in the entry's name", async () => {
    const text = "0,7175.01,7180,7170.5,7176,1.25\n60000,7176,7181.5,7175,7180,2.5\n";
    const market = await importText(zipped("20200102_btcusd_minute_trade.csv", text), { file: "20200102_trade.zip" });
    expect(barText(market, 1)).toBe("2020-01-02T00:01Z 7176 7181.5 7175 7180 2.5");
  });

  it("quotes: the bid of eleven columns", async () => {
    const text =
      "0,1.12,1.13,1.11,1.125,0,1.1201,1.1301,1.1101,1.1251,0\n60000,1.125,1.13,1.11,1.12,0,1.1251,1.1301,1.1101,1.1201,0\n";
    const market = await importText(zipped("20200102_eurusd_minute_quote.csv", text), { file: "20200102_quote.zip" });
    expect(barText(market, 0)).toBe("2020-01-02T00:00Z 1.12 1.13 1.11 1.125 0");
    expect(market.understood.notes).toContain("a file of quotes: the bid is read");
  });

  it("minutes whose file name has lost the day are refused under --vendor lean", async () => {
    await expect(importText("14400000,1,2,1,2,5\n", { vendor: "lean" })).rejects.toThrow(
      "LEAN's minutes do not say their day",
    );
  });
});
