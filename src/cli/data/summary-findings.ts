import { formatTime } from "../../core/market/format-csv.ts";
import { type FindingGroup, groupFindings } from "../../core/market/group-findings.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { cutLine } from "./summary-line.ts";

/** How many lines findings may take, and how wide they may be. */
export interface FindingsSize {
  readonly lines: number;
  readonly columns: number;
}

const dayMs = 86_400_000;

/** Findings for the terminal: a line a rule and level, gravest first; what to do under each error and, where there is room, each warning. */
export function findingLines(findings: readonly MarketFinding[], { lines, columns }: FindingsSize): string[] {
  const groups = groupFindings(findings);
  const shown: string[] = [];
  // One line is kept for what is left out; an error without its advice is of little use.
  for (const [i, group] of groups.entries()) {
    const left = groups.length - i;
    const room = lines - shown.length;
    const advised = group.level !== "note" && room > left;
    if (room < (left > 1 ? 2 : 1)) {
      shown.push(`  … and ${left} more ${left === 1 ? "rule" : "rules"}: --json lists every finding`);
      break;
    }
    shown.push(cutLine(`  ${group.level.padEnd(8)}${group.rule.padEnd(18)} ${whatOf(group)}`, columns));
    if (advised) shown.push(cutLine(`${" ".repeat(29)}→ ${group.first.advice}`, columns));
  }
  return shown;
}

function whatOf({ places, bars, first }: FindingGroup): string {
  const many = places > 1 ? `${places} × (${bars} bars), first ` : bars > 1 ? `${bars} bars from ` : "";
  return `${many}${placeOf(first)}${first.found}`;
}

/** "line 12, 2020-03-02: "; nothing for what is true of the whole market. */
function placeOf({ line, time }: MarketFinding): string {
  if (line === null) return "";
  return `line ${line}${time === null ? "" : `, ${formatTime(time, time % dayMs === 0)}`}: `;
}
