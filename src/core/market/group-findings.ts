import type { FindingLevel, MarketFinding } from "./market-finding.ts";

/** All findings of one rule and level. */
export interface FindingGroup {
  readonly rule: string;
  readonly level: FindingLevel;
  /** Number of findings, ≥ 1. */
  readonly places: number;
  /** Bars that they are true of, ≥ 1; 1 for what is true of the market as a whole. */
  readonly bars: number;
  /** True where `--repair` mends all of them. */
  readonly repairable: boolean;
  /** The first in the order given. */
  readonly first: MarketFinding;
}

/** Findings by rule and level, in the order in which each first stands. */
export function groupFindings(findings: readonly MarketFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, MarketFinding[]>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.rule}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const bars = group.reduce((sum, { count }) => sum + count, 0);
    const repairable = group.every((finding) => finding.repairable);
    return [{ rule: first.rule, level: first.level, places: group.length, bars, repairable, first }];
  });
}

/** "2 errors, 1 warning, 3 notes"; "nothing to remark" for none. */
export function countLevels(findings: readonly { readonly level: FindingLevel }[]): string {
  const counts = (["error", "warning", "note"] as const).flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? "" : "s"}`];
  });
  return counts.join(", ") || "nothing to remark";
}
