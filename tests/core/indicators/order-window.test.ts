import { expect, test } from "vitest";
import { OrderTree } from "../../../src/core/indicators/order-tree.ts";
import { SortedWindow } from "../../../src/core/indicators/sorted-window.ts";
import { createRandom } from "../../../src/core/random.ts";
import { ta } from "./series.ts";

// The two order windows hold the same numbers in the same order, whatever comes and goes.

test.each([1, 2, 5, 100])(
  "tree and sorted array of %i numbers agree with a sorted list after each of 2,000 steps",
  (n) => {
    const random = createRandom(`order|${n}`);
    const windows = [new OrderTree(n), new SortedWindow(n)];
    const held: number[] = [];
    for (let step = 0; step < 2000; step++) {
      const value = random.int(30) / 7; // many equals
      const old = held.length === n ? held.shift() : undefined;
      held.push(value);
      const sorted = held.toSorted((a, b) => a - b);
      const probe = random.int(30) / 7;
      const count = random.int(held.length + 1);
      for (const window of windows) {
        if (old === undefined) window.add(value);
        else window.replace(old, value);
        expect(window.size).toBe(held.length);
        expect(window.countAtMost(probe)).toBe(held.filter((x) => x <= probe).length);
        expect(window.at(count % held.length)).toBe(sorted[count % held.length]);
        const sum = sorted.slice(0, count).reduce((total, x) => total + x, 0);
        expect(window.sumOfFirst(count)).toBeCloseTo(sum, 9);
      }
      if (step % 701 === 700) {
        held.length = 0;
        for (const window of windows) window.clear();
      }
    }
  },
);

test("numbers in order do not make the tree deep: 100,000 of them through a window of 20,000", () => {
  const rising = Float64Array.from({ length: 100_000 }, (_, t) => t);
  const middle = ta.median(rising, 20_001);
  expect(middle[99_999]).toBe(89_999);
  expect(ta.percentRank(rising, 20_000)[99_999]).toBe(100);
  expect(ta.quantile(rising.toReversed(), 20_001, 0.25)[99_999]).toBe(5000);
});

test("long windows of the tree equal short ones' method: median and cci of 1,500 bars", () => {
  const random = createRandom("long");
  const x = Float64Array.from({ length: 3000 }, () => random.normal());
  const median = ta.median(x, 1500);
  for (const t of [1499, 2000, 2999]) {
    const sorted = x.slice(t - 1499, t + 1).toSorted();
    expect(median[t]).toBeCloseTo(((sorted[749] ?? NaN) + (sorted[750] ?? NaN)) / 2, 14);
  }
  for (const n of [201, 1500]) {
    const cci = ta.cci(x, x, x, n);
    for (const t of [1499, 2000, 2999]) {
      const window = x.slice(t - n + 1, t + 1);
      const mean = window.reduce((sum, value) => sum + value, 0) / n;
      const deviation = window.reduce((sum, value) => sum + Math.abs(value - mean), 0) / n;
      expect(cci[t]).toBeCloseTo(((x[t] ?? NaN) - mean) / (0.015 * deviation), 8);
    }
  }
});
