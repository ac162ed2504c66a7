import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PathStats } from "../../../src/core/score/path-score.ts";
import { utility } from "../../../src/core/score/utility.ts";
import { type Course, failedPath, heldCourse, pathsOf, scoredPath } from "./make-path.ts";

const idle: PathStats = {
  returns: 750,
  sigma: 0.01,
  logGrowth: 0,
  z: 0,
  moments: { count: 750, mean: 0, m2: 0, m3: 0, m4: 0 },
  runUp: 0,
  drawdown: 0,
  exposure: 0,
};
const busy: PathStats = { ...idle, exposure: 1 };

/** U straight from the raw columns by the published definition, with none of the program's own parts. */
function slowUtility(courses: readonly Course[], failed: number): number {
  const average = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;
  const sd = (x: readonly number[]): number => {
    const m = average(x);
    return Math.sqrt(x.reduce((sum, v) => sum + (v - m) ** 2, 0) / (x.length - 1));
  };
  const clip = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x));
  const steps = (x: Float64Array): [number, number][] => Array.from(x.slice(1), (v, i) => [v, Number(x[i])]);
  const growth: number[] = [];
  const pooled: number[] = [];
  let up = 0;
  let down = 0;
  for (const { close, equity } of courses) {
    const sigma = sd(steps(close).map(([now, before]) => Math.log(now / before)));
    const logs = Array.from(equity, (e) => Math.log(Math.max(1e-6, e / Number(equity[0]))));
    growth.push(clip(Number(logs.at(-1)) / (sigma * Math.sqrt(close.length - 1)) / 3, -3, 1));
    pooled.push(...steps(equity).map(([now, before]) => (before > 0 ? now / before - 1 : 0) / sigma));
    up += Math.max(...logs.map((v, t) => v - Math.min(...logs.slice(0, t + 1))));
    down += Math.max(...logs.map((v, t) => Math.max(...logs.slice(0, t + 1)) - v));
  }
  const sharpe = average(pooled) / sd(pooled);
  const m = average(pooled);
  const central = (k: number): number => average(pooled.map((x) => (x - m) ** k));
  const skewness = central(3) / central(2) ** 1.5;
  const kurtosis = central(4) / central(2) ** 2;
  const bars = average(courses.map((course) => course.close.length - 1));
  const spread = Math.max(0.05, 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2);
  const s = clip((sharpe * Math.sqrt(bars - 1)) / Math.sqrt(spread) / 3, -1, 1);
  const d = up + down === 0 ? 0 : (up - down) / (up + down);
  const gross = average(courses.map((course) => average(Array.from(course.position.slice(1), Math.abs))));
  const a = Math.min(1, gross / 0.05);
  const e = failed / (courses.length + failed);
  return Math.max(-1, (1 - e) * ((a * (average(growth) + s + d)) / 3 - 0.5 * (1 - a)) - e);
}

describe("utility", () => {
  test("of a program that never trades is −0.5, of one that fails everywhere or nowhere ran is −1", () => {
    expect(utility([scoredPath(idle), scoredPath(idle)])).toEqual({
      value: -0.5,
      growth: 0,
      sharpe: 0,
      drawdown: 0,
      activity: 0,
      errors: 0,
    });
    expect(utility([failedPath("p1"), failedPath("p2")])).toMatchObject({ value: -1, errors: 1 });
    expect(utility([]).value).toBe(-1);
  });

  test("of a busy program as good as cash is 0", () => {
    expect(utility([scoredPath(busy)]).value).toBe(0);
  });

  test("of exposure 0.025 and nothing earned is −0.25: half active", () => {
    expect(utility([scoredPath({ ...idle, exposure: 0.025 })])).toMatchObject({ value: -0.25, activity: 0.5 });
  });

  test("R of z = 1.5, 30 and −30 is (0.5 + 1 − 3)/3", () => {
    const paths = [1.5, 30, -30].map((z) => scoredPath({ ...busy, z }));
    expect(utility(paths).growth).toBeCloseTo(-0.5, 14);
  });

  test("D of run-ups 0.3 and 0.1 against drawdowns 0.2 and 0 is (0.4 − 0.2)/(0.4 + 0.2)", () => {
    const paths = [
      scoredPath({ ...busy, runUp: 0.3, drawdown: 0.2 }),
      scoredPath({ ...busy, runUp: 0.1, drawdown: 0 }),
    ];
    expect(utility(paths).drawdown).toBeCloseTo(1 / 3, 14);
  });

  test("S of mean 0.1, sd 1, skewness 0, kurtosis 3 over 101 bars is 0.1·√100/√1.005/3", () => {
    const moments = { count: 101, mean: 0.1, m2: 100, m3: 0, m4: (3 * 100 ** 2) / 101 };
    const stats: PathStats = { ...busy, returns: 101, moments };
    expect(utility([scoredPath(stats)]).sharpe).toBeCloseTo(1 / Math.sqrt(1.005) / 3, 12);
  });

  test("S never divides by less than √0.05", () => {
    // Skewness 2 and kurtosis 5 at a Sharpe ratio of 1: 1 − 2·1 + (5 − 1)/4·1² is 0.
    const variance = 100 / 101;
    const moments = { count: 101, mean: 1, m2: 100, m3: 2 * 101 * variance ** 1.5, m4: 5 * 101 * variance ** 2 };
    const sharpe = utility([scoredPath({ ...busy, returns: 1.2, moments })]).sharpe;
    expect(sharpe).toBeCloseTo(Math.sqrt(0.2 / 0.05) / 3, 12);
  });

  test("one failed path of two with nothing earned is −0.5: half of 0, less 0.5", () => {
    expect(utility([scoredPath(busy), failedPath("p2")])).toMatchObject({ value: -0.5, errors: 0.5 });
  });

  test("never falls below −1: ruin on every path and a failure", () => {
    const ruined: PathStats = {
      ...busy,
      z: -50,
      drawdown: 13.8,
      moments: { count: 750, mean: -0.5, m2: 750, m3: 0, m4: 3 * 750 },
    };
    expect(utility([scoredPath(ruined), failedPath("p2")]).value).toBe(-1);
  });
});

const course = fc
  .record({
    seed: fc.string({ maxLength: 8 }),
    weight: fc.double({ min: -1, max: 1, noNaN: true }),
    drift: fc.double({ min: -0.003, max: 0.003, noNaN: true }),
  })
  .map(({ seed, weight, drift }) => heldCourse(seed, { bars: 60, weight, drift }));
const courses = fc.array(course, { minLength: 1, maxLength: 5 });

describe("laws of utility", () => {
  test("U from the stored statistics is U from the raw columns, to 1e-10", () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 0, max: 3 }), (made, failed) => {
        fc.pre(made.some((c) => Math.abs(Number(c.position[1])) > 1e-6));
        const paths = [...pathsOf(made), ...Array.from({ length: failed }, (_, i) => failedPath(`f${i}`))];
        expect(Math.abs(utility(paths).value - slowUtility(made, failed))).toBeLessThan(1e-10);
      }),
      { numRuns: 150 },
    );
  });

  test("U and its parts keep their ranges, and one more failed path never raises U", () => {
    fc.assert(
      fc.property(courses, (made) => {
        const paths = pathsOf(made);
        const { value, growth, sharpe, drawdown, activity } = utility(paths);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(growth).toBeGreaterThanOrEqual(-3);
        expect(growth).toBeLessThanOrEqual(1);
        for (const part of [sharpe, drawdown]) expect(Math.abs(part)).toBeLessThanOrEqual(1);
        expect(activity).toBeGreaterThanOrEqual(0);
        expect(activity).toBeLessThanOrEqual(1);
        expect(utility([...paths, failedPath("more")]).value).toBeLessThanOrEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  test("one lucky path of P adds at most 1/P to R", () => {
    fc.assert(
      fc.property(courses, (made) => {
        const paths = pathsOf(made);
        const [first, ...rest] = paths;
        fc.pre(first?.stats != null && first.stats.z >= 0);
        const lucky = [scoredPath({ ...(first?.stats ?? busy), z: 1e6 }), ...rest];
        expect(utility(lucky).growth - utility(paths).growth).toBeLessThanOrEqual(1 / paths.length + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test("holding half as much leaves S and D almost where they were and halves R of a small weight", () => {
    const full = utility(pathsOf(["a", "b", "c"].map((seed) => heldCourse(seed, { weight: 0.2, bars: 300 }))));
    const half = utility(pathsOf(["a", "b", "c"].map((seed) => heldCourse(seed, { weight: 0.1, bars: 300 }))));
    expect(half.sharpe).toBeCloseTo(full.sharpe, 10);
    expect(half.growth / full.growth).toBeCloseTo(0.5, 1);
    expect(half.drawdown).toBeCloseTo(full.drawdown, 1);
  });

  test("the order of the paths moves U by less than 1e-12", () => {
    fc.assert(
      fc.property(courses, (made) => {
        const paths = pathsOf(made);
        expect(Math.abs(utility(paths).value - utility(paths.toReversed()).value)).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });

  test("utilities go to JSON and come back unchanged", () => {
    fc.assert(
      fc.property(courses, (made) => {
        const result = { utility: utility(pathsOf(made)), paths: pathsOf(made) };
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 30 },
    );
  });
});
