import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Cboe", () => {
  it("VIX_History.csv with month first: the twelfth month decides", async () => {
    const text =
      "DATE,OPEN,HIGH,LOW,CLOSE\n12/11/2019,15.5,16.1,15.0,15.2\n12/12/2019,15.2,15.4,13.8,13.9\n12/13/2019,13.9,14.1,12.3,12.6\n";
    const market = await importText(text, { file: "VIX_History.csv" });
    expect(barText(market, 0)).toBe("2019-12-11 15.5 16.1 15 15.2 NaN");
    expect(market.understood).toMatchObject({
      vendor: { id: "cboe" },
      symbol: "VIX",
      time: { dateOrder: { value: "month-first", known: "observed" } },
    });
  });

  it("three days that both orders read: the vendor's habit decides, and that is said", async () => {
    const text = "DATE,OPEN,HIGH,LOW,CLOSE\n01/02/2020,1,2,1,2\n01/03/2020,1,2,1,2\n";
    const market = await importText(text, { file: "VIX_History.csv" });
    expect(barText(market, 1)).toMatch(/^2020-01-03 /);
    expect(market.understood.time.dateOrder).toEqual({ value: "month-first", known: "usual" });
  });

  it("an index of closes alone", async () => {
    const market = await importText("DATE,VVIX\n01/02/2020,86.51\n01/03/2020,93.47\n01/14/2020,90\n", {
      file: "VVIX_History.csv",
    });
    expect(barText(market, 1)).toBe("2020-01-03 93.47 93.47 93.47 93.47 NaN");
    expect(market.understood.notes).toContain("the file has closes only: open, high and low are set to the close");
  });
});
