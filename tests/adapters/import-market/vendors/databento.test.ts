import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("Databento", () => {
  it("Databento: billionths of a dollar, nanoseconds; or pretty ones", async () => {
    const header = "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n";
    const fixed = await importText(
      `${header}1577975400000000000,33,2,38,296240000000,300600000000,295190000000,300350000000,100,AAPL\n`,
      { interval: "1m" },
    );
    const pretty = await importText(
      `${header}2020-01-02T14:30:00.000000000Z,33,2,38,296.24,300.6,295.19,300.35,100,AAPL\n`,
      { interval: "1m" },
    );
    for (const market of [fixed, pretty])
      expect(barText(market, 0)).toBe("2020-01-02T14:30Z 296.24 300.6 295.19 300.35 100");
  });
});
