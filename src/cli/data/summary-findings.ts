import { formatTime } from "../../core/market/format-csv.ts";
import { countLevels, type FindingGroup, groupFindings } from "../../core/market/group-findings.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { cutLine, hangLine } from "./summary-line.ts";

/** Where the words of a finding begin. */
const hang = 28;
const dayMs = 86_400_000;

/**
 * Findings for the terminal under a line that counts them: a line a rule and level, gravest first, at most `lines` in all. What to do
 * stands under errors and warnings, and nothing is cut, where there is room.
 */
export function findingLines(findings: readonly MarketFinding[], lines: number, columns: number): string[] {
  if (findings.length === 0) return [];
  const groups = groupFindings(findings);
  const heading = `findings: ${countLevels(findings)}`;
  const long = groups.flatMap((group) => [...hangLine(textOf(group), columns, hang), ...adviceOf(group, columns)]);
  if (long.length < lines) return [heading, ...long];
  const advised = groups.flatMap((group) => [
    cutLine(textOf(group), columns),
    ...adviceOf(group, columns)
      .slice(0, 1)
      .map((line) => cutLine(line, columns)),
  ]);
  if (advised.length < lines) return [heading, ...advised];
  const short = groups.map((group) => cutLine(textOf(group), columns));
  if (short.length < lines) return [heading, ...short];
  const shown = Math.max(1, lines - 2);
  return [heading, ...short.slice(0, shown), `  … and ${groups.length - shown} more rules: --json lists every finding`];
}

function textOf({ level, rule, places, bars, first }: FindingGroup): string {
  const many = places > 1 ? `${places} × (${bars} bars), first ` : "";
  return `  ${`${level.padEnd(8)}${rule}`.padEnd(hang - 3)} ${many}${placeOf(first)}${first.found}`;
}

function adviceOf({ level, first }: FindingGroup, columns: number): string[] {
  return level === "note" ? [] : hangLine(`${" ".repeat(hang)}→ ${first.advice}`, columns, hang + 2);
}

/** "line 12, 2020-03-02: "; nothing for what is true of the whole market. */
function placeOf({ line, time }: MarketFinding): string {
  if (line === null) return "";
  return `line ${line}${time === null ? "" : `, ${formatTime(time, time % dayMs === 0)}`}: `;
}
