import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { counted } from "../text.ts";

const noBars: RuleOfLint = {
  id: "no-bars",
  level: "error",
  meaning: "There is no bar with a time and four prices above 0.",
  advice: "Look whether the columns were understood as you expect.",
  repair: "none",
};

const fewBars: RuleOfLint = {
  id: "few-bars",
  level: "note",
  meaning: "There are fewer than 300 bars: too few to warm up indicators and tell strategies apart.",
  advice: "Get a longer history for anything but a try.",
  repair: "none",
};

/** Enough usable bars. */
export const fewBarsCheck: LintCheck = {
  rules: [noBars, fewBars],
  check({ raw, length }) {
    if (length === 0) return [finding(raw, noBars, { found: `none of ${counted(raw.length, "row")} is a bar` })];
    return length < 300 ? [finding(raw, fewBars, { found: counted(length, "usable bar") })] : [];
  },
};
