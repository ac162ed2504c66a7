import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { counted, percent, timeText } from "../text.ts";
import { expectedBetween, type WeekProfile, weekProfile } from "../week-profile.ts";

const missingBars: RuleOfLint = {
  id: "missing-bars",
  level: "warning",
  meaning:
    "Inside the hours in which the market trades some bars are missing: outages, half days, or intervals without a trade left out.",
  advice: "Nothing to do for half days and quiet intervals; get the missing pieces of an outage.",
  repair: "none",
};

/** Above this share of all bars the finding is a warning, below it a note. */
const many = 0.05;

const dayMs = 86_400_000;

/** True if a whole day of the market's clock lies between bar t and the one before: that is a gap. */
function skipsDay({ place, slotMs }: WeekProfile, t: number): boolean {
  const day = (slot: number): number => Math.floor((slot * slotMs) / dayMs);
  return day(place[t] as number) - day(place[t - 1] as number) > 1;
}

/** Bars missing inside sessions. Whole missing days are gaps. */
export const missingBarsCheck: LintCheck = {
  rules: [missingBars],
  check(view) {
    const profile = weekProfile(view);
    if (profile === undefined) return [];
    const { place } = profile;
    const places: number[] = [];
    let missing = 0;
    let longest = 0;
    let at = 0;
    for (let t = 1; t < view.length; t++) {
      if ((place[t] as number) - (place[t - 1] as number) <= 1) continue;
      const empty = expectedBetween(profile, place[t - 1] as number, place[t] as number);
      if (empty === 0 || skipsDay(profile, t)) continue;
      places.push(t);
      missing += empty;
      if (empty > longest) {
        longest = empty;
        at = t;
      }
    }
    if (missing === 0) return [];
    const share = missing / (view.length + missing);
    const worst = `the longest run of ${longest} before ${timeText(view.time[at] as number)}`;
    return [
      finding(view.raw, missingBars, {
        rows: places.map((t) => view.row[t] as number).sort((a, b) => a - b),
        count: missing,
        level: share > many ? "warning" : "note",
        found: `${counted(missing, "bar")} missing inside sessions (${percent(share)}), ${worst}`,
      }),
    ];
  },
};
