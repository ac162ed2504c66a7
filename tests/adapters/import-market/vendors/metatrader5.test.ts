import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const header = "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>";
const forex = `${header}\r\n2020.01.02\t00:00:00\t1.1212\t1.1213\t1.1211\t1.1212\t55\t0\t12\r\n2020.01.02\t01:00:00\t1.1212\t1.1215\t1.121\t1.1214\t61\t0\t11\r\n`;

describe("MetaTrader 5", () => {
  it("has tabs and names in angles; ticks are the volume where the real one is 0 throughout", async () => {
    const market = await importText(forex, { file: "EURUSD_H1_202001020000_202001312300.csv" });
    expect(barText(market, 1)).toBe("2020-01-02T01:00Z 1.1212 1.1215 1.121 1.1214 61");
    expect(market.understood).toMatchObject({
      vendor: { id: "metatrader5" },
      delimiter: "tab",
      symbol: "EURUSD",
      volume: { source: "<TICKVOL>", unit: "ticks" },
    });
  });

  it("real volume is taken where there is some", async () => {
    const market = await importText(forex.replace("\t0\t12", "\t900\t12").replace("\t0\t11", "\t800\t11"));
    expect(market.understood.volume.source).toBe("<VOL>");
    expect(market.bars.volume).toEqual(Float64Array.of(900, 800));
  });

  it.each([
    ["utf-16le", Buffer.from(`\ufeff${forex}`, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${forex}`, "utf16le").swap16()],
  ])("in %s with a byte order mark gives the same bars", async (name, bytes) => {
    const [wide, narrow] = [await importText(bytes), await importText(forex)];
    expect(wide.bars).toEqual(narrow.bars);
    expect(wide.understood.encoding).toEqual({ name, known: "stated" });
  });

  it("days have no column of times", async () => {
    const text =
      "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2020.01.02\t1\t2\t0.5\t1.5\t5\t0\t1\n2020.01.03\t1\t2\t0.5\t1.5\t5\t0\t1\n";
    const market = await importText(text, { file: "GOLD_Daily_202001020000_202001310000.csv" });
    expect(market.understood.vendor.id).toBe("metatrader5");
    expect(barText(market, 0)).toBe("2020-01-02 1 2 0.5 1.5 5");
  });
});
