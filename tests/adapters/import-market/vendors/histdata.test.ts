import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const ascii =
  "20120201 000000;1.306600;1.306600;1.306560;1.306560;0\n20120201 000100;1.306570;1.306570;1.306470;1.306560;0\n";

describe("HistData.com", () => {
  it("is five hours behind Greenwich all year, and stamps the open", async () => {
    const market = await importText(ascii, { file: "DAT_ASCII_EURUSD_M1_201202.csv" });
    expect(barText(market, 1)).toBe("2012-02-01T05:01Z 1.30657 1.30657 1.30647 1.30656 0");
    const summer = await importText(ascii.replaceAll("20120201", "20120701"), {
      file: "DAT_ASCII_EURUSD_M1_201207.csv",
    });
    expect(barText(summer, 0)).toMatch(/^2012-07-01T05:00Z /);
    expect(market.understood).toMatchObject({
      vendor: { id: "histdata" },
      symbol: "EURUSD",
      zone: { name: "-05:00", known: "usual" },
      barTime: { value: "open", shiftMs: 0 },
    });
  });

  it("is told from NinjaTrader's same layout by volumes of 0", async () => {
    expect((await importText(ascii)).understood.vendor.id).toBe("histdata");
    expect((await importText(ascii.replaceAll(";0", ";12"))).understood.vendor.id).toBe("ninjatrader");
  });

  it("in MetaTrader's layout keeps its clock by the file's name", async () => {
    const text = "2012.02.01,00:00,1.3066,1.3066,1.30656,1.30656,0\n2012.02.01,00:01,1.3066,1.3066,1.30656,1.30656,0\n";
    const market = await importText(text, { file: "DAT_MT_EURUSD_M1_201202.csv" });
    expect(barText(market, 0)).toMatch(/^2012-02-01T05:00Z /);
  });
});
