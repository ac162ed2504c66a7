import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const dayMs = 86_400_000;

/** A file of bars at these dates, as they stand. */
const file = (dates: readonly string[]): string =>
  `Date,Open,High,Low,Close\n${dates.map((date) => `${date},1,2,0.5,1.5\n`).join("")}`;

/** Dates day first from a start, one every `step` days, `count` of them. */
function dayFirst(start: string, count: number, step = 1): readonly string[] {
  return Array.from({ length: count }, (_, t) => {
    const [year, month, day] = new Date(Date.parse(start) + t * step * dayMs).toISOString().slice(0, 10).split("-");
    return `${day}/${month}/${year}`;
  });
}

describe("03/04/2020", () => {
  it("is decided by one later date that only one order can read, 200 bars away", async () => {
    // Firsts to twelfths of months only, but for the last line.
    const dates = dayFirst("2003-04-03", 4000).filter((date) => Number(date.slice(0, 2)) <= 12);
    const market = await importText(file([...dates.slice(0, 700), "13/04/2018"]));
    expect(market.understood.time.dateOrder).toEqual({ value: "day-first", known: "observed" });
    expect(barText(market, 0)).toMatch(/^2003-04-03 /);
  });

  it.each([
    ["day first", "day-first", (date: string) => date],
    ["month first", "month-first", (date: string) => `${date.slice(3, 5)}/${date.slice(0, 2)}/${date.slice(6)}`],
  ])("is decided by the order in which the file never goes back: %s", async (_, order, written) => {
    const dates = dayFirst("2020-03-09", 100).filter((date) => Number(date.slice(0, 2)) <= 12);
    for (const rows of [dates, dates.toReversed()]) {
      const market = await importText(file(rows.map(written)));
      expect(market.understood.time.dateOrder).toEqual({ value: order, known: "observed" });
    }
  });

  it("is decided by weekends where both orders only go forward", async () => {
    // Weekdays of one month's first days in ever later months: 2020-06-01 … read the other way they are days of January.
    const days = [
      "01/06/2015",
      "02/06/2015",
      "03/06/2015",
      "04/06/2015",
      "05/06/2015",
      "08/06/2015",
      "09/06/2015",
      "10/06/2015",
      "11/06/2015",
      "12/06/2015",
    ];
    const market = await importText(file(days));
    expect(market.understood.time.dateOrder).toEqual({ value: "day-first", known: "observed" });
  });

  it("is asked for where the file does not decide it, and the option decides", async () => {
    const text = file(["03/04/2020", "04/04/2020"]);
    await expect(importText(text)).rejects.toThrow(
      'prices.csv, line 2: "03/04/2020" is 2020-04-03 if the file is day first (--day-first), 2020-03-04 if the file is month first ' +
        "(--month-first); the file does not decide it: say which",
    );
    expect(barText(await importText(text, { dayFirst: true }), 1)).toMatch(/^2020-04-04 /);
    const monthFirst = await importText(text, { dayFirst: false });
    expect(barText(monthFirst, 1)).toMatch(/^2020-04-04 /);
    expect(barText(monthFirst, 0)).toMatch(/^2020-03-04 /);
    expect(monthFirst.understood.time.dateOrder).toEqual({ value: "month-first", known: "given" });
  });

  it("with dots is day first by habit", async () => {
    const market = await importText(file(["03.04.2020", "04.04.2020"]));
    expect(market.understood.time.dateOrder).toEqual({ value: "day-first", known: "usual" });
  });

  it("02/12/13 with two-digit years is decided among three orders", async () => {
    const rows = Array.from({ length: 30 }, (_, t) =>
      new Date(Date.parse("2013-12-02") + t * dayMs).toISOString().slice(2, 10).replaceAll("-", "/"),
    );
    const market = await importText(file(rows));
    expect(barText(market, 0)).toMatch(/^2013-12-02 /);
    expect(market.understood.time.dateOrder).toEqual({ value: "year-first", known: "observed" });
  });

  it.each([
    ["day first", "2020-06-02", (date: string) => date],
    ["month first", "2020-06-02", (date: string) => `${date.slice(3, 5)}/${date.slice(0, 2)}/${date.slice(6)}`],
  ])("four days of June are no sixths of four months: %s", async (_, start, written) => {
    const rows = dayFirst(start, 4).flatMap((date) => [`${written(date)} 09:30`, `${written(date)} 21:30`]);
    const market = await importText(file(rows));
    expect(barText(market, 7)).toMatch(/^2020-06-05T21:30/);
    await expect(importText(file(dayFirst("2020-01-02", 4)))).rejects.toThrow("the file does not decide it");
  });

  it("the question names a date that the orders read in two ways, not 01/01", async () => {
    await expect(importText(file(["01/01/2020", "02/01/2020", "03/01/2020"]))).rejects.toThrow(
      "line 3: the date is 2020-01-02 if the file is day first (--day-first), 2020-02-01 if",
    );
  });

  it("minutes of one day decide by no date: asked for", async () => {
    const text = `time,open,high,low,close\n${Array.from({ length: 30 }, (_, t) => `03/04/2020 09:${30 + t},1,2,0.5,1.5\n`).join("")}`;
    await expect(importText(text)).rejects.toThrow("the file does not decide it: say which");
  });
});

describe("first days of months", () => {
  it("are months and not twelve days a year: the even pace decides", async () => {
    const rows = Array.from(
      { length: 48 },
      (_, t) => `${String((t % 12) + 1).padStart(2, "0")}/01/${2015 + Math.floor(t / 12)}`,
    );
    const market = await importText(file(rows));
    expect(market.understood.time.dateOrder).toEqual({ value: "month-first", known: "observed" });
    expect(barText(market, 1)).toMatch(/^2015-02-01 /);
  });
});
