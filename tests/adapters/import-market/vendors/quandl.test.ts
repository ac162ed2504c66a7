import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const wiki =
  "Date,Open,High,Low,Close,Volume,Ex-Dividend,Split Ratio,Adj. Open,Adj. High,Adj. Low,Adj. Close,Adj. Volume\n2014-06-09,92.7,93.88,91.75,93.7,75415000,0,7,92.7,93.88,91.75,93.7,75415000\n2014-06-06,649.9,651.26,644.47,645.57,12497800,0,1,92.84,93.04,92.07,92.22,87484600\n";

describe("Quandl", () => {
  it("gives prices as traded, or the adjusted columns with --adjusted", async () => {
    expect(barText(await importText(wiki), 1)).toBe("2014-06-06 649.9 651.26 644.47 645.57 12497800");
    const adjusted = await importText(wiki, { adjusted: true });
    expect(barText(adjusted, 1)).toBe("2014-06-06 92.84 93.04 92.07 92.22 87484600");
    expect(adjusted.understood.prices).toEqual({ divisor: 1, adjustment: "splits-and-dividends", known: "given" });
  });

  it("futures: the last price is the close, the settlement where there is no other", async () => {
    const text =
      "Date,Open,High,Low,Settle,Volume,Previous Day Open Interest\n2020-01-03,61.5,64.09,61.13,63.05,900000,400000\n";
    const market = await importText(text, { file: "CHRIS-CME_CL1.csv" });
    expect(market.understood.vendor.id).toBe("quandl");
    expect(barText(market, 0)).toBe("2020-01-03 61.5 64.09 61.13 63.05 900000");
  });
});
