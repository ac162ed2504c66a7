import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, percent, timeText } from "../text.ts";

const outlier: RuleOfLint = {
  id: "outlier",
  level: "warning",
  meaning:
    "A price stands far off for one to three bars and is back at once: a bad tick, or a spike that few could trade.",
  advice: "Compare with another vendor. Repair of this rule, on request, drops the bars.",
  repair: "on request",
};

/** A jump of at least this many usual moves, before and after it. */
const sigmas = 12;

/** The jump is undone to within this share of it. */
const undone = 0.2;

/** Eightfold jumps are changes of scale. */
const largest = Math.log(8);

/** Bars 1 … 3 after which a jump into t is undone; 0 if it is not. */
function barsAway(market: MarketView, t: number): number {
  const { close, returns } = market;
  const jump = returns[t] as number;
  const before = close[t - 1] as number;
  for (let bars = 1; bars <= 3 && t + bars < market.length; bars++) {
    const back = Math.log((close[t + bars] as number) / before);
    if (Math.abs(back) <= undone * Math.abs(jump)) return bars;
    if (Math.abs(back) < 0.7 * Math.abs(jump) || back * jump < 0) return 0;
  }
  return 0;
}

/** Places of the series far off for one to three bars. */
export function outlierPlaces(market: MarketView): readonly number[] {
  const { returns, scaleBefore, scaleAfter, close } = market;
  const places: number[] = [];
  for (let t = 1; t < market.length - 1; t++) {
    const size = Math.abs(returns[t] as number);
    if (size < sigmas * (scaleBefore[t] as number) || size >= largest) continue;
    if (size * (close[t] as number) < 10 * market.tick) continue;
    const bars = barsAway(market, t);
    if (bars === 0 || size < sigmas * (scaleAfter[t + bars] as number)) continue;
    for (let k = 0; k < bars; k++) places.push(t + k);
    t += bars;
  }
  return places;
}

/** Closes that jump far and come back. */
export const outlierCheck: LintCheck = {
  rules: [outlier],
  check(market) {
    const { returns, close, row, raw } = market;
    const places = outlierPlaces(market);
    const first = places[0];
    if (first === undefined) return [];
    const move = percent(Math.expm1(returns[first] as number));
    const what = `close ${numberText(close[first] as number)} (${move}) on ${timeText(market.time[first] as number)}`;
    return [
      finding(raw, outlier, {
        rows: places.map((t) => row[t] as number).sort((a, b) => a - b),
        found: `${counted(places.length, "bar")} far off and back again, first ${what}`,
      }),
    ];
  },
};
