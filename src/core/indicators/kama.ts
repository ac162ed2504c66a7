import { checkLength } from "./check.ts";
import { emptyColumn, toColumn } from "./column.ts";
import { diff } from "./diff.ts";
import { rollingSum } from "./rolling-sum.ts";

/**
 * Kaufman's adaptive moving average. Efficiency is the change over n bars over the sum of the changes from bar to bar
 * (0 where nothing moved); it draws the weight from 2/(slow + 1) to 2/(fast + 1), squared. Starts from the value at bar
 * n − 1 (as TA-Lib does). Source: Kaufman (1995), Smarter Trading.
 */
export function kama(x: ArrayLike<number>, n: number, fast: number, slow: number): Float64Array {
  checkLength("kama: n", n);
  checkLength("kama: fast", fast);
  checkLength("kama: slow", slow);
  const values = toColumn(x);
  const moves = diff(values);
  for (let t = 0; t < moves.length; t++) moves[t] = Math.abs(moves[t] as number);
  const path = rollingSum(moves, n);
  const out = emptyColumn(values.length);
  const slowest = 2 / (slow + 1);
  const reach = 2 / (fast + 1) - slowest;
  let average = Number.NaN;
  for (let t = n; t < out.length; t++) {
    const way = path[t] as number;
    if (Number.isNaN(way)) {
      average = Number.NaN;
      continue;
    }
    if (Number.isNaN(average)) average = values[t - 1] as number;
    const efficiency = way > 0 ? Math.abs((values[t] as number) - (values[t - n] as number)) / way : 0;
    const root = Math.min(efficiency, 1) * reach + slowest; // rounding may carry the ratio above 1
    average += ((values[t] as number) - average) * root * root;
    out[t] = average;
  }
  return out;
}
