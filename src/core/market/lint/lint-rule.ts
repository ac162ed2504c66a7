import type { FindingLevel, MarketFinding } from "../market-finding.ts";
import type { MarketView } from "./market-view.ts";

/** A rule of the lint as documents and `--help` show it. */
export interface RuleOfLint {
  /** Kebab case, e.g. `duplicate-time`; the `rule` of its findings. */
  readonly id: string;
  /** The gravest level that its findings have. */
  readonly level: FindingLevel;
  /** What a finding of the rule means, in a sentence. */
  readonly meaning: string;
  /** What to do about it. */
  readonly advice: string;
  /** `safe`: `--repair` mends it; `on request`: only when asked for by the rule's id; `none`: only another file can. */
  readonly repair: "safe" | "on request" | "none";
}

/** A check and the rules whose findings it makes: rules that look at the same thing share a check. */
export interface LintCheck {
  readonly rules: readonly RuleOfLint[];
  /** What breaks the rules, nothing for a market that keeps them. Never changes the market. */
  check(market: MarketView): readonly MarketFinding[];
}
