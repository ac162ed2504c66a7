import { sharesSplit } from "../../calendars/session-kind.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { numberText, percent, timeText } from "../text.ts";
import { closesOff } from "./outlier.ts";
import { findSplits } from "./split.ts";

const jump: RuleOfLint = {
  id: "jump",
  level: "warning",
  meaning:
    "The price jumps far beyond its usual moves and stays there: news or a devaluation, or another contract, instrument or quotation from there on.",
  advice: "Look what happened that day; where the file goes on with something else, cut it there.",
  repair: "none",
};

/**
 * Usual moves from which a jump is told, and its least size. Of 22 clean markets no day goes beyond 13 usual moves (bitcoin on 12 March
 * 2020), and no hour beyond 33, news at their minute.
 */
const usualMoves = { daily: 15, intraday: 40 };
const least = Math.log(1.08);

/** Days without a bar that are usual, a holiday beside them. */
const weekend = 4;

/** Eightfold jumps are changes of scale. */
const largest = Math.log(8);

/** Places of the series into which the close jumps and from which it does not come back; splits are none. */
function jumpPlaces(market: MarketView): readonly number[] {
  const { time, stepMs, returns, scaleBefore, scaleAfter, close, tick, length, daily } = market;
  const moves = daily ? usualMoves.daily : usualMoves.intraday;
  const places: number[] = [];
  for (let t = 1; t < length; t++) {
    const size = Math.abs(returns[t] as number);
    if (size < least || size >= largest) continue;
    const steps = ((time[t] as number) - (time[t - 1] as number)) / stepMs;
    // Over a hole a price goes as far as in the bars that are missing; a weekend is none.
    const far = moves * Math.sqrt(daily && steps <= weekend ? 1 : steps);
    if (size < far * (scaleBefore[t] as number)) continue;
    if (t + 1 < length && size < far * (scaleAfter[t + 1] as number)) continue;
    if (size * (close[t] as number) >= 20 * tick) places.push(t);
  }
  if (places.length === 0) return places;
  const explained = new Set(findSplits(market).map(({ place }) => place));
  for (const place of closesOff(market)) explained.add(place).add(place + 1);
  return places.filter((t) => !explained.has(t));
}

/** Jumps for good: usual of shares, and so a note there; of the last bar nobody knows yet whether it stays. */
export const jumpCheck: LintCheck = {
  rules: [jump],
  check(market) {
    const { raw, row, time, close, returns, length, facts } = market;
    return jumpPlaces(market).map((t) => {
      const last = t === length - 1;
      const after = last ? ", and nothing follows that would confirm it" : "";
      const move = percent(Math.expm1(returns[t] as number));
      return finding(raw, jump, {
        rows: [row[t] as number],
        level: sharesSplit(facts.class) && !last ? "note" : "warning",
        found: `close ${numberText(close[t] as number)} after ${numberText(close[t - 1] as number)} (${move}) on ${timeText(time[t] as number)}${after}`,
      });
    });
  },
};
