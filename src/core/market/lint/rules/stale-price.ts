import { finding, runsOf } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, timeText } from "../text.ts";

const stale: RuleOfLint = {
  id: "stale-price",
  level: "warning",
  meaning: "Bars repeat the bar before them price for price: a feed that stood still, or holidays filled up.",
  advice: "Compare with another vendor; cut the stretch if the feed was stuck.",
  repair: "none",
};

/** Repeats of a flat bar that a quiet market shows by itself, before a run of them is called stuck. */
const quietRun = 5;

/**
 * True if bar t repeats bar t − 1 in all four prices, and in volume where it is known: a stuck feed repeats volume too, or shows none.
 * A fresh volume means that there were trades.
 */
function repeats(market: MarketView, t: number): boolean {
  if (market.close[t] !== market.close[t - 1] || market.open[t] !== market.open[t - 1]) return false;
  if (market.high[t] !== market.high[t - 1] || market.low[t] !== market.low[t - 1]) return false;
  const volume = market.volume[t] as number;
  return !(volume > 0) || volume === market.volume[t - 1];
}

/** A bar with a range does not repeat by chance; a flat one does, so that only a long run of them is stale. */
function isStuck(market: MarketView, run: readonly number[]): boolean {
  const t = run[0] as number;
  const distinct =
    market.high[t] !== market.low[t] && (market.high[t] as number) - (market.low[t] as number) > 2 * market.tick;
  if (distinct) return market.daily || run.length >= 2 || (market.volume[t] as number) > 0;
  return run.length >= (market.daily ? quietRun : 12 * quietRun);
}

/** Bars that repeat the one before. */
export const stalePriceCheck: LintCheck = {
  rules: [stale],
  check(market) {
    const places: number[] = [];
    for (let t = 1; t < market.length; t++) if (repeats(market, t)) places.push(t);
    const stuck = runsOf(places).filter((run) => isStuck(market, run));
    return stuck.map((run) => {
      const t = run[0] as number;
      const close = numberText(market.close[t] as number);
      return finding(market.raw, stale, {
        rows: run.map((place) => market.row[place] as number).sort((a, b) => a - b),
        found: `${counted(run.length, "bar")} like the one before (close ${close}), from ${timeText(market.time[t] as number)}`,
      });
    });
  },
};
