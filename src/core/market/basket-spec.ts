import type { MarketRegime, MarketSpec } from "./market-spec.ts";

/** One source of shocks that instruments share or have alone. */
export type FactorSpec = Pick<MarketSpec, "volatilityPerYear" | "garch" | "tailDegrees" | "jumps"> & {
  readonly regimes: readonly MarketRegime[];
};

/** One instrument of a basket. */
export interface BasketMember {
  readonly symbol: string;
  /** Index of its sector, from 0. */
  readonly sector: number;
  /** By how much it moves where the common factor moves by 1. */
  readonly beta: number;
  /** Multiplies the volatility of its own factor. */
  readonly ownFactor: number;
  readonly startPrice: number;
  /** Median volume. */
  readonly typicalVolume: number;
}

/** What a basket of correlated daily markets is made of; fields as in `MarketSpec` where they are named alike. */
export interface BasketSpec
  extends Pick<
    MarketSpec,
    "class" | "session" | "seed" | "bars" | "barsPerYear" | "tickSize" | "gapShare" | "wickFactor"
  > {
  readonly interval: "1d";
  /** The factor of all, one a sector (independent of each other, all made alike), and one an instrument. */
  readonly common: FactorSpec;
  readonly sector: FactorSpec;
  readonly own: FactorSpec;
  readonly volume: Omit<MarketSpec["volume"], "typical">;
  readonly members: readonly BasketMember[];
}
