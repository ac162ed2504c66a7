import type { Bars } from "../../bars.ts";
import { createRandom } from "../../random.ts";

/** By how much a market is rescaled, both > 0. */
export interface ScaleFactors {
  /** Multiplies every log return, and so volatility and drift. */
  readonly volatility: number;
  /** Multiplies the first open, and every price with it. */
  readonly price: number;
}

/** Factors from a seed: volatility from a half to twice, price from a tenth to ten times, uniform in the logarithm. */
export function drawFactors(seed: string): ScaleFactors {
  const random = createRandom(seed);
  return { volatility: 2 ** (2 * random.next() - 1), price: 10 ** (2 * random.next() - 1) };
}

/**
 * The market at another price level and volatility: each price p becomes price·O_0·(p/O_0)^volatility, O_0 the first open. Every
 * log return, gap and range is the source's times the same factor, so that memory, tails and the Sharpe ratio of holding it stay,
 * and rules with fixed prices or percentages in them do not.
 */
export function rescaledTwin(bars: Bars, factors: ScaleFactors): Bars {
  const { volatility, price } = factors;
  if (!(volatility > 0 && volatility < Number.POSITIVE_INFINITY && price > 0 && price < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`rescaledTwin wants factors above 0, got volatility ${volatility}, price ${price}`);
  }
  const first = bars.open[0] as number;
  // 1 keeps the digits: a power of 1 would round them.
  const moved = (p: number): number => (volatility === 1 ? p * price : price * first * (p / first) ** volatility);
  return {
    ...bars,
    open: bars.open.map(moved),
    high: bars.high.map(moved),
    low: bars.low.map(moved),
    close: bars.close.map(moved),
  };
}
