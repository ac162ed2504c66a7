import { expect, test } from "vitest";
import { barsOf, type Columns, columns, ta } from "./series.ts";

const hourMs = 3_600_000;
const market = columns("time", 400);
const { time } = market;

test("weekday and hour equal those of Date in UTC, before 1970 as well", () => {
  const times = Float64Array.from([...time, -1, -86_400_001, Date.UTC(1969, 6, 20, 20, 17, 40)]);
  const [weekdays, hours] = [ta.weekday(times), ta.hour(times)];
  times.forEach((value, t) => {
    const date = new Date(value);
    expect(weekdays[t]).toBe(date.getUTCDay());
    expect(hours[t]).toBeCloseTo((((value % 86_400_000) + 86_400_000) % 86_400_000) / hourMs, 12);
  });
  expect(ta.hour([Date.UTC(2024, 0, 5, 14, 30)])[0]).toBe(14.5);
});

test("shifting times by whole weeks changes no weekday, hour, session or higher bar", () => {
  const later = time.map((value) => value + 52 * 7 * 24 * hourMs);
  expect(ta.weekday(later)).toEqual(ta.weekday(time));
  expect(ta.hour(later)).toEqual(ta.hour(time));
  expect(ta.sessionBar(later, 3)).toEqual(ta.sessionBar(time, 3));
  expect(ta.resample(barsOf({ ...market, time: later }), 168).close).toEqual(ta.resample(barsOf(market), 168).close);
});

test("sessionBar of hourly bars counts 0 … 23 from midnight, or from its start", () => {
  expect([...ta.sessionBar(time).slice(0, 50)]).toEqual(Array.from({ length: 50 }, (_, t) => t % 24));
  expect(ta.sessionBar(time, 22)[21]).toBe(21);
  expect(ta.sessionBar(time, 22)[22]).toBe(0);
  expect(ta.sessionBar(time, -2)).toEqual(ta.sessionBar(time, 22));
});

test("vwap of one session is its money over its volume, and starts anew with the next", () => {
  const ours = ta.vwap(barsOf(market));
  let [money, traded] = [0, 0];
  for (let t = 0; t < time.length; t++) {
    if (t % 24 === 0) [money, traded] = [0, 0];
    const price = ((market.high[t] ?? NaN) + (market.low[t] ?? NaN) + (market.close[t] ?? NaN)) / 3;
    money += price * (market.volume[t] ?? NaN);
    traded += market.volume[t] ?? NaN;
    expect(ours[t]).toBeCloseTo(money / traded, 9);
  }
});

test("vwap is NaN until something is traded, and of equal prices exactly that price", () => {
  const price = new Float64Array(400).fill(0.1 + 0.7);
  const flat = { ...market, high: price, low: price, close: price };
  const typical = ((price[0] ?? NaN) * 3) / 3;
  for (const value of ta.vwap(barsOf(flat))) expect(value).toBeCloseTo(typical, 15);
  const volume = market.volume.with(0, 0);
  expect(ta.vwap(barsOf({ ...market, volume }))[0]).toBeNaN();
  expect(ta.vwap(barsOf({ ...market, volume }))[1]).toBeGreaterThan(0);
});

/** The market's bars at the given hours after its first. */
function barsAt(hours: readonly number[]): Columns {
  return { ...columns("at", hours.length), time: Float64Array.from(hours, (hour) => (time[0] ?? NaN) + hour * hourMs) };
}

test("hourly bars to 4 hours: open of the first, high and low of all, close of the last, sum of volumes", () => {
  const higher = ta.resample(barsOf(market), 4);
  expect(higher.close).toHaveLength(100);
  higher.time.forEach((value, i) => {
    const part = (x: Float64Array): Float64Array => x.slice(4 * i, 4 * i + 4);
    expect(value).toBe(time[4 * i]);
    expect(higher.open[i]).toBe(market.open[4 * i]);
    expect(higher.high[i]).toBe(Math.max(...part(market.high)));
    expect(higher.low[i]).toBe(Math.min(...part(market.low)));
    expect(higher.close[i]).toBe(market.close[4 * i + 3]);
    expect(higher.volume[i]).toBe(part(market.volume).reduce((sum, x) => sum + x, 0));
  });
});

test("a higher bar's value is known from its last bar on, not before", () => {
  const higher = ta.resample(barsOf(market), 4);
  const aligned = higher.align(higher.close);
  for (let t = 0; t < time.length; t++) {
    const closed = Math.floor((t + 1) / 4);
    if (closed === 0) expect(aligned[t]).toBeNaN();
    else expect(aligned[t]).toBe(market.close[4 * closed - 1]);
  }
});

test("bars cut off change no bit of higher bars and aligned values before, for any hours and start", () => {
  for (const [hours, start] of [
    [2, 0],
    [4, 1],
    [24, 0],
    [24, 21.5],
    [168, 0],
    [0.5, 0],
    [1, 0],
  ] as const) {
    const full = ta.resample(barsOf(market), hours, start);
    const strength = full.align(ta.ema(full.close, 3));
    for (const end of [0, 1, 2, 3, 23, 24, 25, 100, 337, 399]) {
      const bars = barsOf({
        time: time.slice(0, end),
        open: market.open.slice(0, end),
        high: market.high.slice(0, end),
        low: market.low.slice(0, end),
        close: market.close.slice(0, end),
        volume: market.volume.slice(0, end),
      });
      const part = ta.resample(bars, hours, start);
      for (const name of ["time", "open", "high", "low", "close", "volume"] as const) {
        expect(part[name]).toEqual(full[name].slice(0, part.time.length));
      }
      expect(part.align(ta.ema(part.close, 3))).toEqual(strength.slice(0, end));
    }
  }
});

test("daily bars to weeks: Friday's bar closes them, a holiday on Friday leaves that to Monday's", () => {
  const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 14, 15, 16, 17, 18].map((day) => 24 * day); // no Friday 11
  const c = barsAt(days);
  const weeks = ta.resample(barsOf(c), 168);
  expect(weeks.close).toHaveLength(3);
  const known = weeks.align(weeks.close);
  expect([...known.slice(0, 4)]).toEqual([NaN, NaN, NaN, NaN]);
  expect([...known.slice(4, 9)]).toEqual(new Array(5).fill(c.close[4]));
  expect([...known.slice(9, 13)]).toEqual(new Array(4).fill(c.close[8]));
  expect(known[13]).toBe(c.close[13]);
});

test("sessions that end before the day does: known at the next one's first bar, or at once with start", () => {
  const hours = [0, 1, 2].flatMap((day) => [14, 15, 16, 17, 18, 19, 20].map((hour) => 24 * day + hour));
  const c = barsAt(hours);
  const late = ta.resample(barsOf(c), 24);
  expect(late.align(late.close)[6]).toBeNaN();
  expect(late.align(late.close)[7]).toBe(c.close[6]);
  const prompt = ta.resample(barsOf(c), 24, 21);
  expect(prompt.align(prompt.close)[6]).toBe(c.close[6]);
  expect(prompt.close).toHaveLength(3);
});

test("a first gap over night is not taken for the length of a bar", () => {
  const c = barsAt([20, 38, 39, 40, 41, 42, 43, 44, 62]); // from a session's last hour
  const days = ta.resample(barsOf(c), 24);
  expect([...days.close]).toEqual([c.close[0], c.close[7]]);
});

test("bars longer than the higher frame stand for themselves", () => {
  const same = ta.resample(barsOf(market), 0.25);
  expect(same.align(same.close).slice(2)).toEqual(market.close.slice(2));
});

test("weekly indicators on daily bars move once a week", () => {
  const weeks = ta.resample(barsOf(market), 48);
  const average = weeks.align(ta.sma(weeks.close, 2));
  expect(new Set([...average].filter((value) => !Number.isNaN(value))).size).toBeLessThanOrEqual(400 / 48);
});

test("align refuses a column that is not over its higher bars", () => {
  const days = ta.resample(barsOf(market), 24);
  expect(() => days.align(market.close)).toThrow(
    "align: the column has 400 values, the higher time frame 16 closed bars",
  );
});

test("resample leaves its bars as they are, and no bars give none", () => {
  const copy = structuredClone(market);
  ta.resample(barsOf(market), 24).align(new Float64Array(16));
  expect(market).toEqual(copy);
  expect(ta.resample(barsOf(columns("none", 0)), 24).close).toHaveLength(0);
});
