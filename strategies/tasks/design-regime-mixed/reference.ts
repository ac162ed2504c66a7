import type { Strategy } from "walkforward";

const lookback = 60;

export default {
  name: "Trend by default, reversion where swings have come back",
  decide(bars, ta) {
    const returns = ta.logReturns(bars.close);
    const deviation = ta.stdev(returns, 60);
    const logs = Float64Array.from(bars.close, Math.log);
    const fast = ta.momentum(logs, 80);
    const slow = ta.momentum(logs, 200);
    const z = ta.zscore(bars.close, lookback);
    // What each idea would have earned, per unit of volatility, smoothed over a year: the judge between them.
    let trendScore = 0;
    let reversionScore = 0;
    let trendView = 0;
    let reversionView = 0;
    const target = new Float64Array(bars.length);
    let held = 0;
    for (let t = 1; t < bars.length; t++) {
      const sd = deviation[t] as number;
      if (!(sd > 0)) continue;
      const gain = Math.max(-3, Math.min(3, (returns[t] as number) / sd));
      trendScore += 0.01 * (trendView * gain - trendScore);
      reversionScore += 0.01 * (reversionView * gain - reversionScore);
      const clip = (x: number): number => Math.max(-1, Math.min(1, x));
      const quick = (fast[t] as number) / (sd * Math.sqrt(80));
      const calm = (slow[t] as number) / (sd * Math.sqrt(200));
      const excursion = z[t] as number;
      trendView = Number.isNaN(calm) ? 0 : (clip(quick) + clip(calm)) / 2;
      reversionView = Number.isNaN(excursion) ? 0 : clip(-excursion / 2);
      const lean = clip((trendScore - reversionScore) / 0.05);
      const wanted = ((1 + lean) / 2) * trendView + ((1 - lean) / 2) * reversionView;
      if (Math.abs(wanted - held) > 0.4) held = wanted;
      target[t] = held;
    }
    return { target };
  },
} satisfies Strategy;
