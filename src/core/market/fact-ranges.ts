import type { StylisedFacts } from "./stylised-facts.ts";

/** A stylised fact by name. */
export type FactName = keyof StylisedFacts;

/** Lowest and highest value that is usual, fact by fact. */
export type FactRanges = Readonly<Record<FactName, readonly [low: number, high: number]>>;

/** The facts in the order of tables, with their titles. */
export const factTitles: Readonly<Record<FactName, string>> = {
  volatilityPerYear: "volatility a year",
  excessKurtosis: "excess kurtosis",
  autocorrelation1: "autocorrelation of r, 1 bar",
  absolute1: "autocorrelation of |r|, 1 bar",
  absolute10: "  10 bars",
  absolute50: "  50 bars",
  leverage: "leverage: r with later |r|",
  gapShare: "share of gaps in variance",
  rangeRatio: "range over |r|",
  volumeRange: "volume with range",
};

/** The names of the facts in the order of tables. */
export const factNames: readonly FactName[] = Object.keys(factTitles) as readonly FactName[];

type Bounds = readonly [low: number, high: number];

const stock: FactRanges = {
  volatilityPerYear: [0.12, 0.8],
  excessKurtosis: [2.5, 60],
  autocorrelation1: [-0.12, 0.12],
  absolute1: [0.1, 0.4],
  absolute10: [0.07, 0.3],
  absolute50: [0, 0.2],
  leverage: [-0.1, 0.02],
  gapShare: [0.15, 0.55],
  rangeRatio: [1.45, 2.1],
  volumeRange: [0.2, 0.75],
};

/** Bars of a day. */
const daily: Readonly<Record<string, FactRanges>> = {
  "equity-index": {
    volatilityPerYear: [0.1, 0.4],
    excessKurtosis: [3, 70],
    autocorrelation1: [-0.15, 0.15],
    absolute1: [0.15, 0.45],
    absolute10: [0.12, 0.4],
    absolute50: [0.05, 0.25],
    leverage: [-0.13, 0.01],
    gapShare: [0.02, 0.65],
    rangeRatio: [1.1, 1.95],
    volumeRange: [0.05, 0.65],
  },
  equity: stock,
  "equity-basket": stock,
  fx: {
    volatilityPerYear: [0.04, 0.25],
    excessKurtosis: [1, 15],
    autocorrelation1: [-0.08, 0.08],
    absolute1: [0.05, 0.3],
    absolute10: [0.03, 0.25],
    absolute50: [0, 0.2],
    leverage: [-0.06, 0.04],
    gapShare: [0, 0.15],
    rangeRatio: [1.7, 2.2],
    volumeRange: [0.2, 0.8],
  },
  crypto: {
    volatilityPerYear: [0.4, 1.6],
    excessKurtosis: [4, 40],
    autocorrelation1: [-0.12, 0.12],
    absolute1: [0.1, 0.4],
    absolute10: [0.05, 0.3],
    absolute50: [-0.03, 0.2],
    leverage: [-0.06, 0.05],
    gapShare: [0, 0.02],
    rangeRatio: [1.8, 2.4],
    volumeRange: [0.35, 0.85],
  },
  commodity: {
    volatilityPerYear: [0.1, 0.6],
    excessKurtosis: [2, 20],
    autocorrelation1: [-0.1, 0.1],
    absolute1: [0.03, 0.35],
    absolute10: [0.02, 0.3],
    absolute50: [-0.03, 0.2],
    leverage: [-0.06, 0.05],
    gapShare: [0, 0.5],
    rangeRatio: [1.5, 2.3],
    volumeRange: [0.15, 0.8],
  },
  rates: {
    volatilityPerYear: [0.02, 0.15],
    excessKurtosis: [0.5, 10],
    autocorrelation1: [-0.1, 0.1],
    absolute1: [0.03, 0.3],
    absolute10: [0.02, 0.25],
    absolute50: [-0.03, 0.2],
    leverage: [-0.05, 0.05],
    gapShare: [0.02, 0.5],
    rangeRatio: [1.4, 2.2],
    volumeRange: [0.15, 0.8],
  },
};

/** Bars of hours and minutes. Times of day make |r| of an exchange agree or not at lags of hours. */
const intraday: Readonly<Record<string, FactRanges>> = {
  equity: {
    volatilityPerYear: [0.07, 0.8],
    excessKurtosis: [0.5, 90],
    autocorrelation1: [-0.1, 0.1],
    absolute1: [0.03, 0.4],
    absolute10: [-0.2, 0.25],
    absolute50: [-0.1, 0.25],
    leverage: [-0.06, 0.03],
    gapShare: [0.1, 0.5],
    rangeRatio: [1.6, 2.2],
    volumeRange: [0.3, 0.85],
  },
  fx: {
    volatilityPerYear: [0.04, 0.25],
    excessKurtosis: [5, 50],
    autocorrelation1: [-0.06, 0.06],
    absolute1: [0.08, 0.4],
    absolute10: [-0.1, 0.25],
    absolute50: [-0.02, 0.25],
    leverage: [-0.04, 0.04],
    gapShare: [0, 0.2],
    rangeRatio: [1.8, 2.2],
    volumeRange: [0.3, 0.85],
  },
  crypto: {
    volatilityPerYear: [0.35, 1.6],
    excessKurtosis: [8, 80],
    autocorrelation1: [-0.1, 0.1],
    absolute1: [0.15, 0.45],
    absolute10: [0.1, 0.35],
    absolute50: [0.02, 0.3],
    leverage: [-0.06, 0.04],
    gapShare: [0, 0.02],
    rangeRatio: [1.7, 2.3],
    volumeRange: [0.3, 0.85],
  },
};

/**
 * The ranges that the stylised facts of real markets of a class keep to, for a year or more of bars; null for a class or an interval
 * of weeks that nothing is known of. Read off real sets (six indices, three stocks, EUR/USD by days and hours, Bitcoin by days and
 * hours, gold, a month of an index fund by minutes), widened to what Cont (2001) reports of others. Of rates and of crypto below an
 * hour there was no real set: those are by analogy.
 */
export function factRanges(marketClass: string, interval: string): FactRanges | null {
  if (interval === "1d") return daily[marketClass] ?? null;
  return /^\d+[mh]$/.test(interval) ? (intraday[marketClass] ?? null) : null;
}

/** Where a fact lies against its range; null where the fact is not known. */
export type FactVerdict = "within" | "below" | "above" | null;

/** Judges one fact by its range, ends included. */
export function judgeFact(value: number | null, [low, high]: Bounds): FactVerdict {
  if (value === null) return null;
  if (value < low) return "below";
  return value > high ? "above" : "within";
}
