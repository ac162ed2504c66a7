import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("MetaTrader 4", () => {
  it("has dotted dates, the time of day in a column of its own and no header", async () => {
    const text =
      "2020.01.02,00:00,1.12120,1.12132,1.12110,1.12125,55\n2020.01.02,00:01,1.12125,1.12140,1.12120,1.12138,61\n";
    const market = await importText(text, { file: "EURUSD1.csv" });
    expect(barText(market, 1)).toBe("2020-01-02T00:01Z 1.12125 1.1214 1.1212 1.12138 61");
    expect(market.understood).toMatchObject({
      vendor: { id: "metatrader4" },
      symbol: "EURUSD",
      zone: { name: "UTC", known: "assumed" },
      volume: { unit: "ticks" },
    });
  });

  it("--timezone states the server's clock: 10:00 in Helsinki is 08:00 UTC in winter, 07:00 in summer", async () => {
    const text =
      "2020.01.02,10:00,1,2,0.5,1.5,5\n2020.01.02,11:00,1,2,0.5,1.5,5\n2020.07.02,10:00,1,2,0.5,1.5,5\n2020.07.02,11:00,1,2,0.5,1.5,5\n";
    const market = await importText(text, { timezone: "Europe/Helsinki" });
    expect(barText(market, 0)).toMatch(/^2020-01-02T08:00Z /);
    expect(barText(market, 2)).toMatch(/^2020-07-02T07:00Z /);
    expect(market.understood.zone).toEqual({ name: "Europe/Helsinki", known: "given" });
  });

  it("days at 00:00 are dates", async () => {
    const market = await importText("2020.01.02,00:00,1,2,0.5,1.5,5\n2020.01.03,00:00,1,2,0.5,1.5,5\n");
    expect(barText(market, 0)).toBe("2020-01-02 1 2 0.5 1.5 5");
  });
});
