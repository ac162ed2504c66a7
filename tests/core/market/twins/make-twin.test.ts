import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bars, barColumns } from "../../../../src/core/bars.ts";
import { generateMarket } from "../../../../src/core/market/generate-market.ts";
import { marketPresets } from "../../../../src/core/market/market-presets.ts";
import { stylisedFacts } from "../../../../src/core/market/stylised-facts.ts";
import { makeTwin } from "../../../../src/core/market/twins/make-twin.ts";
import { twinKinds } from "../../../../src/core/market/twins/twin-kind.ts";
import { validateBars } from "../../../../src/core/market/validate-bars.ts";
import { randomMarket } from "../../paths/random-market.ts";

const daily = randomMarket("make-twin", 600);
const intraday = generateMarket({ ...marketPresets["syn-equity-5m"], bars: 78 * 12 });
const hourly = generateMarket({ ...marketPresets["syn-crypto-1h"], bars: 24 * 30 });
const markets = [daily, intraday, hourly];

/** What a bar is, whatever its price level: gap from the close before, body, reach up and down, volume. */
function shapesOf(bars: Bars, digits = 9): readonly string[] {
  return Array.from({ length: bars.length - 1 }, (_, i) => {
    const t = i + 1;
    const open = bars.open[t] as number;
    const ratios = [open / (bars.close[i] as number), ...moveOf(bars, t)];
    return ratios.map((value) => value.toFixed(digits)).join(" ");
  });
}

function moveOf(bars: Bars, t: number): readonly number[] {
  const open = bars.open[t] as number;
  return [
    (bars.high[t] as number) / open,
    (bars.low[t] as number) / open,
    (bars.close[t] as number) / open,
    bars.volume[t] as number,
  ];
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
}

describe("every kind of twin", () => {
  it("is sound, as long as its source, of the same times, and leaves the source as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...twinKinds), fc.constantFrom(...markets), fc.string(), (kind, bars, seed) => {
        const before = barColumns.map((name) => bars[name].slice());
        const twin = makeTwin(bars, { kind, seed });
        expect(validateBars(twin)).toEqual([]);
        expect(twin.length).toBe(bars.length);
        expect(twin.time).toEqual(bars.time);
        expect(twin.barsPerYear).toBe(bars.barsPerYear);
        expect(barColumns.map((name) => bars[name])).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("of two bars, of equal prices, of unknown volume is sound", () => {
    const flat = { ...randomMarket("flat", 2), volume: new Float64Array(2).fill(Number.NaN) };
    for (const column of [flat.open, flat.high, flat.low, flat.close]) column.fill(7);
    for (const kind of twinKinds) expect(validateBars(makeTwin(flat, { kind, seed: "s" }))).toEqual([]);
  });

  it.each(twinKinds)("%s: the same seed gives the same twin, another seed another but for the mirror", (kind) => {
    const closes = (seed: string): Float64Array => makeTwin(daily, { kind, seed }).close;
    expect(closes("a")).toEqual(closes("a"));
    if (kind === "mirror") expect(closes("a")).toEqual(closes("b"));
    else expect(closes("a")).not.toEqual(closes("b"));
  });

  it.each(["bootstrap", "permuted", "noise"] as const)(
    "%s: instruments of the same times are drawn alike, so that they keep their correlation",
    (kind) => {
      const other = { ...daily, close: daily.close.map((price, t) => price * (1 + 0.001 * (t % 3))) };
      other.high.set(other.high.map((price, t) => Math.max(price, other.close[t] as number)));
      const [a, b] = [daily, other].map((bars) => makeTwin(bars, { kind, seed: "joint" }).volume);
      expect(a).toEqual(b);
    },
  );
});

describe("bootstrap", () => {
  it.each(markets.map((bars) => [bars.barsPerYear, bars] as const))(
    "%d bars a year: every bar has gap, shape and volume of one of the source's",
    (_, bars) => {
      const there = new Set(shapesOf(bars));
      const twin = shapesOf(makeTwin(bars, { kind: "bootstrap", seed: "shape" }));
      expect(twin.filter((shape) => !there.has(shape))).toEqual([]);
    },
  );
});

describe("stylised facts", () => {
  it("of bootstrap, mirror and noise twins of 5,000 days of a coin are near the source's", () => {
    const coin = generateMarket(marketPresets["syn-crypto-daily"]);
    const source = stylisedFacts(coin);
    for (const kind of ["bootstrap", "mirror", "noise"] as const) {
      const made = stylisedFacts(makeTwin(coin, { kind, seed: "facts" }));
      expect(made.volatilityPerYear / source.volatilityPerYear).toBeGreaterThan(0.85);
      expect(made.volatilityPerYear / source.volatilityPerYear).toBeLessThan(1.15);
      expect(Math.abs(made.absolute1 - source.absolute1)).toBeLessThan(0.1);
      expect(Math.abs(made.absolute10 - source.absolute10)).toBeLessThan(0.12);
    }
    const mirrored = stylisedFacts(makeTwin(coin, { kind: "mirror", seed: "" }));
    expect(mirrored.excessKurtosis).toBeCloseTo(source.excessKurtosis ?? Number.NaN, 9);
    expect(mirrored.leverage).toBeCloseTo(-source.leverage, 9);
    expect(mirrored.gapShare).toBeCloseTo(source.gapShare ?? Number.NaN, 9);
  });
});

describe("mirror", () => {
  it("of a mirror is the source to 1e-12", () => {
    const twice = makeTwin(makeTwin(daily, { kind: "mirror", seed: "" }), { kind: "mirror", seed: "" });
    for (const name of ["open", "high", "low", "close"] as const) {
      const ratios = twice[name].map((price, t) => price / (daily[name][t] as number));
      expect(largestDifference(ratios, new Float64Array(daily.length).fill(1))).toBeLessThan(1e-12);
    }
  });
});

describe("permuted", () => {
  it("keeps first bar and last close to 1e-9, every gap and every move within a bar, whatever the seed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...markets), fc.string(), (bars, seed) => {
        const n = bars.length;
        const twin = makeTwin(bars, { kind: "permuted", seed });
        for (const name of ["open", "high", "low", "close"] as const) expect(twin[name][0]).toBe(bars[name][0]);
        expect(Math.abs((twin.close[n - 1] as number) / (bars.close[n - 1] as number) - 1)).toBeLessThan(1e-9);
        const places = Array.from({ length: n - 1 }, (_, i) => i + 1);
        const gaps = (one: Bars): Float64Array =>
          sorted(places.map((t) => (one.open[t] as number) / (one.close[t - 1] as number)));
        expect(largestDifference(gaps(twin), gaps(bars))).toBeLessThan(1e-9);
        for (const part of [0, 1, 2, 3]) {
          const moves = (one: Bars): Float64Array => sorted(places.map((t) => moveOf(one, t)[part] as number));
          expect(largestDifference(moves(twin), moves(bars))).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("gaps and moves are parted: few bars of 600 keep both", () => {
    const there = new Set(shapesOf(daily));
    const kept = shapesOf(makeTwin(daily, { kind: "permuted", seed: "parted" })).filter((shape) => there.has(shape));
    expect(kept.length).toBeLessThan(10);
  });

  it("five-minute bars stay at their time of day, and nights at the open", () => {
    const twin = makeTwin(intraday, { kind: "permuted", seed: "day" });
    for (const place of [0, 1, 40, 77]) {
      const volumes = (bars: Bars): Float64Array =>
        sorted(Array.from({ length: 12 }, (_, day) => bars.volume[day * 78 + place] as number));
      expect(volumes(twin)).toEqual(volumes(intraday));
    }
    const nights = (bars: Bars): Float64Array =>
      sorted(Array.from({ length: 11 }, (_, day) => gapAt(bars, (day + 1) * 78)));
    expect(largestDifference(nights(twin), nights(intraday))).toBeLessThan(1e-9);
  });

  it("breaks the bursts of volatility of a market that has them", () => {
    const bursts = generateMarket({ ...marketPresets["syn-crypto-daily"], bars: 3000 });
    const broken = makeTwin(bursts, { kind: "permuted", seed: "bursts" });
    expect(stylisedFacts(bursts).absolute10).toBeGreaterThan(0.1);
    expect(Math.abs(stylisedFacts(broken).absolute10)).toBeLessThan(0.05);
  });
});

describe("a session that opens at 14:30 in winter and at 13:30 in summer, with gaps of 10 % at night and none by day", () => {
  const hour = 3_600_000;
  const bars = randomMarket("summer", 120);
  bars.time.set(
    Array.from({ length: 120 }, (_, t) => {
      const session = Math.floor(t / 3);
      return Date.UTC(2024, 0, 1 + session) + ((session < 20 ? 14.5 : 13.5) + (t % 3)) * hour;
    }),
  );
  for (const [t, close] of bars.close.entries()) {
    if (t + 1 < bars.length) bars.open[t + 1] = close * ((t + 1) % 3 === 0 ? 1.1 : 1);
  }
  bars.high.set(bars.high.map((high, t) => Math.max(high, bars.open[t] as number)));
  bars.low.set(bars.low.map((low, t) => Math.min(low, bars.open[t] as number)));

  it.each(["bootstrap", "permuted"] as const)("%s keeps the nights at the opens", (kind) => {
    const twin = makeTwin(bars, { kind, seed: "summer" });
    for (let t = 1; t < bars.length; t++) expect(gapAt(twin, t)).toBeCloseTo(t % 3 === 0 ? 1.1 : 1, 9);
  });
});

function gapAt(bars: Bars, t: number): number {
  return (bars.open[t] as number) / (bars.close[t - 1] as number);
}

describe("rescaled", () => {
  it("half the volatility and ten times the price: log returns halve, the first open is ten times the source's", () => {
    const twin = makeTwin(daily, { kind: "rescaled", seed: "", volatilityFactor: 0.5, priceFactor: 10 });
    expect((twin.open[0] as number) / (daily.open[0] as number)).toBeCloseTo(10, 12);
    for (let t = 1; t < daily.length; t++) {
      const step = Math.log((daily.close[t] as number) / (daily.close[t - 1] as number));
      expect(Math.log((twin.close[t] as number) / (twin.close[t - 1] as number))).toBeCloseTo(step / 2, 12);
    }
    const [made, source] = [stylisedFacts(twin), stylisedFacts(daily)];
    expect(made.volatilityPerYear / source.volatilityPerYear).toBeCloseTo(0.5, 9);
    expect(made.excessKurtosis).toBeCloseTo(source.excessKurtosis ?? Number.NaN, 9);
    expect(made.rangeRatio).toBeCloseTo(source.rangeRatio ?? Number.NaN, 9);
  });

  it("factors of 1 give the source, factors of 0 or less are refused", () => {
    const same = { kind: "rescaled", seed: "", volatilityFactor: 1, priceFactor: 1 } as const;
    expect(makeTwin(daily, same).close).toEqual(daily.close);
    expect(() => makeTwin(daily, { ...same, volatilityFactor: 0 })).toThrow(/factors above 0, got volatility 0/);
    expect(() => makeTwin(daily, { ...same, priceFactor: Number.NaN })).toThrow(RangeError);
  });

  it("factors drawn from the seed lie within 0.5 to 2 and 0.1 to 10", () => {
    for (let i = 0; i < 50; i++) {
      const twin = makeTwin(daily, { kind: "rescaled", seed: String(i) });
      const ratio = stylisedFacts(twin).volatilityPerYear / stylisedFacts(daily).volatilityPerYear;
      expect(ratio).toBeGreaterThan(0.49);
      expect(ratio).toBeLessThan(2.01);
      expect((twin.open[0] as number) / (daily.open[0] as number)).toBeGreaterThan(0.099);
      expect((twin.open[0] as number) / (daily.open[0] as number)).toBeLessThan(10.1);
    }
  });
});

describe("noise", () => {
  it("a market that rises by 1 % a bar gives noise that ends, on average of 400, where it begins", () => {
    const rising = randomMarket("rising", 60, 0.01, 0.02);
    const ends = Array.from({ length: 400 }, (_, i) => {
      const { open, close } = makeTwin(rising, { kind: "noise", seed: String(i) });
      return Math.log((close[59] as number) / (open[0] as number));
    });
    expect(Math.abs(ends.reduce((sum, end) => sum + end, 0) / 400)).toBeLessThan(0.05);
  });
});
