import type { Bars } from "../bars.ts";
import type { Costs } from "../costs.ts";
import { type PositionsInput, stopColumns } from "../positions.ts";

/** Throws RangeError for a cost beyond fee and slippage that is none; says where. `n` is the number of bars. */
export function checkExtraCosts({ minFee, borrowBps, fundingBps, halfSpread }: Costs, n: number): void {
  checkAtLeastZero("minFee", minFee);
  checkAtLeastZero("borrowBps", borrowBps);
  if (fundingBps !== undefined && !(Math.abs(fundingBps) < 10_000)) {
    throw new RangeError(`fundingBps is ${fundingBps}: it must lie between -10000 and 10000 (basis points a bar)`);
  }
  if (halfSpread === undefined) return;
  checkLength("halfSpread", halfSpread, n);
  for (let t = 0; t < n; t++) {
    const half = halfSpread[t] as number;
    if (half < 0 || half === Number.POSITIVE_INFINITY) {
      throw new RangeError(`halfSpread[${t}] is ${half}: it must be a number of at least 0, or NaN (not known)`);
    }
  }
}

function checkAtLeastZero(name: string, value: number | undefined): void {
  if (value !== undefined && !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} is ${value}: it must be a number of at least 0`);
  }
}

/**
 * Throws RangeError for the first stop that is not above 0 or NaN, and for bars without a range to check stops
 * against.
 */
export function checkStops(bars: Bars, positions: PositionsInput): void {
  for (const name of stopColumns) {
    const column = positions[name];
    if (column === undefined) continue;
    checkLength(name, column, bars.length);
    for (let t = 0; t < column.length; t++) {
      const stop = column[t] as number;
      if (!(stop > 0) && !Number.isNaN(stop)) {
        throw new RangeError(`${name}[${t}] is ${stop}: it must be a fraction above 0, or NaN for none`);
      }
    }
  }
  for (const name of ["high", "low"] as const) {
    checkLength(name, bars[name], bars.length);
    for (let t = 0; t < bars.length; t++) {
      const price = bars[name][t] as number;
      if (!(price > 0 && price < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`${name}[${t}] is ${price}: prices must be numbers above 0`);
      }
    }
  }
}

function checkLength(name: string, column: ArrayLike<number>, length: number): void {
  if (column.length !== length) {
    throw new RangeError(`${name} has ${column.length} values for ${length} bars: it must have one a bar`);
  }
}
