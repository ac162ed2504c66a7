import type { Strategy } from "walkforward";

/** Drawdown at which nothing is held any more; the mandate's limit is 20 %, the rest is for a bad night. */
const limit = 0.14;
/** Part of a past loss that each bar forgives, so that a bad warm-up does not end the program. */
const forgetting = 0.0008;
/** Share of the remaining allowance that one day of ordinary size may take. */
const share = 0.25;
/** Weight per unit of allowance: a night that halves the price takes no more than all of it. */
const leverage = 2.2;
/** Cost of a trade, on the safe side, as a fraction of the value traded. */
const cost = 0.003;

export default {
  name: "A share of the remaining allowance",
  decide(bars, ta) {
    const deviation = ta.stdev(ta.logReturns(bars.close), 30);
    const trend = ta.sma(bars.close, 50);
    const range = ta.atr(bars.high, bars.low, bars.close, 20);
    const target = new Float64Array(bars.length);
    let cash = 1;
    let units = 0;
    let peak = 1;
    let inside = false;
    let before = 0;
    for (let t = 1; t < bars.length; t++) {
      const open = bars.open[t] as number;
      const close = bars.close[t] as number;
      // The account as the simulator keeps it: a new target is filled at this open, then the units are held.
      const ordered = target[t - 1] as number;
      if (ordered !== before) {
        const traded = Math.abs(ordered * (cash + units * open) - units * open);
        const value = cash + units * open - cost * traded;
        units = (ordered * value) / open;
        cash = (1 - ordered) * value;
        before = ordered;
      }
      const equity = cash + units * close;
      const weight = (units * close) / equity;
      // The nearer to the limit, the smaller the position: it is approached, not reached, and the way back stays open.
      peak = Math.max(peak - forgetting * (peak - equity), equity);
      const allowance = Math.max(0, limit - (1 - equity / peak));
      const band = range[t] as number;
      if (close > (trend[t] as number) + band) inside = true;
      else if (close < (trend[t] as number) - band) inside = false;
      const sd = deviation[t] as number;
      const wanted = inside && sd > 0 ? Math.min(leverage * allowance, (share * allowance) / sd) : 0;
      const moved = wanted === 0 || wanted < 0.8 * weight || wanted > weight + 0.1;
      target[t] = moved ? wanted : ordered;
    }
    return { target };
  },
} satisfies Strategy;
