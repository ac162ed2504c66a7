import { checkLength } from "./check.ts";
import { finiteOrNaN } from "./column.ts";
import { diff } from "./diff.ts";
import { exponential } from "./exponential.ts";

/**
 * True strength index, −100 … 100: the changes from bar to bar, smoothed by an EMA of `long` and that by one of
 * `short`, in percent of their sizes smoothed likewise; NaN where nothing moved. Source: Blau (1991), Stocks &
 * Commodities 9:11.
 */
export function tsi(x: ArrayLike<number>, long: number, short: number): Float64Array {
  checkLength("tsi: long", long);
  checkLength("tsi: short", short);
  const moves = diff(x);
  const sizes = new Float64Array(moves.length);
  for (let t = 0; t < moves.length; t++) sizes[t] = Math.abs(moves[t] as number);
  for (const column of [moves, sizes]) {
    exponential(column, long, 2 / (long + 1), column);
    exponential(column, short, 2 / (short + 1), column);
  }
  for (let t = 0; t < moves.length; t++) {
    moves[t] = finiteOrNaN((100 * (moves[t] as number)) / (sizes[t] as number));
  }
  return moves;
}
