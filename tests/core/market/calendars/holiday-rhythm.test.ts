import { expect, test } from "vitest";
import { learnHolidays } from "../../../../src/core/market/calendars/holiday-rhythm.ts";

const dates = (...days: readonly string[]): number[] => days.map((day) => Date.parse(day));
const span = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2019, 11, 31) };

function learnt(days: readonly number[], lunar: Parameters<typeof learnHolidays>[1] = []): readonly string[] {
  const holidays = learnHolidays({ days, ...span }, lunar);
  return days.filter((day) => holidays.has(day)).map((day) => new Date(day).toISOString().slice(0, 10));
}

test("a date that is closed in every year in which it is a weekday is a holiday", () => {
  const days = dates("2012-12-25", "2013-12-25", "2014-12-25", "2015-12-25", "2017-12-25", "2018-12-25", "2019-12-25");
  expect(learnt(days)).toHaveLength(7);
});

test("a Monday after a holiday's Sunday is kept for it", () => {
  const days = dates("2012-12-25", "2013-12-25", "2014-12-25", "2015-12-25", "2016-12-26", "2017-12-25", "2018-12-25");
  expect(learnt(days)).toContain("2016-12-26");
});

test("the fourth Thursday of November, and Good Friday, return on other dates", () => {
  const thanksgiving = dates("2014-11-27", "2015-11-26", "2016-11-24", "2017-11-23", "2018-11-22", "2019-11-28");
  const goodFriday = dates("2014-04-18", "2015-04-03", "2016-03-25", "2017-04-14", "2018-03-30", "2019-04-19");
  expect(learnt([...thanksgiving, ...goodFriday])).toHaveLength(12);
});

test("the first day of the Chinese year returns by the moon, and by nothing else", () => {
  const newYear = dates("2012-01-23", "2014-01-31", "2015-02-19", "2016-02-08", "2018-02-16", "2019-02-05");
  expect(learnt(newYear, ["chinese"])).toHaveLength(6);
  expect(learnt(newYear)).toEqual([]);
});

test("a day closed once is no holiday", () => {
  expect(learnt(dates("2012-10-29", "2015-06-10", "2018-12-05"))).toEqual([]);
});
