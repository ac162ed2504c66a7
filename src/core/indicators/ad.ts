import { checkColumns } from "./check.ts";
import { moneyFlow } from "./money-flow.ts";

/**
 * Accumulation/distribution line: running sum, from the first bar on, of volume times the place of the close in the
 * range, −1 … 1. Starts again from 0 after a NaN. The sum is compensated (Neumaier 1974): no drift over millions of
 * bars.
 */
export function ad(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  volume: ArrayLike<number>,
): Float64Array {
  checkColumns("ad", high, low, close, volume);
  const out = moneyFlow(high, low, close, volume);
  let total = 0;
  let lost = 0;
  for (let t = 0; t < out.length; t++) {
    const flow = out[t] as number;
    if (Number.isNaN(flow)) {
      total = 0;
      lost = 0;
      continue;
    }
    const next = total + flow;
    lost += Math.abs(total) >= Math.abs(flow) ? total - next + flow : flow - next + total;
    total = next;
    out[t] = total + lost;
  }
  return out;
}
