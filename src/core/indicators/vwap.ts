import type { Bars } from "../bars.ts";
import { checkColumns, checkFactor } from "./check.ts";
import { finiteOrNaN, toColumn } from "./column.ts";
import { sessionBar } from "./session-bar.ts";
import { typicalPrice } from "./typical-price.ts";

/**
 * Average of the typical price weighted by volume since the session began, `start` hours after 00:00 UTC; NaN until
 * something was traded. A NaN gives NaN and the sums start again after it.
 */
export function vwap(bars: Bars, start = 0): Float64Array {
  checkFactor("vwap: start", start);
  const { time, high, low, close } = bars;
  checkColumns("vwap", time, high, low, close, bars.volume);
  const place = sessionBar(time, start);
  const out = typicalPrice(high, low, close);
  const volume = toColumn(bars.volume);
  let pivot = 0;
  let money = 0;
  let traded = 0;
  let fresh = true;
  for (let t = 0; t < out.length; t++) {
    const price = out[t] as number;
    const size = volume[t] as number;
    if (fresh || place[t] === 0) {
      pivot = price; // distances from the first price: equal prices have exactly their own average
      money = 0;
      traded = 0;
    }
    money += (price - pivot) * size;
    traded += size;
    fresh = !Number.isFinite(money + traded);
    out[t] = finiteOrNaN(pivot + money / traded);
  }
  return out;
}
