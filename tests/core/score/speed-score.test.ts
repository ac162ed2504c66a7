import fc from "fast-check";
import { expect, test } from "vitest";
import { speedScore } from "../../../src/core/score/speed-score.ts";

test("speedScore is 0 as slow as the starter, 1 as fast as the reference, 0.5 at their geometric mean", () => {
  expect(speedScore(100, 1, 100).score).toBe(0);
  expect(speedScore(100, 1, 1).score).toBeCloseTo(1, 15);
  expect(speedScore(100, 1, 10).score).toBeCloseTo(0.5, 15);
});

test("speedScore is at most 1.5 and at least −1", () => {
  expect(speedScore(100, 10, 1e-3).score).toBe(1.5);
  expect(speedScore(100, 10, 0).score).toBe(1.5);
  expect(speedScore(100, 10, 1e9).score).toBe(-1);
});

test("speedScore keeps the times it was given", () => {
  expect(speedScore(50, 5, 7)).toMatchObject({ starterMs: 50, referenceMs: 5, programMs: 7 });
});

test("a reference that is no faster than the starter still gives a finite score of the right sign", () => {
  expect(speedScore(10, 12, 9).score).toBe(1.5);
  expect(speedScore(10, 10, 10).score).toBe(0);
  expect(speedScore(0, 0, 0).score).toBe(0);
});

test("a faster program never scores less, and a slower machine changes nothing", () => {
  const ms = fc.double({ min: 0.1, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(ms, ms, ms, (starter, a, b) => {
      const [fast, slow] = [Math.min(a, b), Math.max(a, b)];
      const score = speedScore(starter, starter / 8, fast).score;
      expect(score).toBeGreaterThanOrEqual(speedScore(starter, starter / 8, slow).score);
      expect(speedScore(2 * starter, starter / 4, 2 * fast).score).toBeCloseTo(score, 10);
    }),
    { numRuns: 100 },
  );
});

test("times below 0, NaN and Infinity are refused", () => {
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => speedScore(bad, 1, 1)).toThrow(RangeError);
    expect(() => speedScore(1, 1, bad)).toThrow(RangeError);
  }
});
