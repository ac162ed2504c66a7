import fc from "fast-check";
import { expect, test } from "vitest";
import { addMoments, moments, noMoments } from "../../../src/core/score/moments.ts";

const column = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 40 });

test("moments of 1, 2, 3 are count 3, mean 2, m2 2, m3 0, m4 2", () => {
  expect(moments([1, 2, 3])).toEqual({ count: 3, mean: 2, m2: 2, m3: 0, m4: 2 });
});

test("moments of 2, 4, 4, 4, 5, 5, 7, 9 are mean 5, variance 4, skewness 0.65625, kurtosis 2.78125", () => {
  const { count, mean, m2, m3, m4 } = moments([2, 4, 4, 4, 5, 5, 7, 9]);
  const variance = m2 / count;
  expect([mean, variance, m3 / count / variance ** 1.5, m4 / count / variance ** 2]).toEqual([5, 4, 0.65625, 2.78125]);
});

test("moments of nothing add nothing", () => {
  expect(moments([])).toEqual(noMoments);
  expect(addMoments(noMoments, moments([1, 5]))).toEqual(moments([1, 5]));
  expect(addMoments(moments([1, 5]), noMoments)).toEqual(moments([1, 5]));
});

test("adding moments is the moments of the columns laid end to end", () => {
  fc.assert(
    fc.property(column, column, column, (a, b, c) => {
      const added = addMoments(addMoments(moments(a), moments(b)), moments(c));
      const pooled = moments([...a, ...b, ...c]);
      expect(added.count).toBe(pooled.count);
      for (const [name, scale] of [
        ["mean", 100],
        ["m2", 1e4],
        ["m3", 1e6],
        ["m4", 1e8],
      ] as const) {
        expect(Math.abs(added[name] - pooled[name])).toBeLessThan(1e-11 * scale * (pooled.count + 1));
      }
    }),
    { numRuns: 200 },
  );
});

test("a column of one value has no spread, even at 1e8 + 0.1", () => {
  const { m2, m3, m4 } = moments(new Float64Array(1000).fill(3));
  expect([m2, m3, m4]).toEqual([0, 0, 0]);
  expect(moments([1e8 + 0.1, 1e8 + 0.1, 1e8 + 0.1]).m2).toBeLessThan(1e-15);
});
