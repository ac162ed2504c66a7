import { checks } from "./lint/checks.ts";
import type { LintFacts } from "./lint/lint-facts.ts";
import type { RuleOfLint } from "./lint/lint-rule.ts";
import { type MarketView, marketView } from "./lint/market-view.ts";
import type { FindingLevel, MarketFinding } from "./market-finding.ts";
import type { RawBars } from "./raw-bars.ts";

/** Every rule of the lint, for documents and `--help`. */
export const rulesOfLint: readonly RuleOfLint[] = checks.flatMap((check) => check.rules);

const gravity: Readonly<Record<FindingLevel, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Everything found in a market's file: errors first, then warnings, then notes, each in the order of the file, what is true of the whole
 * market first. Pure: it knows no clock, so that bars in the future are not judged. A million bars take less than a second.
 */
export function lintMarket(raw: RawBars, facts: LintFacts): readonly MarketFinding[] {
  return lintView(marketView(raw, facts));
}

/** The findings of a market whose view is made already. */
export function lintView(view: MarketView): readonly MarketFinding[] {
  return checks
    .flatMap((check) => check.check(view))
    .sort((a, b) => gravity[a.level] - gravity[b.level] || (a.row ?? -1) - (b.row ?? -1));
}
