import { describe, expect, it } from "vitest";
import { inferClass } from "../../../src/core/market/infer-class.ts";

const hourMs = 3_600_000;
/** Hours from Saturday 1 January 2022, 00:00 UTC, that the filter keeps. */
function hours(keep: (weekday: number, hour: number) => boolean, count = 24 * 7 * 8): number[] {
  const all = Array.from({ length: count }, (_, i) => Date.UTC(2022, 0, 1) + i * hourMs);
  return all.filter((time) => keep(new Date(time).getUTCDay(), new Date(time).getUTCHours()));
}
const weekdays = hours((day, hour) => day % 6 !== 0 && hour >= 14 && hour < 21);
const evening = hours((day, hour) => (day === 0 ? hour >= 22 : day < 6 && !(day === 5 && hour >= 22)));
const always = hours(() => true);
const months = Array.from({ length: 60 }, (_, i) => Date.UTC(2015, i, 1));
const sundays = Array.from({ length: 60 }, (_, i) => Date.UTC(2022, 0, 2 + 7 * i));

describe("inferClass", () => {
  it.each([
    ["every hour of the week", always, null, "yahoo", "crypto", "observed"],
    ["from Sunday evening on", evening, null, "plain", "fx", "observed"],
    ["every hour of the week, whatever the symbol says", always, "AAPL", "plain", "crypto", "observed"],
    ["currencies by the symbol", weekdays, "EUR/USD", "plain", "fx", "usual"],
    ["Yahoo's name of a pair", weekdays, "GBPUSD=X", "yahoo", "fx", "usual"],
    ["gold, which opens on Sunday evening too", evening, "XAUUSD", "dukascopy", "commodity", "usual"],
    ["an index by its caret", weekdays, "^HSI", "yahoo", "equity-index", "usual"],
    ["an index by its name", weekdays, "KOSPI", "plain", "equity-index", "usual"],
    ["a coin whose weekends are missing", weekdays, "BTCUSDT", "plain", "crypto", "usual"],
    ["the vendor", weekdays, null, "histdata", "fx", "usual"],
    ["nothing", weekdays, "ORCL", "yahoo", "equity", "assumed"],
    ["months, which begin on any day", months, null, "plain", "equity", "assumed"],
    ["weeks stamped with their Sundays", sundays, null, "investing", "equity", "assumed"],
    ["no bars", [], null, "plain", "equity", "assumed"],
  ] as const)("%s", (_, time, symbol, vendor, name, known) => {
    expect(inferClass({ time, symbol, vendor })).toMatchObject({ class: name, known });
  });

  it("27 Sundays among 8,000 days of an exchange do not make it a currency, unknown times nothing at all", () => {
    const days = Array.from({ length: 8000 }, (_, i) => Date.UTC(1970, 0, 5 + Math.floor(i / 5) * 7 + (i % 5)));
    const sundays = Array.from({ length: 27 }, (_, i) => Date.UTC(1970, 0, 4 + 7 * i));
    expect(inferClass({ time: [...days, ...sundays, Number.NaN], symbol: null, vendor: "plain" }).class).toBe("equity");
  });

  it("says why: 29 % of the bars open on weekends", () => {
    expect(inferClass({ time: always, symbol: null, vendor: "plain" }).why).toBe("29 % of the bars open on weekends");
  });
});
