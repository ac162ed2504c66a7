import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backtest } from "../../src/core/backtest.ts";
import { type Bars, sliceBars } from "../../src/core/bars.ts";
import type { Costs } from "../../src/core/costs.ts";
import { trades } from "../../src/core/metrics/trades.ts";
import { forwardFill, inForce, type PositionsInput, stopColumns } from "../../src/core/positions.ts";
import { anySettings, cases, settings } from "../core/backtest/markets.ts";
import { all, rangedWalk, stopCases } from "../core/backtest/stop-markets.ts";

const runs = { numRuns: 120 };

function sliced(positions: PositionsInput, n: number): PositionsInput {
  const names = ["target", ...stopColumns] as const;
  const cut = (column: ArrayLike<number> | undefined) => Array.from(column ?? []).slice(0, n);
  return Object.fromEntries(names.map((name) => [name, cut(positions[name])])) as unknown as PositionsInput;
}

/** All kinds of cost at once, by bars. */
function someCosts(bars: Bars): fc.Arbitrary<Costs> {
  return fc.record({
    feeBps: fc.constantFrom(0, 5, 100),
    slippageBps: fc.constantFrom(0, 5),
    minFee: fc.constantFrom(0, 0.0001, 0.01, 0.3),
    borrowBps: fc.constantFrom(0, 500, 20_000),
    fundingBps: fc.constantFrom(-20, 0, 20),
    halfSpread: fc.constantFrom(undefined, all(bars.length, 0.05)),
  });
}

const single = fc.record({
  bars: fc.tuple(fc.string(), fc.constantFrom(0.01, 0.05)).map(([seed, wildness]) => rangedWalk(seed, 40, wildness)),
  weight: fc.constantFrom(1, -1, 0.5, -0.5),
  size: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
});

describe("stops", () => {
  test("at 100 % of a long, or without end, they change no bit", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars, target }, options) => {
        const n = bars.length;
        const long = target.map(Math.abs);
        const far = { stopLoss: all(n, 1), trailingStop: all(n, 1), takeProfit: all(n, Number.POSITIVE_INFINITY) };
        expect(backtest(bars, { target: long, ...far }, options)).toEqual(backtest(bars, long, options));
        const endless = all(n, Number.POSITIVE_INFINITY);
        const short = { target, stopLoss: endless, trailingStop: endless, takeProfit: endless };
        expect(backtest(bars, short, options)).toEqual(backtest(bars, target, options));
      }),
      runs,
    );
  });

  test("a take-profit at 100 % of a short changes no bit, for no price is 0", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars, target }, options) => {
        const short = target.map((wanted) => -Math.abs(wanted));
        const takeProfit = all(bars.length, 1);
        expect(backtest(bars, { target: short, takeProfit }, options)).toEqual(backtest(bars, short, options));
      }),
      runs,
    );
  });

  test("of NaN they change no bit", () => {
    fc.assert(
      fc.property(cases, anySettings, ({ bars, target }, options) => {
        const stopLoss = all(bars.length, Number.NaN);
        expect(backtest(bars, { target, stopLoss }, options)).toEqual(backtest(bars, target, options));
      }),
      runs,
    );
  });

  test.each(stopColumns)("a tighter %s never fills later", (name) => {
    fc.assert(
      fc.property(single, fc.double({ min: 0.1, max: 1, noNaN: true }), ({ bars, weight, size }, factor) => {
        const barOfFill = (stop: number) => {
          const positions = { target: all(bars.length, weight), [name]: all(bars.length, stop) };
          return backtest(bars, positions, settings()).stops?.[0]?.bar ?? Number.POSITIVE_INFINITY;
        };
        expect(barOfFill(size * factor)).toBeLessThanOrEqual(barOfFill(size));
      }),
      runs,
    );
  });

  test("fill inside the bar's range, at the open where that lies beyond: never better than the open but for a take-profit", () => {
    fc.assert(
      fc.property(stopCases, anySettings, ({ bars, positions }, options) => {
        for (const { bar: t, kind, side, price, atOpen } of backtest(bars, positions, options).stops ?? []) {
          const [open = 0, high = 0, low = 0] = [bars.open[t], bars.high[t], bars.low[t]];
          expect(price >= low && price <= high).toBe(true);
          if (atOpen) expect(price).toBe(open);
          const isBetter = side === "long" ? price >= open : price <= open;
          expect(isBetter || kind !== "take-profit").toBe(true);
          expect(!isBetter || price === open || kind === "take-profit").toBe(true);
        }
      }),
      runs,
    );
  });

  test("long and short mirror each other: on prices reflected about the entry both have one equity", () => {
    fc.assert(
      fc.property(single, fc.constantFrom(...stopColumns), ({ bars, weight, size }, name) => {
        const entry = bars.open[1] ?? 1;
        fc.pre(bars.high.every((price) => price < 1.9 * entry));
        // A trailing stop is a fraction of the best price, which the reflection changes.
        fc.pre(name !== "trailingStop");
        const flip = (prices: Float64Array) => prices.map((price) => 2 * entry - price);
        const image = {
          ...bars,
          open: flip(bars.open),
          high: flip(bars.low),
          low: flip(bars.high),
          close: flip(bars.close),
        };
        const stops = { [name]: all(bars.length, size) };
        const one = backtest(bars, { target: all(bars.length, weight), ...stops }, settings());
        const other = backtest(image, { target: all(bars.length, -weight), ...stops }, settings());
        expect(other.stops?.[0]?.bar).toBe(one.stops?.[0]?.bar);
        one.equity.forEach((value, t) => {
          expect(other.equity[t] ?? 0).toBeCloseTo(value, 9);
        });
      }),
      runs,
    );
  });

  test("after one the position is 0 until the target changes", () => {
    fc.assert(
      fc.property(stopCases, anySettings, ({ bars, positions }, options) => {
        const target = forwardFill(positions.target);
        const { position, stops = [] } = backtest(bars, positions, options);
        for (const { bar } of stops) {
          for (let t = bar; t < bars.length && (t === bar || target[t - 1] === target[t - 2]); t++) {
            expect(position[t]).toBe(0);
          }
        }
      }),
      runs,
    );
  });

  test("equal orders give equal back-tests: positions in force are the positions", () => {
    fc.assert(
      fc.property(stopCases, anySettings, ({ bars, positions }, options) => {
        expect(backtest(bars, inForce(positions), options)).toEqual(backtest(bars, positions, options));
      }),
      runs,
    );
  });
});

const detailed = stopCases.chain(({ bars, positions }) =>
  fc.record({ bars: fc.constant(bars), positions: fc.constant(positions), costs: someCosts(bars) }),
);
const modes = fc.constantFrom("on-change", "every-bar");

describe("stops and all costs", () => {
  test("equity up to bar t depends on the bars, targets and stops up to t only", () => {
    fc.assert(
      fc.property(detailed, modes, fc.nat(60), ({ bars, positions, costs }, rebalance, cut) => {
        const n = Math.min(cut, bars.length);
        const options = { initial: 1, costs, rebalance };
        const early = { ...costs, halfSpread: costs.halfSpread?.slice(0, n) };
        const short = backtest(sliceBars(bars, 0, n), sliced(positions, n), { ...options, costs: early });
        const full = backtest(bars, positions, options);
        for (const column of ["equity", "position", "turnover"] as const) {
          expect(short[column]).toEqual(full[column].slice(0, n));
        }
        expect(short.stops ?? []).toEqual((full.stops ?? []).filter(({ bar }) => bar < n));
      }),
      runs,
    );
  });

  test("equity is a number above 0 until ruin, 0 from then on", () => {
    fc.assert(
      fc.property(detailed, modes, ({ bars, positions, costs }, rebalance) => {
        const { equity, position, turnover, ruinBar } = backtest(bars, positions, { initial: 1, costs, rebalance });
        equity.forEach((value, t) => {
          expect(ruinBar === null || t < ruinBar ? value > 0 && Number.isFinite(value) : value === 0).toBe(true);
          expect(Number.isFinite(position[t]) && (turnover[t] ?? -1) >= 0).toBe(true);
        });
      }),
      runs,
    );
  });

  test("the profits of all trades add up to the change of equity", () => {
    fc.assert(
      fc.property(detailed, modes, ({ bars, positions, costs }, rebalance) => {
        fc.pre(bars.length > 0);
        const result = backtest(bars, positions, { initial: 1, costs, rebalance });
        const sum = trades(bars, result).reduce((total, { profit }) => total + profit, 0);
        const change = (result.equity.at(-1) ?? 0) - 1;
        const free = result.ruinBar !== null && result.position[result.ruinBar - 1] === 0;
        if (!free) expect(Math.abs(sum - change) / Math.max(...result.equity)).toBeLessThan(1e-9);
      }),
      runs,
    );
  });

  test("columns handed in are filled with what new ones hold", () => {
    fc.assert(
      fc.property(detailed, modes, ({ bars, positions, costs }, rebalance) => {
        const options = { initial: 1, costs, rebalance };
        const dirty = { equity: all(bars.length, 7), position: all(bars.length, 7), turnover: all(bars.length, 7) };
        expect(backtest(bars, positions, options, dirty)).toEqual(backtest(bars, positions, options));
      }),
      { numRuns: 40 },
    );
  });
});
