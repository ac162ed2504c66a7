import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Alpha Vantage", () => {
  it("intraday times are New York's", async () => {
    const text =
      "timestamp,open,high,low,close,volume\n2020-07-01 16:00:00,2,3,1,2.5,100\n2020-07-01 15:55:00,2,3,1,2.5,100\n";
    const market = await importText(text, { file: "intraday_5min_IBM.csv" });
    expect(barText(market, 0)).toBe("2020-07-01T20:00Z 2 3 1 2.5 100");
    expect(market.understood).toMatchObject({
      vendor: { id: "alphavantage" },
      symbol: "IBM",
      zone: { name: "America/New_York", known: "usual" },
    });
  });

  it("the same header under another name is nobody's, and the clock is only assumed", async () => {
    const market = await importText(
      "timestamp,open,high,low,close,volume\n2020-07-01 16:00:00,2,3,1,2.5,100\n2020-07-01 17:00:00,2,3,1,2.5,100\n",
    );
    expect(market.understood).toMatchObject({ vendor: { id: "plain" }, zone: { name: "UTC", known: "assumed" } });
  });
});
