import { describe, expect, test } from "vitest";
import { barsOf, type Columns, columns, outputs, ta } from "../core/indicators/series.ts";

const length = 120;
const market = columns("laws", length);

/** The columns of prices and volume through f; the times as they are. */
function mapColumns(c: Columns, f: (x: Float64Array, name: string) => Float64Array): Columns {
  return {
    time: c.time,
    open: f(c.open, "open"),
    high: f(c.high, "high"),
    low: f(c.low, "low"),
    close: f(c.close, "close"),
    volume: f(c.volume, "volume"),
  };
}

function cut(c: Columns, from: number, to: number): Columns {
  const bars = mapColumns(c, (x) => x.slice(from, to));
  return { ...bars, time: c.time.slice(from, to) };
}

describe.each(outputs)("$name", ({ name, first, of }) => {
  const full = of(market);

  test(`is as long as its input, NaN before bar ${first} and never after`, () => {
    expect(full).toHaveLength(length);
    full.forEach((value, t) => {
      expect(Number.isNaN(value), `bar ${t}`).toBe(t < first);
    });
  });

  test("does not look ahead: bars cut off change no bit of those before", () => {
    for (const end of [0, 1, 2, first, first + 1, 50, 77, length - 1]) {
      expect(of(cut(market, 0, end))).toEqual(full.slice(0, end));
    }
  });

  test("does not change its inputs", () => {
    const copy = cut(market, 0, length);
    of(copy);
    expect(copy).toEqual(market);
  });

  test("infinities count as NaN and do not spread", () => {
    const broken = of(mapColumns(market, (x) => x.with(40, Infinity)));
    const nan = of(mapColumns(market, (x) => x.with(40, NaN)));
    if (!name.startsWith("cross")) expect(broken).toEqual(nan);
    expect(Number.isFinite(broken[length - 1])).toBe(true);
  });

  test.each(["open", "high", "low", "close", "volume"] as const)("an infinity in %s alone counts as NaN", (column) => {
    const with40 = (value: number): Columns => ({ ...market, [column]: market[column].with(40, value) });
    if (!name.startsWith("cross")) expect(of(with40(Infinity))).toEqual(of(with40(NaN)));
  });
});

// lag, momentum and roc read two bars and nothing between them; crossovers are 0 where they are not known; no price in
// times.
const pointwise = ["lag", "momentum", "roc", "crossover", "crossunder", "weekday", "hour", "sessionBar"];

test.each(outputs.filter(({ name }) => !pointwise.includes(name)))(
  "$name warms up again after a NaN, and then equals the indicator of the bars after it",
  ({ of }) => {
    const full = of(market);
    const at = 40;
    const broken = of(mapColumns(market, (x) => x.with(at, NaN)));
    const restarted = of(cut(market, at + 1, length));
    expect(broken.slice(0, at)).toEqual(full.slice(0, at));
    for (let t = at; t < length; t++) {
      const wanted = t === at ? NaN : (restarted[t - at - 1] ?? NaN);
      if (Number.isNaN(wanted)) expect(broken[t], `bar ${t}`).toBeNaN();
      else expect(broken[t], `bar ${t}`).toBeCloseTo(wanted, 9);
    }
  },
);

const level = ["sma", "ema", "wilder", "wma", "dema", "tema", "hma", "highest", "lowest", "median", "linreg"] as const;

test.each(level)("%s(3x + 50) is 3·%s(x) + 50", (name) => {
  const moved = ta[name](
    market.close.map((value) => 3 * value + 50),
    10,
  );
  ta[name](market.close, 10).forEach((value, t) => {
    if (!Number.isNaN(value)) expect(moved[t]).toBeCloseTo(3 * value + 50, 9);
  });
});

test.each(level)("%s of equal values is exactly that value, whatever its digits", (name) => {
  const flat = new Float64Array(100).fill(0.1 + 0.7);
  for (const value of ta[name](flat, 10)) if (!Number.isNaN(value)) expect(value).toBe(flat[0]);
});

test.each(["stdev", "linregSlope", "momentum"] as const)("%s(3x + 50) is 3 times that of x", (name) => {
  const moved = ta[name](
    market.close.map((value) => 3 * value + 50),
    10,
  );
  ta[name](market.close, 10).forEach((value, t) => {
    if (t >= 10) expect(moved[t]).toBeCloseTo(3 * value, 9);
  });
});

const scaleFree = [
  "argmax",
  "argmin",
  "zscore",
  "skew",
  "kurtosis",
  "correlation",
  "percentRank",
  "roc",
  "rsi",
  "stochRsi.k",
  "ppo.ppo",
  "tsi",
  "stochastic.k",
  "williamsR",
  "cci",
  "ultimate",
  "aroon.up",
  "adx.adx",
  "supertrend.direction",
  "natr",
  "mfi",
  "cmf",
  "closeVolatility",
  "parkinson",
  "garmanKlass",
  "yangZhang",
];

test.each(outputs.filter(({ name }) => scaleFree.includes(name)))(
  "$name does not depend on the unit of price",
  ({ of }) => {
    const scaled = of(mapColumns(market, (x, name) => (name === "volume" ? x : x.map((value) => value * 1000))));
    of(market).forEach((value, t) => {
      if (!Number.isNaN(value)) expect(scaled[t]).toBeCloseTo(value, 8);
    });
  },
);

test("lag, momentum and roc are NaN at the two bars that read a NaN, and nowhere else", () => {
  const broken = market.close.with(40, NaN);
  expect([...ta.lag(broken, 7)].findLastIndex(Number.isNaN)).toBe(47);
  for (const name of ["momentum", "roc"] as const) {
    const full = ta[name](market.close, 7);
    expect(ta[name](broken, 7)).toEqual(full.with(40, NaN).with(47, NaN));
  }
});

test("a spike of 1e12 leaves no trace once its window has passed: windows hold no running sum", () => {
  const spiked = market.close.with(30, 1e12);
  for (const name of ["sma", "wma", "stdev", "zscore", "linregSlope"] as const) {
    const clean = ta[name](market.close, 10);
    ta[name](spiked, 10).forEach((value, t) => {
      if (t >= 40) expect(value, `${name} at ${t}`).toBeCloseTo(clean[t] ?? NaN, 9);
    });
  }
});

test("stdev of 1e9 + small moves keeps its digits", () => {
  const shifted = market.close.map((value) => Math.round(value * 1024) / 1024);
  const far = ta.stdev(
    shifted.map((value) => value + 2 ** 30),
    10,
  );
  ta.stdev(shifted, 10).forEach((value, t) => {
    if (t >= 9) expect(far[t]).toBeCloseTo(value, 6);
  });
});

test("a window longer than the input is NaN everywhere, without allocating it", () => {
  for (const name of ["sma", "ema", "median", "highest", "stdev", "percentRank", "linregSlope"] as const) {
    expect(ta[name](market.close, 2 ** 40).every(Number.isNaN)).toBe(true);
  }
});

test.each([
  ["sma: n is 2.5", () => ta.sma([1], 2.5)],
  ["ema: n is 0", () => ta.ema([1], 0)],
  ["lag: n is -1", () => ta.lag([1], -1)],
  ["linregSlope: n is 1", () => ta.linregSlope([1], 1)],
  ["bollinger: k is NaN", () => ta.bollinger([1], 2, NaN)],
  ["hma: n is 1", () => ta.hma([1], 1)],
  ["beta: n is 1", () => ta.beta([1], [1], 1)],
  ["kama: slow is 0", () => ta.kama([1], 10, 2, 0)],
  ["quantile: q is 1.5: it must be a number from 0 to 1", () => ta.quantile([1], 2, 1.5)],
  ["psar: step is -0.1", () => ta.psar([1], [1], -0.1, 0.2)],
  ["macd: signal is 0", () => ta.macd([1], 2, 3, 0)],
  ["supertrend: n is 0", () => ta.supertrend([1], [1], [1], 0, 3)],
  ["yangZhang: n is 1", () => ta.yangZhang([1], [1], [1], [1], 1)],
  ["resample: hours is 0", () => ta.resample(barsOf(market), 0)],
  ["sessionBar: start is Infinity", () => ta.sessionBar([1], Infinity)],
  ["atr: n is NaN", () => ta.atr([1], [1], [1], NaN)],
  ["trueRange: columns have 1, 2, 1 values", () => ta.trueRange([1], [1, 2], [1])],
  ["crossover: columns have 2, 3 values", () => ta.crossover([1, 2], [1, 2, 3])],
])("RangeError: %s", (message, run) => {
  expect(run).toThrow(RangeError);
  expect(run).toThrow(message);
});

test("the members of ta cannot be replaced", () => {
  expect(Reflect.set(ta, "sma", () => new Float64Array())).toBe(false);
});
