import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

describe("NinjaTrader", () => {
  const text = "20200102 143100;323.5;323.6;323.4;323.5;1000\n20200102 143200;323.5;323.7;323.4;323.6;800\n";

  it("stamps the end of the minute in UTC: 14:31 is the bar that opens at 14:30", async () => {
    const market = await importText(text, { file: "SPY.Last.txt" });
    expect(barText(market, 0)).toBe("2020-01-02T14:30Z 323.5 323.6 323.4 323.5 1000");
    expect(market.understood).toMatchObject({
      symbol: "SPY",
      barTime: { value: "end", known: "usual", shiftMs: -60_000 },
    });
  });

  it("an option says otherwise", async () => {
    const market = await importText(text, { barTime: "open", timezone: "America/New_York" });
    expect(barText(market, 0)).toMatch(/^2020-01-02T19:31Z /);
  });

  it("one bar alone does not tell how long it is: the interval is asked for", async () => {
    const one = text.split("\n")[0] as string;
    await expect(importText(one)).rejects.toThrow("too few bars to see their distance; give --interval, e.g. 1m");
    expect(barText(await importText(one, { interval: "5m" }), 0)).toMatch(/^2020-01-02T14:26Z /);
  });

  it("days are dates and are not shifted", async () => {
    const market = await importText("20200102;1;2;0.5;1.5;10\n20200103;1;2;0.5;1.5;10\n");
    expect(barText(market, 1)).toBe("2020-01-03 1 2 0.5 1.5 10");
  });
});
