import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const rows = (offset: string): string =>
  `01.07.2019 00:00:00.000${offset},1.13,1.14,1.12,1.135,10.5\n01.07.2019 01:00:00.000${offset},1.135,1.14,1.12,1.13,11.5\n`;

describe("Dukascopy", () => {
  it("under Gmt time the zone is stated", async () => {
    const market = await importText(`Gmt time,Open,High,Low,Close,Volume\n${rows("")}`, {
      file: "EURUSD_Candlestick_1_h_BID_01.07.2019-31.07.2019.csv",
    });
    expect(barText(market, 0)).toBe("2019-07-01T00:00Z 1.13 1.14 1.12 1.135 10.5");
    expect(market.understood).toMatchObject({
      vendor: { id: "dukascopy" },
      symbol: "EURUSD",
      zone: { name: "UTC", known: "stated" },
    });
  });

  it("under Local time each time states its offset", async () => {
    const market = await importText(`Local time,Open,High,Low,Close,Volume\n${rows(" GMT+0200")}`);
    expect(barText(market, 0)).toMatch(/^2019-06-30T22:00Z /);
    expect(market.understood.zone).toEqual({ name: "UTC", known: "stated" });
  });

  it("dots mean day first where two days leave it open", async () => {
    const market = await importText(`Time,Open,High,Low,Close,Volume\n${rows("")}`);
    expect(market.understood.time.dateOrder).toEqual({ value: "day-first", known: "usual" });
  });
});
