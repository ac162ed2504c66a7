import type { BasketMember, BasketSpec } from "./basket-spec.ts";

/** The baskets that the generator knows, by the ids of the datasets that it makes. */
export type BasketId = "syn-equity-basket-daily";

function members(
  ...rows: readonly (readonly [
    symbol: string,
    sector: number,
    beta: number,
    own: number,
    price: number,
    volume: number,
  ])[]
): readonly BasketMember[] {
  return rows.map(([symbol, sector, beta, ownFactor, startPrice, typicalVolume]) => {
    return { symbol, sector, beta, ownFactor, startPrice, typicalVolume };
  });
}

/**
 * The specifications of the synthetic baskets: eight stocks of three sectors, of which two correlate at about 0.4 within a
 * sector and at about 0.3 across, as large stocks of one country do (King, 1966; Campbell, Lettau, Malkiel and Xu, 2001). Their class
 * is their own, so that single-market tasks of class `equity` do not draw them.
 */
export const basketPresets: Readonly<Record<BasketId, BasketSpec>> = {
  "syn-equity-basket-daily": {
    class: "equity-basket",
    interval: "1d",
    session: "exchange",
    seed: "syn-equity-basket-daily|4",
    bars: 2500,
    barsPerYear: 252,
    tickSize: 0.01,
    gapShare: 0.3,
    wickFactor: 1.5,
    common: {
      volatilityPerYear: 0.135,
      regimes: [
        { driftPerYear: 0.16, volatilityFactor: 0.8, meanBars: 400 },
        { driftPerYear: -0.2, volatilityFactor: 1.5, meanBars: 160 },
        { driftPerYear: 0.03, volatilityFactor: 1, meanBars: 250 },
      ],
      garch: { alpha: 0.01, gamma: 0.16, beta: 0.895 },
      tailDegrees: 6,
      jumps: { perYear: 1.5, mean: -1, sd: 2.5 },
    },
    sector: {
      volatilityPerYear: 0.085,
      regimes: [
        { driftPerYear: 0.06, volatilityFactor: 1, meanBars: 200 },
        { driftPerYear: -0.06, volatilityFactor: 1.1, meanBars: 200 },
      ],
      garch: { alpha: 0.06, gamma: 0.02, beta: 0.91 },
      tailDegrees: 5,
      jumps: { perYear: 0.5, mean: 0, sd: 2 },
    },
    own: {
      volatilityPerYear: 0.155,
      regimes: [
        { driftPerYear: 0.2, volatilityFactor: 0.85, meanBars: 220 },
        { driftPerYear: -0.22, volatilityFactor: 1.25, meanBars: 160 },
        { driftPerYear: 0, volatilityFactor: 0.95, meanBars: 200 },
      ],
      garch: { alpha: 0.09, gamma: 0.03, beta: 0.87 },
      tailDegrees: 4,
      jumps: { perYear: 4, mean: 0, sd: 3.5 },
    },
    volume: { elasticity: 0.5, noise: 0.25, decimals: 0 },
    members: members(
      ["AAA", 0, 1.25, 1.15, 62, 1.8e7],
      ["BBB", 0, 1.1, 1, 118, 9e6],
      ["CCC", 0, 1.35, 1.3, 24, 3.2e7],
      ["DDD", 1, 0.95, 0.9, 47, 1.1e7],
      ["EEE", 1, 1.05, 1.05, 83, 6e6],
      ["FFF", 2, 0.6, 0.75, 55, 5e6],
      ["GGG", 2, 0.7, 0.8, 31, 7e6],
      ["HHH", 2, 0.55, 0.7, 74, 4e6],
    ),
  },
};

/** The ids of the synthetic baskets. */
export const basketIds: readonly BasketId[] = Object.keys(basketPresets) as readonly BasketId[];
