import { sharesSplit } from "../../calendars/session-kind.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { startsSession } from "../session-start.ts";
import { type SplitEvidence, splitEvidence } from "../split-evidence.ts";
import { numberText, timeText } from "../text.ts";
import { keepsLimit } from "./price-limit.ts";

const split: RuleOfLint = {
  id: "split",
  level: "error",
  meaning:
    "The price jumps overnight by the ratio of a split or bonus issue, without the range, volume and turmoil of a true jump.",
  advice: "Get adjusted prices. --repair-also split divides the prices before it and multiplies the volume.",
  repair: "on request",
};

const doubtful =
  "Look whether shares were split that day: if they were, get adjusted prices; if not, it is a move like any other.";

/** Log odds from which a split is an error; between 0 and this it is a warning. */
const certain = 3;

/** Every jump that reads better as a split than as a true move, oldest first; none in classes whose instruments do not split. */
export function findSplits(market: MarketView): readonly SplitEvidence[] {
  // Behind a daily limit bonus shares and dividends go off together: the limit tells the day, but the ratio is no split's.
  if (!sharesSplit(market.facts.class) || keepsLimit(market)) return [];
  const splits: SplitEvidence[] = [];
  const { open, close } = market;
  for (let t = 1; t < market.length; t++) {
    const ratio = (open[t] as number) / (close[t - 1] as number);
    if (ratio < 1.18 && ratio > 0.847) continue;
    if (!startsSession(market, t)) continue;
    const evidence = splitEvidence(market, t);
    if (evidence !== undefined && evidence.logOdds > 0) splits.push(evidence);
  }
  return splits;
}

/** The splits beyond doubt: those that a repair on request adjusts for. */
export function certainSplits(market: MarketView): readonly SplitEvidence[] {
  return findSplits(market).filter(({ logOdds }) => logOdds >= certain);
}

/** Unadjusted splits and bonus issues. */
export const splitCheck: LintCheck = {
  rules: [split],
  check(market) {
    return findSplits(market).map(({ place, ratio, name, logOdds }) => {
      const before = market.close[place - 1] as number;
      const after = market.open[place] as number;
      const size = ratio > 1 ? `1/${numberText(before / after)}` : numberText(after / before);
      return finding(market.raw, split, {
        rows: [market.row[place] as number],
        level: logOdds >= certain ? "error" : "warning",
        ...(logOdds >= certain ? {} : { advice: doubtful }),
        found: `open ${numberText(after)} after close ${numberText(before)} on ${timeText(market.time[place] as number)}, a ratio of ${size}: ${logOdds >= certain ? "" : "perhaps "}a ${name} split`,
      });
    });
  },
};
