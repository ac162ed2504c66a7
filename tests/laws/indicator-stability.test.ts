import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/core/random.ts";
import { barsOf, type Columns, ta } from "../core/indicators/series.ts";

// A million wild bars: prices between 1e-8 and 1e7, volumes up to 1e9. What has a finite memory must give at bar t what
// it gives from a window that starts later, to 1e-9; what it has seen before must leave no trace.

const length = 1_000_000;
const late = 3000;

function wildMarket(): Columns {
  const random = createRandom("wild");
  const names = ["time", "open", "high", "low", "close", "volume"] as const;
  const c = Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as unknown as Columns;
  const draws = Array.from({ length: 20_011 }, () => [random.normal(), random.next(), random.next()] as const);
  let log = 0;
  for (let t = 0; t < length; t++) {
    const [normal, above, below] = draws[(t * 7919) % draws.length] ?? [0, 0, 0];
    const open = Math.exp(log);
    // Drawn back to the middle of the two ends; a jump now and then.
    log += normal * (t % 1009 === 0 ? 3 : 0.01) - 1e-4 * (log + 1);
    log = Math.min(16.1, Math.max(-18.4, log));
    const close = Math.exp(log);
    c.time[t] = 1_704_067_200_000 + t * 300_000;
    c.open[t] = open;
    c.close[t] = close;
    c.high[t] = Math.max(open, close) * (1 + above * 0.01);
    c.low[t] = Math.min(open, close) * (1 - below * 0.01);
    c.volume[t] = Math.floor(Math.exp(((t * 31) % 997) / 50));
  }
  return c;
}

const market = wildMarket();

function from(c: Columns, start: number, end: number): Columns {
  const part = (x: Float64Array): Float64Array => x.slice(start, end);
  return {
    time: part(c.time),
    open: part(c.open),
    high: part(c.high),
    low: part(c.low),
    close: part(c.close),
    volume: part(c.volume),
  };
}

// A number of the size of 1 is compared to 1e-9 absolutely, another in proportion to its `size`.
interface Windowed {
  readonly name: string;
  readonly of: (c: Columns) => Float64Array;
  readonly size?: (c: Columns) => Float64Array;
}

const n = 50;
const price = (c: Columns): Float64Array => ta.highest(c.high, 3 * n);

const windowed: readonly Windowed[] = [
  { name: "sma", of: (c) => ta.sma(c.close, n) },
  { name: "wma", of: (c) => ta.wma(c.close, n), size: price },
  { name: "hma", of: (c) => ta.hma(c.close, n), size: price },
  { name: "vwma", of: (c) => ta.vwma(c.close, c.volume, n) },
  { name: "sum", of: (c) => ta.sum(c.close, n) },
  { name: "highest", of: (c) => ta.highest(c.close, n) },
  { name: "argmax", of: (c) => ta.argmax(c.close, n) },
  { name: "argmin", of: (c) => ta.argmin(c.close, n) },
  { name: "median", of: (c) => ta.median(c.close, n) },
  { name: "quantile", of: (c) => ta.quantile(c.close, n, 0.9) },
  { name: "percentRank", of: (c) => ta.percentRank(c.close, n) },
  { name: "stdev", of: (c) => ta.stdev(c.close, n) },
  { name: "zscore", of: (c) => ta.zscore(c.close, n) },
  { name: "skew", of: (c) => ta.skew(c.close, n) },
  { name: "kurtosis", of: (c) => ta.kurtosis(c.close, n) },
  { name: "linreg", of: (c) => ta.linreg(c.close, n), size: price },
  { name: "linregSlope", of: (c) => ta.linregSlope(c.close, n), size: price },
  { name: "correlation", of: (c) => ta.correlation(ta.logReturns(c.close), ta.logReturns(c.volume), n) },
  { name: "beta", of: (c) => ta.beta(ta.logReturns(c.high), ta.logReturns(c.low), n) },
  { name: "stochastic.d", of: (c) => ta.stochastic(c.high, c.low, c.close, n, 5).d },
  { name: "cci", of: (c) => ta.cci(c.high, c.low, c.close, n) },
  { name: "ultimate", of: (c) => ta.ultimate(c.high, c.low, c.close, 7, 14, 28) },
  { name: "awesome", of: (c) => ta.awesome(c.high, c.low, 5, 34), size: price },
  { name: "aroon", of: (c) => ta.aroon(c.high, c.low, n).oscillator },
  { name: "ichimoku.spanA", of: (c) => ta.ichimoku(c.high, c.low, 9, 26, 52).spanA },
  { name: "bollinger.upper", of: (c) => ta.bollinger(c.close, n, 2).upper },
  { name: "donchian.lower", of: (c) => ta.donchian(c.high, c.low, n).lower },
  { name: "closeVolatility", of: (c) => ta.closeVolatility(c.close, n) },
  { name: "parkinson", of: (c) => ta.parkinson(c.high, c.low, n) },
  { name: "garmanKlass", of: (c) => ta.garmanKlass(c.open, c.high, c.low, c.close, n) },
  { name: "yangZhang", of: (c) => ta.yangZhang(c.open, c.high, c.low, c.close, n) },
  { name: "cmf", of: (c) => ta.cmf(c.high, c.low, c.close, c.volume, n) },
  { name: "mfi", of: (c) => ta.mfi(c.high, c.low, c.close, c.volume, n) },
  { name: "vwap", of: (c) => ta.vwap(barsOf(c)) },
];

describe.each(windowed)("$name", ({ of, size }) => {
  const full = of(market);

  test.each([371_234, 999_000])(`at bars from %i on equals that of a window that starts ${late} bars before`, (at) => {
    const part = of(from(market, at - late, at + 500));
    const scale = size?.(from(market, at - late, at + 500));
    for (let t = late; t < late + 500; t++) {
      const wanted = full[at - late + t] ?? NaN;
      const unit = scale?.[t] ?? Math.max(Math.abs(wanted), Math.abs(wanted) < 1e-6 ? 0 : 1);
      expect(Math.abs((part[t] ?? NaN) - wanted), `bar ${at - late + t}`).toBeLessThanOrEqual(1e-9 * unit);
    }
  });
});

test("averages without an end forget: ema, rsi, atr, adx of a start 3,000 bars before are the same to 1e-9", () => {
  const at = 700_000;
  const of = (c: Columns): Float64Array[] => [
    ta.ema(c.close, 20),
    ta.rsi(c.close, 14),
    ta.atr(c.high, c.low, c.close, 14),
    ta.adx(c.high, c.low, c.close, 14).adx,
    ta.macd(c.close, 12, 26, 9).signal,
    ta.kama(c.close, 10, 2, 30),
  ];
  const parts = of(from(market, at - late, at));
  of(from(market, 0, at)).forEach((whole, i) => {
    const wanted = whole[at - 1] ?? NaN;
    expect(parts[i]?.[late - 1]).toBeCloseTo(wanted, 9);
  });
});

test("obv and ad of a later start differ from the full ones by a constant", () => {
  const [start, end] = [900_000, 905_000];
  const part = from(market, start, end);
  for (const [whole, later] of [
    [ta.obv(market.close, market.volume), ta.obv(part.close, part.volume)],
    [ta.ad(market.high, market.low, market.close, market.volume), ta.ad(part.high, part.low, part.close, part.volume)],
  ] as const) {
    const offset = (whole[start] ?? NaN) - (later[0] ?? NaN);
    const unit = Math.abs(whole[end - 1] ?? NaN);
    for (let t = 0; t < end - start; t++) {
      expect(Math.abs((whole[start + t] ?? NaN) - (later[t] ?? NaN) - offset)).toBeLessThanOrEqual(1e-12 * unit);
    }
  }
});

test("moves of 1e-3 on a level of 1e9: stdev, zscore, cci, skew, kurtosis, slope, correlation are those of the moves", () => {
  const random = createRandom("level");
  const moves = Float64Array.from({ length: 400 }, () => Math.round(random.normal() * 1024) / 1024 / 1024);
  const far = moves.map((value) => value + 2 ** 30);
  const other = moves.map((value) => value * value + random.next());
  for (const of of [
    (x: Float64Array) => ta.skew(x, n),
    (x: Float64Array) => ta.kurtosis(x, n),
    (x: Float64Array) => ta.stdev(x, n),
    (x: Float64Array) => ta.zscore(x, n),
    (x: Float64Array) => ta.cci(x, x, x, n),
    (x: Float64Array) => ta.cci(x, x, x, 250), // in order, not in loops
    (x: Float64Array) => ta.linregSlope(x, n),
    (x: Float64Array) => ta.correlation(x, other, n),
  ]) {
    const [near, moved] = [of(moves), of(far)];
    const first = near.findIndex(Number.isFinite);
    expect(first).toBeLessThan(250);
    for (let t = first; t < 400; t++) expect(moved[t]).toBeCloseTo(near[t] ?? NaN, 10);
  }
});

test("a spike of 1e12 leaves no trace once its window has passed", () => {
  const calm = from(market, 0, 400);
  const x = calm.close.map((_, t) => 100 + Math.sin(t) + (t % 7) / 9);
  const spiked = x.with(130, 1e12);
  const shorter = [
    ...(["sma", "wma", "hma", "sum", "stdev", "zscore", "skew", "kurtosis", "linreg", "linregSlope"] as const),
    ...(["median", "highest", "lowest", "argmax", "percentRank"] as const),
  ];
  for (const name of shorter) {
    const clean = ta[name](x, n);
    ta[name](spiked, n).forEach((value, t) => {
      if (t > 130 + n + 7) expect(value, `${name} at ${t}`).toBe(clean[t]);
    });
  }
});
