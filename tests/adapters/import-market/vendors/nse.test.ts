import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const text = `"Date ","series ","OPEN ","HIGH ","LOW ","PREV. CLOSE ","ltp ","close ","vwap ","52W H ","52W L ","VOLUME ","VALUE ","No of trades "
"03-Jan-2020","EQ","2,164.00","2,223.00","2,164.00","2,167.60","2,200.45","2,200.65","2,205.31","2,296.20","1,808.00","46,55,761","10,26,73,72,046.50","1,59,014"
"02-Jan-2020","EQ","2,179.95","2,179.95","2,149.20","2,167.60","2,166.00","2,167.60","2,160.18","2,296.20","1,808.00","23,80,752","5,14,28,53,446.10","1,07,678"
`;

describe("NSE India", () => {
  it("in the new layout: blanks in names, Indian groups of two digits, the close and not the last price", async () => {
    const market = await importText(text, { file: "Quote-Equity-TCS-EQ-01-01-2020-to-03-01-2020.csv" });
    expect(barText(market, 0)).toBe("2020-01-03 2164 2223 2164 2200.65 4655761");
    expect(market.understood).toMatchObject({
      vendor: { id: "nse" },
      zone: { name: "Asia/Kolkata", known: "usual" },
      prices: { adjustment: "none" },
    });
  });
});
