import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("TradingView", () => {
  it("minutes in seconds since 1970, studies beside them", async () => {
    const market = await importText(
      "time,open,high,low,close,Volume,Volume MA\n1577975400,1,2,0.5,1.5,10,NaN\n1577975460,1,2,0.5,1.5,20,15\n",
    );
    expect(market.understood.vendor.id).toBe("tradingview");
    expect(barText(market, 1)).toBe("2020-01-02T14:31Z 1 2 0.5 1.5 20");
  });

  it("days of currencies open at 17:00 in New York and are the next date's", async () => {
    const opens = ["2020-01-05T17:00", "2020-01-06T17:00", "2020-01-07T17:00", "2020-01-08T17:00", "2020-01-09T17:00"];
    const text = `time,open,high,low,close\n${opens.map((time) => `${time}:00-05:00,1,2,0.5,1.5`).join("\n")}\n`;
    const market = await importText(text, { file: "OANDA_EURUSD, 1D.csv" });
    expect(opens.map((_, t) => barText(market, t).slice(0, 10))).toEqual([
      "2020-01-06",
      "2020-01-07",
      "2020-01-08",
      "2020-01-09",
      "2020-01-10",
    ]);
    expect(market.understood.notes).toContain(
      "bars that begin at 17:00 or later stand under the next date, whose session they are",
    );
    expect(market.understood.symbol).toBe("EURUSD");
  });

  it("days of Sydney open at 23:00 or 00:00 UTC: --timezone or not, the dates are Sydney's", async () => {
    // 10:00 in Sydney on Monday 30 March, Thursday 2, Friday 3 and, the clocks having gone back, Monday 6 April 2020.
    const text =
      "time,open,high,low,close\n1585522800,1,2,0.5,1.5\n1585782000,1,2,0.5,1.5\n1585868400,1,2,0.5,1.5\n1586131200,1,2,0.5,1.5\n";
    for (const options of [{}, { timezone: "Australia/Sydney" }]) {
      const market = await importText(text, options);
      const dates = [0, 1, 2, 3].map((t) => barText(market, t).slice(0, 10));
      expect(dates).toEqual(["2020-03-30", "2020-04-02", "2020-04-03", "2020-04-06"]);
    }
  });
});
