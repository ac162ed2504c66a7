import fc from "fast-check";
import type { Bars } from "../../../src/core/bars.ts";
import type { PositionsInput } from "../../../src/core/positions.ts";
import { createRandom } from "../../../src/core/random.ts";
import { someTargets, walk } from "./markets.ts";

/** Bars as rows of open, high, low, close. */
export function ohlc(...rows: readonly (readonly [number, number, number, number])[]): Bars {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[at]);
  return {
    length: rows.length,
    time: Float64Array.from(rows, (_, t) => t * 86_400_000),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(rows.length),
    barsPerYear: 252,
  };
}

/** A column of `n` equal values. */
export function all(n: number, value: number): Float64Array {
  return new Float64Array(n).fill(value);
}

/** A seeded walk whose bars reach beyond open and close. */
export function rangedWalk(seed: string, n: number, wildness: number): Bars {
  const random = createRandom(`${seed}|range`);
  const bars = walk(seed, n, wildness);
  const reach = (sign: number) => (price: number) =>
    price * Math.exp(sign * Math.abs(random.normal()) * wildness * 0.5);
  return { ...bars, high: bars.high.map(reach(1)), low: bars.low.map(reach(-1)) };
}

/** A seeded column of stops: some bars have none; sizes go by `wildness`. */
export function someStops(seed: string, n: number, wildness: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, () =>
    random.next() < 0.2 ? Number.NaN : wildness * (0.2 + 3 * random.next()),
  );
}

/** A market with targets and stops of all three kinds. */
export function stopCase(seed: string, n: number, wildness: number): { bars: Bars; positions: PositionsInput } {
  return {
    bars: rangedWalk(seed, n, wildness),
    positions: {
      target: Float64Array.from(someTargets(seed, n)),
      stopLoss: someStops(`${seed}|sl`, n, wildness),
      takeProfit: someStops(`${seed}|tp`, n, 1.5 * wildness),
      trailingStop: someStops(`${seed}|ts`, n, 1.5 * wildness),
    },
  };
}

/** Such markets of 0 … 60 bars, from quiet to wild. */
export const stopCases: fc.Arbitrary<{ readonly bars: Bars; readonly positions: PositionsInput }> = fc
  .record({ seed: fc.string(), n: fc.integer({ min: 0, max: 60 }), wildness: fc.constantFrom(0.001, 0.02, 0.2, 0.6) })
  .map(({ seed, n, wildness }) => stopCase(seed, n, wildness));
