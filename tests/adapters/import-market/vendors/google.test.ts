import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Google Finance", () => {
  it("old CSV: two-digit years after the month's name", async () => {
    const market = await importText(
      "Date,Open,High,Low,Close,Volume\n31-Dec-99,1,2,0.5,1.5,10\n30-Dec-99,1,2,0.5,1.5,10\n",
    );
    expect(market.understood.vendor.id).toBe("google");
    expect(barText(market, 0)).toBe("1999-12-31 1 2 0.5 1.5 10");
  });

  it("the sheet's function stamps the close of the day: the date stays", async () => {
    const text =
      "Date,Open,High,Low,Close,Volume\n1/2/2020 16:00:00,1,2,0.5,1.5,10\n1/3/2020 16:00:00,1,2,0.5,1.5,10\n1/6/2020 16:00:00,1,2,0.5,1.5,10\n";
    const market = await importText(text);
    expect([0, 1, 2].map((t) => barText(market, t).slice(0, 10))).toEqual(["2020-01-02", "2020-01-03", "2020-01-06"]);
    expect(market.understood.time.dateOrder?.value).toBe("month-first");
  });
});
