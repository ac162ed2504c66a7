import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Kraken OHLCVT", () => {
  it("has seconds, no header, a count of trades, and pair and minutes in its name", async () => {
    const text = "1577836800,7175.8,7183.1,7154.2,7154.2,55.1,400\n1577840400,7154.2,7197.0,7154.2,7190.1,40.25,300\n";
    const market = await importText(text, { file: "XBTUSD_60.csv" });
    expect(barText(market, 1)).toBe("2020-01-01T01:00Z 7154.2 7197 7154.2 7190.1 40.25");
    expect(market.understood).toMatchObject({ vendor: { id: "kraken" }, symbol: "XBTUSD", interval: { value: "1h" } });
  });

  it("days, 1440 minutes, become dates", async () => {
    const market = await importText("1577836800,1,2,0.5,1.5,10,4\n1577923200,1.5,2,1,1.2,20,5\n", {
      file: "ADAEUR_1440.csv",
    });
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2020-01-01 1 2 0.5 1.5 10",
      "2020-01-02 1.5 2 1 1.2 20",
    ]);
  });
});
