import fc from "fast-check";
import { expect, test } from "vitest";
import { backtest } from "../../src/core/backtest.ts";
import { type Bars, sliceBars } from "../../src/core/bars.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import { trades } from "../../src/core/metrics/trades.ts";
import { forwardFill } from "../../src/core/positions.ts";
import { anySettings, cases, settings } from "../core/backtest/markets.ts";

const runs = { numRuns: 150 };

function scaled(bars: Bars, factor: number): Bars {
  const times = (prices: Float64Array) => prices.map((price) => price * factor);
  return { ...bars, open: times(bars.open), high: times(bars.high), low: times(bars.low), close: times(bars.close) };
}

function expectClose(a: ArrayLike<number>, b: ArrayLike<number>, tolerance = 1e-9): void {
  expect(a.length).toBe(b.length);
  let peak = 1;
  for (let t = 0; t < a.length; t++) {
    peak = Math.max(peak, Math.abs(b[t] ?? 0));
    expect(Math.abs((a[t] ?? 0) - (b[t] ?? 0)) / peak, `at ${t}`).toBeLessThan(tolerance);
  }
}

test("scaling every price by a power of two changes no bit of a back-test", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      expect(backtest(scaled(bars, 8), target, options)).toEqual(backtest(bars, target, options));
    }),
    runs,
  );
});

test("scaling every price by 10 changes no equity beyond rounding", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      expectClose(backtest(scaled(bars, 10), target, options).equity, backtest(bars, target, options).equity);
    }),
    runs,
  );
});

test("starting with k times the money is k times the equity", () => {
  fc.assert(
    fc.property(cases, anySettings, fc.constantFrom(0.25, 2, 1024), ({ bars, target }, options, k) => {
      const { equity, position } = backtest(bars, target, { ...options, initial: k });
      const unit = backtest(bars, target, options);
      expect([...equity]).toEqual([...unit.equity].map((value) => value * k));
      expect(position).toEqual(unit.position);
    }),
    runs,
  );
});

test("target 0 everywhere is flat at any cost", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars }, options) => {
      expect(new Set(backtest(bars, new Float64Array(bars.length), options).equity).size).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

test("target 1 everywhere without costs is C[t]/O[1], in both modes", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom("on-change", "every-bar"), ({ bars }, mode) => {
      const { equity } = backtest(bars, new Float64Array(bars.length).fill(1), settings(0, mode));
      expectClose(
        equity,
        bars.close.map((price, t) => (t === 0 ? 1 : price / (bars.open[1] ?? 1))),
      );
    }),
    runs,
  );
});

test("equity up to bar t depends on the bars and targets up to t only", () => {
  fc.assert(
    fc.property(cases, anySettings, fc.nat(60), ({ bars, target }, options, cut) => {
      const n = Math.min(cut, bars.length);
      const short = backtest(sliceBars(bars, 0, n), target.slice(0, n), options);
      const full = backtest(bars, target, options);
      for (const column of ["equity", "position", "turnover"] as const) {
        expect(short[column]).toEqual(full[column].slice(0, n));
      }
    }),
    runs,
  );
});

test("NaN targets equal the targets that they keep", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      expect(backtest(bars, target, options)).toEqual(backtest(bars, forwardFill(target), options));
    }),
    runs,
  );
});

test("equity with costs is equity without, times Π(1 − c·turnover): costs scale, and never help", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      const paid = backtest(bars, target, options);
      const free = backtest(bars, target, settings(0, options.rebalance));
      let kept = 1;
      const wanted = free.equity.map((value, t) => {
        kept *= 1 - paid.costRate * (paid.turnover[t] ?? 0);
        return paid.ruinBar !== null && t >= paid.ruinBar ? 0 : value * kept;
      });
      expectClose(paid.equity, wanted);
      paid.equity.forEach((value, t) => {
        expect(value).toBeLessThanOrEqual((free.equity[t] ?? 0) * (1 + 1e-9));
      });
    }),
    runs,
  );
});

test("the first bar of a short loses what the first bar of a long earns, without costs", () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 0.4, noNaN: true }), ({ bars }, w) => {
      fc.pre(bars.length >= 2 && (bars.close[1] ?? 1) < 2 * (bars.open[1] ?? 1));
      const first = (weight: number) =>
        backtest(bars, new Float64Array(bars.length).fill(weight), settings()).equity[1];
      expect((first(w) ?? 0) + (first(-w) ?? 0)).toBeCloseTo(2, 9);
    }),
    runs,
  );
});

test("ruin absorbs: equity and position are 0 from it on, above 0 before", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      const { equity, position, turnover, ruinBar } = backtest(bars, target, options);
      const end = ruinBar ?? bars.length;
      equity.forEach((value, t) => {
        expect(value > 0).toBe(t < end);
      });
      expect(position.slice(end).every((value) => value === 0)).toBe(true);
      expect(turnover.slice(end + 1).every((value) => value === 0)).toBe(true);
    }),
    runs,
  );
});

test("metrics hold no NaN and no infinity, drawdown and shares lie in [0, 1], JSON gives them back", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      const metrics = computeMetrics(bars, backtest(bars, target, options));
      for (const value of Object.values(metrics)) expect(value === null || Number.isFinite(value)).toBe(true);
      expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
      for (const share of [metrics.maxDrawdown, metrics.exposure, metrics.winRate, metrics.psr]) {
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      }
      if (metrics.var95 !== null) expect(metrics.es95 ?? NaN).toBeGreaterThanOrEqual(metrics.var95 - 1e-15);
    }),
    runs,
  );
});

test("the profits of all trades add up to the change of equity", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      fc.pre(bars.length > 0);
      const result = backtest(bars, target, options);
      const sum = trades(bars, result).reduce((total, { profit }) => total + profit, 0);
      const change = (result.equity.at(-1) ?? 0) - (result.equity[0] ?? 0);
      const free = result.ruinBar !== null && result.position[result.ruinBar - 1] === 0;
      if (!free) expect(Math.abs(sum - change) / Math.max(...result.equity)).toBeLessThan(1e-9);
    }),
    runs,
  );
});

test("a back-test and its metrics change neither bars nor targets", () => {
  fc.assert(
    fc.property(cases, anySettings, ({ bars, target }, options) => {
      const before = structuredClone({ bars, target });
      computeMetrics(bars, backtest(bars, target, options));
      expect({ bars, target }).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
