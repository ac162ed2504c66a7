import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Stooq", () => {
  it("in English is told from others by its file name", async () => {
    const text = "Date,Open,High,Low,Close,Volume\n2020-01-02,1,2,0.5,1.5,10\n2020-01-03,1,2,0.5,1.5,10\n";
    const market = await importText(text, { file: "aapl.us_d.csv" });
    expect(market.understood).toMatchObject({ vendor: { id: "stooq" }, symbol: "aapl.us" });
    expect((await importText(text)).understood.vendor.id).toBe("plain");
  });

  it("in Polish with its letters, and semicolons with decimal commas", async () => {
    const text = "Data;Otwarcie;Najwyższy;Najniższy;Zamknięcie;Wolumen\n2020-01-02;2150,5;2175,25;2140;2170,1;12345\n";
    const market = await importText(text, { file: "wig20_d.csv" });
    expect(market.understood.vendor.id).toBe("stooq");
    expect(barText(market, 0)).toBe("2020-01-02 2150.5 2175.25 2140 2170.1 12345");
  });

  it("archives by market have Warsaw's clock and minutes in <PER>", async () => {
    const text =
      "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nAAPL.US,5,20200102,153500,296.24,297.0,295.9,296.5,1000,0\nAAPL.US,5,20200102,154000,296.5,297.2,296.1,297.0,900,0\n";
    const market = await importText(text, { file: "aapl.us.txt" });
    expect(barText(market, 0)).toBe("2020-01-02T14:35Z 296.24 297 295.9 296.5 1000");
    expect(market.understood).toMatchObject({ vendor: { id: "stooq" }, symbol: "AAPL.US", interval: { value: "5m" } });
  });
});
