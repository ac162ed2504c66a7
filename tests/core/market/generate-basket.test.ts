import { describe, expect, it } from "vitest";
import type { Bars } from "../../../src/core/bars.ts";
import { basketPresets } from "../../../src/core/market/basket-presets.ts";
import { generateBasket } from "../../../src/core/market/generate-basket.ts";
import { validateBars } from "../../../src/core/market/validate-bars.ts";
import { metrics } from "../../../src/index.ts";

const preset = basketPresets["syn-equity-basket-daily"];
const basket = generateBasket(preset);

/** Correlation of the log returns of two instruments. */
function correlation(a: Bars | undefined, b: Bars | undefined): number {
  const [x, y] = [a, b].map((bars) => metrics.simpleReturns(bars?.close ?? []));
  const beta = metrics.beta(x ?? [], y ?? []) ?? Number.NaN;
  return (beta * metrics.standardDeviation(y ?? [])) / metrics.standardDeviation(x ?? []);
}

/** The mean correlation of all pairs that `wanted` picks by their places. */
function meanCorrelation(wanted: (i: number, j: number) => boolean): number {
  const pairs = basket.flatMap((a, i) => basket.flatMap((b, j) => (i < j && wanted(i, j) ? [correlation(a, b)] : [])));
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
}

const sectorOf = (i: number): number => preset.members[i]?.sector ?? -1;

describe("generateBasket", () => {
  it("eight sound markets of 2,500 bars on one axis, on ticks, the same for the same seed", () => {
    expect(basket).toHaveLength(8);
    for (const bars of basket) {
      expect(validateBars(bars)).toEqual([]);
      expect(bars.time).toEqual(basket[0]?.time);
      expect(bars.close.every((price) => Math.abs(price * 100 - Math.round(price * 100)) < 1e-6)).toBe(true);
    }
    expect(generateBasket({ ...preset, bars: 200 }).map(({ close }) => close)).toEqual(
      basket.map(({ close }) => close.slice(0, 200)),
    );
    expect(generateBasket({ ...preset, bars: 200, seed: "other" })[0]?.close).not.toEqual(
      basket[0]?.close.slice(0, 200),
    );
  });

  it("two stocks of a sector correlate at 0.4 to 0.6, of different sectors at 0.25 to 0.45", () => {
    const within = meanCorrelation((i, j) => sectorOf(i) === sectorOf(j));
    const across = meanCorrelation((i, j) => sectorOf(i) !== sectorOf(j));
    expect(within).toBeGreaterThan(0.4);
    expect(within).toBeLessThan(0.6);
    expect(across).toBeGreaterThan(0.25);
    expect(across).toBeLessThan(0.45);
    expect(within).toBeGreaterThan(across);
  });

  it("without common and sector factors nothing is shared", () => {
    const still = { volatilityPerYear: 1e-9 };
    const alone = generateBasket({
      ...preset,
      common: { ...preset.common, ...still, regimes: [{ driftPerYear: 0, volatilityFactor: 1, meanBars: 1 }] },
      sector: { ...preset.sector, ...still, regimes: [{ driftPerYear: 0, volatilityFactor: 1, meanBars: 1 }] },
    });
    for (const other of [1, 4, 7]) expect(Math.abs(correlation(alone[0], alone[other]))).toBeLessThan(0.08);
  });

  it("one stock more changes none of the others", () => {
    const [first] = preset.members;
    const more = generateBasket({
      ...preset,
      bars: 300,
      members: [
        ...preset.members,
        { ...preset.members[0], ...first, symbol: "NEW", sector: 1 } as (typeof preset.members)[0],
      ],
    });
    expect(more).toHaveLength(9);
    for (const [i, bars] of basket.entries()) expect(more[i]?.close).toEqual(bars.close.slice(0, 300));
  });

  it("falls of the common factor make the whole basket wild: |r| of the mean follows its falls", () => {
    const n = 2499;
    const index = new Float64Array(n);
    for (const { close } of basket) {
      for (let t = 0; t < n; t++)
        index[t] = (index[t] as number) + Math.log((close[t + 1] as number) / (close[t] as number)) / 8;
    }
    let falls = 0;
    let rises = 0;
    let counted = 0;
    for (let t = 0; t + 1 < n; t++) {
      const after = Math.abs(index[t + 1] as number);
      if ((index[t] as number) < 0) {
        falls += after;
        counted += 1;
      } else rises += after;
    }
    expect(falls / counted).toBeGreaterThan(1.1 * (rises / (n - 1 - counted)));
  });
});
