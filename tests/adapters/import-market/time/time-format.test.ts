import { describe, expect, it } from "vitest";
import { detectTimeFormat, readTime } from "../../../../src/adapters/import-market/time/time-format.ts";
import { importText } from "../import-text.ts";

const days = ({ bars }: Awaited<ReturnType<typeof importText>>): readonly string[] =>
  Array.from(bars.time, (time) => new Date(time).toISOString().slice(0, 10));

describe("epochs", () => {
  it("change from milliseconds to microseconds in the midst of a file, as Binance's did in 2025", async () => {
    const market = await importText(
      "open_time,open,high,low,close\n1735603200000,1,2,0.5,1.5\n1735689600000000,1,2,0.5,1.5\n1735776000000000,1,2,0.5,1.5\n",
    );
    expect(days(market)).toEqual(["2024-12-31", "2025-01-01", "2025-01-02"]);
  });

  it("are negative before 1970 and short about it", async () => {
    const market = await importText(
      "time,open,high,low,close\n-172800,1,2,0.5,1.5\n-86400,1,2,0.5,1.5\n0,1,2,0.5,1.5\n86400,1,2,0.5,1.5\n" +
        [946684800, 946771200, 946857600, 946944000, 947030400].map((time) => `${time},1,2,0.5,1.5\n`).join(""),
    );
    expect(days(market).slice(0, 5)).toEqual(["1969-12-30", "1969-12-31", "1970-01-01", "1970-01-02", "2000-01-01"]);
  });

  it.each([
    ["-315619200", "seconds", "1960-01-01"],
    ["-315619200000", "milliseconds", "1960-01-01"],
    ["-18403200000", "milliseconds", "1969-06-02"],
    ["-315619200000000000", "nanoseconds", "1960-01-01"],
    ["1735689600.000", "seconds", "2025-01-01"],
  ] as const)("%s are %s of %s", (cell, unit, day) => {
    const format = detectTimeFormat([cell]);
    expect(format).toEqual({ kind: "epoch", unit });
    expect(new Date(readTime(cell, { kind: "epoch", unit })).toISOString().slice(0, 10)).toBe(day);
  });

  it("1.58284E+12, what a spreadsheet leaves of one, is no time", () => {
    expect(detectTimeFormat(["1.58284E+12"])).toBeNull();
  });
});

describe("dates of six digits", () => {
  const bars = (...dates: readonly string[]): string =>
    `Date,Open,High,Low,Close\n${dates.map((date) => `${date},1,2,0.5,1.5\n`).join("")}`;

  it.each([
    ["yymmdd", ["200130", "200131", "200203"]],
    ["ddmmyy", ["300120", "310120", "030220"]],
    ["mmddyy", ["013020", "013120", "020320"]],
  ])("%s", async (name, dates) => {
    const market = await importText(bars(...dates));
    expect(days(market)).toEqual(["2020-01-30", "2020-01-31", "2020-02-03"]);
    expect(market.understood.time.format).toBe(name.toUpperCase());
  });

  it("are months where all of them are", async () => {
    const market = await importText(bars("199911", "199912", "200001"));
    expect(days(market)).toEqual(["1999-11-01", "1999-12-01", "2000-01-01"]);
    expect(market.understood.interval.value).toBe("30d");
  });

  it("are times of day beside a date", async () => {
    const { bars: read } = await importText(
      "Date,Time,Open,High,Low,Close\n20200131,093000,1,2,0.5,1.5\n20200131,093100,1,2,0.5,1.5\n",
    );
    expect(new Date(read.time[0] as number).toISOString()).toBe("2020-01-31T09:30:00.000Z");
  });
});
