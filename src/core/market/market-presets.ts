import type { MarketRegime, MarketSpec } from "./market-spec.ts";

/** The classes of market that the generator knows, by the ids of the datasets that it makes. */
export type PresetId =
  | "syn-equity-index-daily"
  | "syn-equity-daily"
  | "syn-fx-daily"
  | "syn-crypto-daily"
  | "syn-commodity-daily"
  | "syn-rates-daily"
  | "syn-equity-5m"
  | "syn-crypto-1h";

function regimes(...rows: readonly (readonly [number, number, number])[]): readonly MarketRegime[] {
  return rows.map(([driftPerYear, volatilityFactor, meanBars]) => ({ driftPerYear, volatilityFactor, meanBars }));
}

const daily = { interval: "1d", bars: 5000, halfLifeBars: null, autocorrelation: 0 } as const;

/**
 * The specifications of the synthetic datasets. Calibrated so that the stylised facts of each class come out near those of
 * real markets of the class: tests/core/market/calibration.test.ts states the bands. Seeds were chosen among the first forty so that each
 * market holds windows of all three regimes.
 */
export const marketPresets: Readonly<Record<PresetId, MarketSpec>> = {
  "syn-equity-index-daily": {
    ...daily,
    class: "equity-index",
    session: "exchange",
    seed: "syn-equity-index-daily|37",
    barsPerYear: 252,
    startPrice: 1000,
    tickSize: 0.01,
    volatilityPerYear: 0.165,
    regimes: regimes([0.18, 0.75, 420], [-0.25, 1.5, 190], [0.03, 1, 250]),
    garch: { alpha: 0, gamma: 0.16, beta: 0.9 },
    tailDegrees: 10,
    jumps: { perYear: 1.5, mean: -1, sd: 2 },
    gapShare: 0.3,
    wickFactor: 1.55,
    autocorrelation: -0.05,
    volume: { typical: 1e9, elasticity: 0.25, noise: 0.2, decimals: 0 },
  },
  "syn-equity-daily": {
    ...daily,
    class: "equity",
    session: "exchange",
    seed: "syn-equity-daily|6",
    barsPerYear: 252,
    startPrice: 40,
    tickSize: 0.01,
    volatilityPerYear: 0.27,
    regimes: regimes([0.3, 0.8, 280], [-0.4, 1.4, 200], [0, 0.9, 250]),
    garch: { alpha: 0.04, gamma: 0.05, beta: 0.91 },
    tailDegrees: 8,
    jumps: { perYear: 4, mean: 0, sd: 2.5 },
    gapShare: 0.3,
    wickFactor: 1.55,
    autocorrelation: -0.03,
    volume: { typical: 2e7, elasticity: 0.5, noise: 0.25, decimals: 0 },
  },
  "syn-fx-daily": {
    ...daily,
    class: "fx",
    session: "weekdays",
    seed: "syn-fx-daily|4",
    barsPerYear: 260,
    startPrice: 1.2,
    tickSize: 0.00001,
    volatilityPerYear: 0.09,
    regimes: regimes([0.08, 0.9, 250], [-0.1, 1.2, 220], [0, 0.75, 300]),
    garch: { alpha: 0.03, gamma: 0.01, beta: 0.955 },
    tailDegrees: 7,
    jumps: { perYear: 1, mean: 0, sd: 2 },
    gapShare: 0.02,
    wickFactor: 1.3,
    autocorrelation: 0,
    volume: { typical: 1e5, elasticity: 0.5, noise: 0.2, decimals: 0 },
  },
  "syn-crypto-daily": {
    ...daily,
    class: "crypto",
    session: "always",
    seed: "syn-crypto-daily|0",
    barsPerYear: 365,
    startPrice: 4000,
    tickSize: 0.01,
    volatilityPerYear: 0.8,
    regimes: regimes([1.3, 1, 240], [-1.2, 1.15, 170], [0, 0.7, 180]),
    garch: { alpha: 0.09, gamma: 0.02, beta: 0.84 },
    tailDegrees: 5,
    jumps: { perYear: 3, mean: -1, sd: 3 },
    gapShare: 0,
    wickFactor: 1.6,
    autocorrelation: -0.03,
    volume: { typical: 5e4, elasticity: 0.8, noise: 0.2, decimals: 3 },
  },
  "syn-commodity-daily": {
    ...daily,
    class: "commodity",
    session: "exchange",
    seed: "syn-commodity-daily|3",
    barsPerYear: 252,
    startPrice: 800,
    tickSize: 0.01,
    volatilityPerYear: 0.15,
    regimes: regimes([0.2, 1, 260], [-0.18, 1.1, 220], [0, 0.85, 250]),
    garch: { alpha: 0.035, gamma: 0.01, beta: 0.93 },
    tailDegrees: 5,
    jumps: { perYear: 1.5, mean: 0, sd: 3 },
    gapShare: 0.03,
    wickFactor: 1.5,
    autocorrelation: 0,
    volume: { typical: 1.5e5, elasticity: 0.5, noise: 0.25, decimals: 0 },
  },
  "syn-rates-daily": {
    ...daily,
    class: "rates",
    session: "exchange",
    seed: "syn-rates-daily",
    barsPerYear: 252,
    startPrice: 110,
    tickSize: 0.005,
    volatilityPerYear: 0.06,
    regimes: regimes([0.02, 0.9, 300], [-0.03, 1.2, 200]),
    garch: { alpha: 0.04, gamma: 0, beta: 0.94 },
    tailDegrees: 7,
    jumps: { perYear: 1, mean: 0, sd: 2 },
    gapShare: 0.15,
    wickFactor: 1.2,
    autocorrelation: 0,
    halfLifeBars: 180,
    volume: { typical: 6e5, elasticity: 0.5, noise: 0.25, decimals: 0 },
  },
  "syn-equity-5m": {
    class: "equity",
    interval: "5m",
    session: "exchange",
    seed: "syn-equity-5m",
    bars: 9984,
    barsPerYear: 19_656,
    startPrice: 120,
    tickSize: 0.01,
    volatilityPerYear: 0.25,
    regimes: regimes([0.8, 0.9, 1200], [-0.9, 1.3, 900], [0, 0.8, 1200]),
    garch: { alpha: 0.03, gamma: 0.01, beta: 0.955 },
    tailDegrees: 7,
    jumps: { perYear: 60, mean: 0, sd: 3 },
    gapShare: 0.25,
    wickFactor: 1.3,
    autocorrelation: -0.02,
    halfLifeBars: null,
    volume: { typical: 2e5, elasticity: 0.6, noise: 0.3, decimals: 0 },
  },
  "syn-crypto-1h": {
    class: "crypto",
    interval: "1h",
    session: "always",
    seed: "syn-crypto-1h",
    bars: 8760,
    barsPerYear: 8760,
    startPrice: 9000,
    tickSize: 0.01,
    volatilityPerYear: 0.65,
    regimes: regimes([1.5, 0.9, 900], [-1.5, 1.3, 700], [0, 0.8, 900]),
    garch: { alpha: 0.06, gamma: 0.005, beta: 0.925 },
    tailDegrees: 5,
    jumps: { perYear: 20, mean: 0, sd: 4 },
    gapShare: 0,
    wickFactor: 1.4,
    autocorrelation: -0.02,
    halfLifeBars: null,
    volume: { typical: 400, elasticity: 0.8, noise: 0.3, decimals: 3 },
  },
};

/** The ids of the synthetic datasets. */
export const presetIds: readonly PresetId[] = Object.keys(marketPresets) as readonly PresetId[];
