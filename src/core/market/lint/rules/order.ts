import type { RawBars } from "../../raw-bars.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { counted, timeText } from "../text.ts";

const newestFirst: RuleOfLint = {
  id: "newest-first",
  level: "note",
  meaning: "The file runs from the newest bar to the oldest.",
  advice: "Nothing to do: bars are stored oldest first.",
  repair: "none",
};

const unsorted: RuleOfLint = {
  id: "unsorted",
  level: "error",
  meaning: "Some bars stand out of the order that the rest of the file keeps: often copied or pasted rows.",
  advice: "--repair sorts the bars by time. Look at the rows first: a row out of place may carry a wrong date.",
  repair: "safe",
};

/** Rows whose time goes against the direction of the file. Equal times are duplicates, not disorder. */
function rowsAgainst(raw: RawBars, descending: boolean): readonly number[] {
  const rows: number[] = [];
  let before = Number.NaN;
  for (let i = 0; i < raw.length; i++) {
    const at = raw.time[i] as number;
    if (Number.isNaN(at)) continue;
    if (descending ? at > before : at < before) rows.push(i);
    before = at;
  }
  return rows;
}

/** The order of the file: oldest or newest first, without exception. */
export const orderCheck: LintCheck = {
  rules: [unsorted, newestFirst],
  check({ raw, descending }) {
    const rows = rowsAgainst(raw, descending);
    const row = rows[0];
    return [
      ...(row === undefined
        ? []
        : [
            finding(raw, unsorted, {
              rows,
              found: `${counted(rows.length, "bar")} out of order in a file ${descending ? "newest" : "oldest"} first, first ${timeText(raw.time[row] as number)}`,
            }),
          ]),
      ...(descending ? [finding(raw, newestFirst, { found: "newest bar first" })] : []),
    ];
  },
};
