import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceBars } from "../../../src/core/bars.ts";
import { formatCsv, formatTime } from "../../../src/core/market/format-csv.ts";
import { randomMarket } from "../paths/random-market.ts";

describe("formatCsv", () => {
  it("writes dates where every bar opens at midnight UTC, ISO-8601 UTC where not", () => {
    const market = sliceBars(randomMarket("csv", 3), 0, 2);
    expect(
      formatCsv(market)
        .split("\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(["time", "2010-01-04", "2010-01-05", ""]);
    const hourly = { ...market, time: market.time.map((time, i) => time + i * 3_600_000) };
    expect(formatCsv(hourly)).toContain("\n2010-01-04T00:00:00Z,");
    expect(formatTime(Date.UTC(2020, 1, 3, 14, 30), false)).toBe("2020-02-03T14:30:00Z");
  });

  it.each([4094, 4095, 4096, 8191, 8192])("%i bars are as many lines behind the header, none of them empty", (bars) => {
    const lines = formatCsv(randomMarket("long", bars)).split("\n");
    expect([lines.length, lines.indexOf("")]).toEqual([bars + 2, bars + 1]);
  });

  it("numbers read back the same, an unknown volume is empty", () => {
    const market = randomMarket("csv", 200);
    market.volume[7] = Number.NaN;
    const rows = formatCsv(market)
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    expect(rows.map((row) => Number(row[4]))).toEqual([...market.close]);
    expect(rows[7]?.[5]).toBe("");
  });

  it("times stand as formatTime writes them, whatever days and hours follow one another", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 4e12 }), { minLength: 1 }), fc.boolean(), (times, daily) => {
        const time = Float64Array.from(times, (ms) => (daily ? Math.floor(ms / 86_400_000) * 86_400_000 : ms));
        const column = new Float64Array(time.length).fill(1);
        const rest = { open: column, high: column, low: column, close: column, volume: column, barsPerYear: 252 };
        const written = formatCsv({ length: time.length, time, ...rest })
          .trimEnd()
          .split("\n")
          .slice(1);
        const plain = time.every((ms) => ms % 86_400_000 === 0);
        expect(written.map((line) => line.split(",")[0])).toEqual(Array.from(time, (ms) => formatTime(ms, plain)));
      }),
    );
  });
});
