import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSample } from "../../../../src/core/market/power/effective-sample.ts";
import { longRunVariance } from "../../../../src/core/market/power/long-run-variance.ts";
import { createRandom } from "../../../../src/core/random.ts";

/** x_t = φ·x_{t−1} + ε_t, normal. */
function autoregression(seed: string, n: number, phi: number): Float64Array {
  const random = createRandom(seed);
  let x = 0;
  return Float64Array.from({ length: n }, () => {
    x = phi * x + random.normal();
    return x;
  });
}

describe("longRunVariance", () => {
  it("of 1, 2, 3, 4 with one lag is 1.25 + 2·½·0.3125", () => {
    expect(longRunVariance([1, 2, 3, 4], 1)).toEqual({ variance: 1.25, longRun: 1.5625, lag: 1 });
  });

  it("of sin t + 0.3 cos 2.1t + 0.01t, 200 values: the figures of a computation with numpy", () => {
    const x = Float64Array.from({ length: 200 }, (_, t) => Math.sin(t) + 0.3 * Math.cos(2.1 * t) + 0.01 * t);
    const { variance, longRun, lag } = longRunVariance(x);
    expect(lag).toBe(2);
    expect(variance).toBeCloseTo(0.8656963356392511, 12);
    expect(longRun).toBeCloseTo(1.686905644963573, 12);
  });

  it.each([
    [0.5, 3],
    [0, 1],
    [-0.5, 1 / 3],
  ])("of an AR(1) of φ = %d is (1 + φ)/(1 − φ) times its variance, within a tenth", (phi, ratio) => {
    const { variance, longRun } = longRunVariance(autoregression("ar", 100_000, phi));
    expect(longRun / variance / ratio).toBeGreaterThan(0.9);
    expect(longRun / variance / ratio).toBeLessThan(1.1);
  });

  it("is never below 0, is moved by no shift, and grows with the square of a factor", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (x) => {
        const plain = longRunVariance(x);
        const moved = longRunVariance(
          x.map((value) => 4 * value),
          plain.lag,
        );
        expect(plain.longRun).toBeGreaterThanOrEqual(0);
        expect(moved.longRun).toBeCloseTo(16 * plain.longRun, 9);
        const shifted = longRunVariance(
          x.map((value) => value + 8),
          plain.lag,
        );
        expect(shifted.longRun).toBeCloseTo(plain.longRun, 9);
      }),
    );
  });

  it("of a constant series is 0, of nothing is not a number", () => {
    expect(longRunVariance([3, 3, 3])).toEqual({ variance: 0, longRun: 0, lag: 0 });
    expect(longRunVariance([]).variance).toBeNaN();
  });
});

describe("effectiveSample", () => {
  it("of 10,000 values, each said five times, is 10,000", () => {
    const random = createRandom("said");
    const x = Float64Array.from({ length: 10_000 }, () => random.normal());
    const { size = 0 } =
      effectiveSample(Float64Array.from({ length: 50_000 }, (_, t) => x[Math.floor(t / 5)] as number)) ?? {};
    expect(size).toBeGreaterThan(9000);
    expect(size).toBeLessThan(12_000);
  });

  it("of fewer than two values, or of equal ones, is null", () => {
    expect(effectiveSample([])).toBeNull();
    expect(effectiveSample([1])).toBeNull();
    expect(effectiveSample([1, 1, 1])).toBeNull();
  });
});
