import { countLevels, groupFindings } from "../../core/market/group-findings.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";

/** What a verdict is about. */
export interface VerdictInput {
  readonly findings: readonly MarketFinding[];
  /** What mends the errors that can be mended safely, e.g. `--repair`. */
  readonly repair: string;
  /** True where errors are let pass: the market is kept and never scored. */
  readonly errorsAllowed: boolean;
}

/** One or two sentences that a person can act on: usable or not, why, and what mends it. */
export function verdict({ findings, repair, errorsAllowed }: VerdictInput): string {
  const errors = findings.filter(({ level }) => level === "error");
  const warnings = findings.filter(({ level }) => level === "warning");
  const named = (some: readonly MarketFinding[]): string =>
    `${countLevels(some)} (${[...new Set(some.map(({ rule }) => rule))].join(", ")})`;
  if (errors.length === 0) {
    return `usable${warnings.length === 0 ? ", nothing to worry about" : `, ${named(warnings)}`}.`;
  }
  if (errorsAllowed) return `kept in spite of ${named(errors)}: not fit for scoring.`;
  const groups = groupFindings(errors);
  const safe = groups.filter((group) => group.repairable).map(({ rule }) => rule);
  const rest = groups.filter(({ rule }) => !safe.includes(rule));
  const sentences = [
    `cannot be used as it is: ${named(errors)}.`,
    ...(safe.length === 0 ? [] : [`${repair} mends ${safe.join(", ")}.`]),
    ...rest.map(({ rule, first }) => `${rule}: ${first.advice}`),
  ];
  return sentences.join(" ");
}
