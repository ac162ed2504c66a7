import { formatTime } from "../../core/market/format-csv.ts";
import { countLevels, type FindingGroup, groupFindings } from "../../core/market/group-findings.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { hangLine } from "./summary-line.ts";

/** Where the words of a finding begin. */
const hang = 29;
const dayMs = 86_400_000;

/**
 * Findings for the terminal under a line that counts them: a paragraph a rule and level, gravest first, with what to do under errors
 * and warnings. Where that takes more than `lines`, notes are named only, and then the mildest rules are counted only: no paragraph
 * is cut, for its end names the option that helps.
 */
export function findingLines(findings: readonly MarketFinding[], lines: number, columns: number): string[] {
  if (findings.length === 0) return [];
  const groups = groupFindings(findings);
  const heading = `findings: ${countLevels(findings)}`;
  const full = groups.map((group) => paragraph(group, columns));
  if (full.flat().length < lines) return [heading, ...full.flat()];
  const grave = groups.filter(({ level }) => level !== "note").map((group) => paragraph(group, columns));
  const notes = groups.filter(({ level }) => level === "note").map(({ rule }) => rule);
  const named = notes.length === 0 ? [] : hangLine(`  ${"note".padEnd(8)}${notes.join(", ")}`, columns, 10);
  if (grave.flat().length + named.length < lines) return [heading, ...grave.flat(), ...named];
  const shown = [...(grave[0] ?? [])];
  let count = grave.length > 0 ? 1 : 0;
  for (; count < grave.length && shown.length + (grave[count]?.length ?? 0) + 2 <= lines; count++) {
    shown.push(...(grave[count] ?? []));
  }
  return [heading, ...shown, `  … and ${groups.length - count} more rules: --json lists every finding`];
}

function paragraph(group: FindingGroup, columns: number): string[] {
  return [...hangLine(textOf(group), columns, hang), ...adviceOf(group, columns)];
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
