import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.ts";

const draws = (seed: string, n: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => random.next());
};

describe("createRandom", () => {
  it("the same seed gives the same stream, on every machine", () => {
    expect(draws("walkforward", 3)).toEqual(draws("walkforward", 3));
    expect(draws("walkforward", 3)).toMatchInlineSnapshot(`
      [
        0.07936777826398611,
        0.6283173826523125,
        0.39723620819859207,
      ]
    `);
  });

  it("seeds that differ in one letter share no number in 10,000", () => {
    const first = new Set(draws("1|paths|a", 10_000));
    expect(draws("1|paths|b", 10_000).filter((value) => first.has(value)).length).toBeLessThan(3);
  });

  it("next is uniform: chi-square over 100 cells of 100,000 draws is below its 99.9 % point 148.2", () => {
    const cells = new Array<number>(100).fill(0);
    for (const value of draws("uniform", 100_000))
      cells[Math.floor(value * 100)] = (cells[Math.floor(value * 100)] ?? 0) + 1;
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(148.2);
  });

  it("normal has mean 0, variance 1, kurtosis 3 within four standard errors of 100,000 draws", () => {
    const random = createRandom("normal");
    const x = Array.from({ length: 100_000 }, () => random.normal());
    const moment = (k: number): number => x.reduce((sum, value) => sum + value ** k, 0) / x.length;
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(x.length));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / x.length));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / x.length));
  });

  it("int(6) gives 0 to 5 and each of them", () => {
    const random = createRandom("die");
    expect(new Set(Array.from({ length: 200 }, () => random.int(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });
});
