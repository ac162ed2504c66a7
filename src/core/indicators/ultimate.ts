import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { rollingSum } from "./rolling-sum.ts";
import { trueRange } from "./true-range.ts";

/**
 * Ultimate oscillator, 0 … 100: buying pressure (close above the lower of low and previous close) over true range,
 * summed over three lengths and weighted 4, 2, 1; NaN in no range. Source: Williams (1985), Stocks & Commodities 3:4.
 */
export function ultimate(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n1: number,
  n2: number,
  n3: number,
): Float64Array {
  checkLength("ultimate: n1", n1);
  checkLength("ultimate: n2", n2);
  checkLength("ultimate: n3", n3);
  checkColumns("ultimate", high, low, close);
  const range = trueRange(high, low, close);
  const pressure = buyingPressure(toColumn(low), toColumn(close), range);
  const quick = shareOfRange(pressure, range, n1);
  const medium = shareOfRange(pressure, range, n2);
  const calm = shareOfRange(pressure, range, n3);
  for (let t = 0; t < quick.length; t++) {
    quick[t] = (100 * (4 * (quick[t] as number) + 2 * (medium[t] as number) + (calm[t] as number))) / 7;
  }
  return quick;
}

/** Close above the lower of low and previous close; NaN where the true range is. */
function buyingPressure(low: Float64Array, close: Float64Array, range: Float64Array): Float64Array {
  const out = emptyColumn(close.length, 1);
  for (let t = 1; t < out.length; t++) {
    const last = close[t] as number;
    const floor = Math.min(low[t] as number, close[t - 1] as number);
    out[t] = finiteOrNaN(last - floor + 0 * (range[t] as number));
  }
  return out;
}

function shareOfRange(pressure: Float64Array, range: Float64Array, n: number): Float64Array {
  const out = rollingSum(pressure, n);
  const total = rollingSum(range, n);
  for (let t = 0; t < out.length; t++) out[t] = finiteOrNaN((out[t] as number) / (total[t] as number));
  return out;
}
