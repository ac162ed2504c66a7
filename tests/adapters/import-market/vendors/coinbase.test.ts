import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Coinbase candles", () => {
  it("stand as time, low, high, open, close, volume, newest first", async () => {
    const text = "1577840400,7150.1,7197.0,7154.2,7190.1,40.25\n1577836800,7154.2,7183.1,7175.8,7160.0,55.1\n";
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2020-01-01T01:00Z 7154.2 7197 7150.1 7190.1 40.25");
    expect(market.understood).toMatchObject({ vendor: { id: "coinbase" }, order: { value: "newest first" } });
  });

  it("six columns in the usual order are not taken for Coinbase's", async () => {
    const market = await importText(
      "1577836800,7175.8,7183.1,7154.2,7160.0,55.1\n1577840400,7160,7197.0,7150.1,7190.1,40.25\n",
    );
    expect(market.understood.vendor.id).toBe("plain");
    expect(barText(market, 0)).toBe("2020-01-01T00:00Z 7175.8 7183.1 7154.2 7160 55.1");
  });
});
