import type { RawBars } from "../../raw-bars.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { type SameTime, sameTimes } from "../same-times.ts";
import { counted, numberText, timeText } from "../text.ts";

const identical: RuleOfLint = {
  id: "duplicate-time",
  level: "error",
  meaning: "A bar is there twice, the same in every price and in volume.",
  advice: "--repair drops the copy.",
  repair: "safe",
};

const conflicting: RuleOfLint = {
  id: "duplicate-conflict",
  level: "error",
  meaning:
    "Two bars have the same time and different prices: joined files, a repeated hour of a clock change, or two instruments in one file.",
  advice: "Find out which is right. --repair-also duplicate-conflict keeps the first of the file.",
  repair: "on request",
};

function foundConflict(raw: RawBars, pairs: readonly SameTime[]): string {
  const pair = pairs[0] as SameTime;
  const close = (row: number): string => numberText(raw.close[row] as number);
  const prices = `close ${close(pair.first)} and ${close(pair.again)}`;
  return `${counted(pairs.length, "bar")} of a time already there, first ${timeText(raw.time[pair.again] as number)}: ${prices}`;
}

/** Times that are there twice. */
export const duplicateTimeCheck: LintCheck = {
  rules: [identical, conflicting],
  check({ raw }) {
    const pairs = sameTimes(raw);
    const same = pairs.filter((pair) => pair.identical);
    const different = pairs.filter((pair) => !pair.identical);
    const first = same[0];
    return [
      ...(different.length > 0
        ? [
            finding(raw, conflicting, {
              rows: different.map((pair) => pair.again),
              found: foundConflict(raw, different),
            }),
          ]
        : []),
      ...(first
        ? [
            finding(raw, identical, {
              rows: same.map((pair) => pair.again),
              found: `${counted(same.length, "bar")} repeated without a change, first ${timeText(raw.time[first.again] as number)}`,
            }),
          ]
        : []),
    ];
  },
};
