import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("TradeStation", () => {
  it("TradeStation: Up and Down add up to the volume, times are ends of bars in New York", async () => {
    const text =
      '"Date","Time","Open","High","Low","Close","Up","Down"\r\n01/15/2020,09:35,1,2,.5,1.5,600,400\r\n01/15/2020,09:40,1.5,2,1,1.2,10,0\r\n';
    const market = await importText(text, { file: "SPY.txt" });
    expect([0, 1].map((t) => barText(market, t))).toEqual([
      "2020-01-15T14:30Z 1 2 0.5 1.5 1000",
      "2020-01-15T14:35Z 1.5 2 1 1.2 10",
    ]);
    expect(market.understood.vendor.id).toBe("tradestation");
    expect(market.understood.symbol).toBe("SPY");
  });

  it("TradeStation's days: Vol and OI, at 16:00", async () => {
    const market = await importText(
      '"Date","Time","Open","High","Low","Close","Vol","OI"\n01/15/2020,16:00,1,2,.5,1.5,600,0\n01/16/2020,16:00,1.5,2,1,1.2,10,0\n',
    );
    expect(barText(market, 0)).toBe("2020-01-15 1 2 0.5 1.5 600");
  });
});
