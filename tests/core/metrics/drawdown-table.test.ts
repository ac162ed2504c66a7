import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deepestDrawdown } from "../../../src/core/metrics/deepest-drawdown.ts";
import { type DrawdownRow, drawdownTable } from "../../../src/core/metrics/drawdown-table.ts";
import { maxDrawdown } from "../../../src/core/metrics/max-drawdown.ts";
import { maxDrawdownBars } from "../../../src/core/metrics/max-drawdown-bars.ts";

/** The table of equity whose bar t opens at 10·t. */
function tableOf(equity: readonly number[], top?: number): readonly DrawdownRow[] {
  return drawdownTable(
    equity.map((_, t) => 10 * t),
    equity,
    top,
  );
}

const equities = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }).map((steps) => {
  // Whole numbers, so that peaks are met again; 0 is ruin, for good.
  const ruin = steps.indexOf(0);
  return [5, ...steps].map((e, t) => (ruin >= 0 && t > ruin ? 0 : e));
});

// Investopedia's article on the maximum drawdown: a new low after a half-way recovery belongs to the same fall.
test("Investopedia's 500 → 750 → 400 → 600 → 350 → 800 is one drawdown: the half-way recovery ends nothing", () => {
  const [row, ...others] = tableOf([500, 750, 400, 600, 350, 800]);
  expect(others).toEqual([]);
  expect(row?.depth).toBeCloseTo(0.5333, 4);
  expect(row).toMatchObject({ start: 10, trough: 40, end: 50, bars: 4, peakBar: 1, troughBar: 4, recoveryBar: 5 });
});

test("100 → 120 → 90 → 130 → 117 → 120 has two, the deeper first, the second not ended", () => {
  expect(tableOf([100, 120, 90, 130, 117, 120])).toEqual([
    { depth: 0.25, peakBar: 1, troughBar: 2, recoveryBar: 3, start: 10, trough: 20, end: 30, bars: 2 },
    { depth: 0.1, peakBar: 3, troughBar: 4, recoveryBar: null, start: 30, trough: 40, end: null, bars: 2 },
  ]);
});

test("of equals the earlier comes first; `top` keeps so many", () => {
  const table = tableOf([100, 50, 100, 50, 100, 25, 100]);
  expect(table.map(({ depth, peakBar }) => [depth, peakBar])).toEqual([
    [0.75, 4],
    [0.5, 0],
    [0.5, 2],
  ]);
  expect(tableOf([100, 50, 100, 50, 100, 25, 100], 1)).toEqual(table.slice(0, 1));
});

test("ten at most unless asked: twelve falls give ten rows", () => {
  const equity = Array.from({ length: 25 }, (_, t) => (t % 2 === 0 ? 100 : 50));
  expect([tableOf(equity).length, tableOf(equity, Number.POSITIVE_INFINITY).length]).toEqual([10, 12]);
});

test("ruin is a drawdown of 1 without an end; what never falls, one bar and no bar have none", () => {
  expect(tableOf([1, 2, 0, 0])).toMatchObject([{ depth: 1, start: 10, trough: 20, end: null, bars: 2 }]);
  expect([tableOf([1, 1, 2]), tableOf([1]), tableOf([])]).toEqual([[], [], []]);
});

test("falls of 1e-16 are rounding; a peak met again but for 1e-16 is a recovery", () => {
  expect(tableOf([1, 1 - 2 ** -53, 1])).toEqual([]);
  expect(tableOf([1, 0.5, 1 - 2 ** -53]).map(({ recoveryBar }) => recoveryBar)).toEqual([2]);
});

test("unequal lengths are an error", () => {
  expect(() => drawdownTable([0], [1, 2])).toThrow("time has 1 values, equity 2");
});

describe("laws", () => {
  test("the first row is the maximum drawdown, with its peak, trough, recovery and length", () => {
    fc.assert(
      fc.property(equities, (equity) => {
        const [first] = tableOf(equity);
        const deepest = deepestDrawdown(equity);
        expect(first === undefined ? null : first).toEqual(deepest === null ? null : expect.objectContaining(deepest));
        expect([first?.depth ?? 0, first?.bars ?? 0]).toEqual([maxDrawdown(equity), maxDrawdownBars(equity)]);
      }),
    );
  });
  test("rows do not overlap, and every bar below the running peak lies in one", () => {
    fc.assert(
      fc.property(equities, (equity) => {
        const rows = tableOf(equity, Number.POSITIVE_INFINITY).toSorted((a, b) => a.peakBar - b.peakBar);
        for (let i = 1; i < rows.length; i++) {
          expect(rows[i]?.peakBar).toBeGreaterThanOrEqual(rows[i - 1]?.recoveryBar ?? Number.POSITIVE_INFINITY);
        }
        const inside = (t: number): boolean =>
          rows.some(({ peakBar, recoveryBar }) => peakBar < t && t < (recoveryBar ?? Number.POSITIVE_INFINITY));
        let peak = 0;
        for (const [t, e] of equity.entries()) {
          peak = Math.max(peak, e);
          if (e < peak) expect(inside(t)).toBe(true);
        }
      }),
    );
  });
  test("doubling equity changes nothing", () => {
    fc.assert(
      fc.property(equities, (equity) => {
        expect(tableOf(equity.map((e) => 2 * e))).toEqual(tableOf(equity));
      }),
    );
  });
});
