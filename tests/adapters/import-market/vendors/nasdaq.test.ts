import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Nasdaq.com", () => {
  it("dollars, thousands in quotation marks, N/A, month first", async () => {
    const text =
      'Date,Close/Last,Volume,Open,High,Low\n01/03/2020,"$1,360.66","1,187,006","$1,347.86","$1,372.50","$1,345.544"\n01/02/2020,"$1,367.37",N/A,"$1,341.55","$1,368.14","$1,341.55"\n';
    const market = await importText(text);
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2020-01-03 1347.86 1372.5 1345.544 1360.66 1187006",
      "2020-01-02 1341.55 1368.14 1341.55 1367.37 NaN",
    ]);
    expect(market.understood).toMatchObject({
      vendor: { id: "nasdaq" },
      time: { dateOrder: { value: "month-first" } },
    });
  });
});
