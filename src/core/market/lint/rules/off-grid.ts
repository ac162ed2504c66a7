import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { counted, percent, timeText } from "../text.ts";

const offGrid: RuleOfLint = {
  id: "off-grid",
  level: "warning",
  meaning:
    "A few bars begin beside the times of all others: a bar still under way when the file was made, or a wrong time.",
  advice: "Cut the last bar off if it was under way; look at others beside another vendor's.",
  repair: "none",
};

/** Times of the hour, or whatever the interval is, that hold less than this share of the bars are beside the grid. */
const rare = 0.005;

/** Intraday bars beside the grid of the others; a market may have several grids, as where its opening moves. */
export const offGridCheck: LintCheck = {
  rules: [offGrid],
  check({ raw, row, time, length, stepMs, daily }) {
    if (daily || length < 50 || !(stepMs > 0)) return [];
    const counts = new Map<number, number>();
    for (let t = 0; t < length; t++) {
      const phase = (time[t] as number) % stepMs;
      counts.set(phase, (counts.get(phase) ?? 0) + 1);
    }
    if (counts.size === 1) return [];
    const least = Math.max(2, rare * length);
    const places: number[] = [];
    for (let t = 0; t < length; t++) if ((counts.get((time[t] as number) % stepMs) ?? 0) < least) places.push(t);
    const first = places[0];
    if (first === undefined || places.length > 0.05 * length) return [];
    return [
      finding(raw, offGrid, {
        rows: places.map((t) => row[t] as number).sort((a, b) => a - b),
        found: `${counted(places.length, "bar")} (${percent(places.length / length)}) beside the times of the others, first ${timeText(time[first] as number)}`,
      }),
    ];
  },
};
