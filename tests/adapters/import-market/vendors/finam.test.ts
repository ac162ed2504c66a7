import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Finam", () => {
  it("has days first with two-digit years, Moscow's clock and minutes in <PER>", async () => {
    const text =
      "<TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>\nSBER;60;03/01/20;100000;255.00;255.95;254.21;255.00;3125040\nSBER;60;03/01/20;110000;255.00;255.30;254.10;254.80;2125040\n";
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2020-01-03T07:00Z 255 255.95 254.21 255 3125040");
    expect(market.understood).toMatchObject({
      vendor: { id: "finam" },
      symbol: "SBER",
      interval: { value: "1h", known: "stated" },
      time: { dateOrder: { value: "day-first", known: "usual" } },
    });
  });

  it("midnight is 000000 or 0, days are D", async () => {
    const text =
      "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nGAZP,D,20200103,000000,1,2,0.5,1.5,10\nGAZP,D,20200106,0,1,2,0.5,1.5,10\nGAZP,D,20200107,0,1,2,0.5,1.5,10\n";
    const market = await importText(text);
    expect(barText(market, 1)).toBe("2020-01-06 1 2 0.5 1.5 10");
  });
});
