import { newYorkOpen } from "../../calendars/new-york.ts";
import type { MarketFinding } from "../../market-finding.ts";
import { barDates, type ClosedSpell, closedSpells, newYorkBinds } from "../closed-days.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, percent, timeText } from "../text.ts";

const hole: RuleOfLint = {
  id: "hole",
  level: "warning",
  meaning: "Two weeks or more without a bar: a suspension, a change of ticker, or a piece of the file that is missing.",
  advice:
    "Look what happened; for missing pieces get them, for a suspension cut the market there. No strategy could trade across it.",
  repair: "none",
};

const gap: RuleOfLint = {
  id: "gap",
  level: "warning",
  meaning: "Days on which the market should have been open have no bar, and no holiday explains them.",
  advice: "Compare with another vendor, and get the missing days.",
  repair: "none",
};

const closedDay: RuleOfLint = {
  id: "closed-day",
  level: "warning",
  meaning: "Bars stand on weekdays on which the exchange was closed.",
  advice: "Look at the bars: copies of the day before, or quotes of another venue, are not sessions.",
  repair: "none",
};

/** Expected days without a bar from which a spell is a hole, and the least of them that must be unexplained. */
const holeDays = { days: 10, unexplained: 5 };

/** A spell of fewer unexplained days is no finding of its own. */
const week = 5;

/** Single missing days beyond this share of all days are worth a warning, below it a note. */
const manyDays = 0.02;

function spellFinding(view: MarketView, spell: ClosedSpell): MarketFinding {
  const { raw, row, time } = view;
  const rule = spell.days >= holeDays.days ? hole : gap;
  const before = timeText(time[spell.place - 1] as number);
  const after = timeText(time[spell.place] as number);
  return finding(raw, rule, {
    rows: [row[spell.place] as number],
    found: `${counted(spell.days, "session")} missing between ${before} and ${after}`,
  });
}

const twoYears = 2 * 365.25 * 86_400_000;

/** Short spells together. */
function scattered(view: MarketView, spells: readonly ClosedSpell[], sessions: number): readonly MarketFinding[] {
  const days = spells.reduce((sum, spell) => sum + spell.unexplained, 0);
  const first = spells[0];
  if (first === undefined) return [];
  const share = days / (sessions + days);
  const certain = newYorkBinds(view) || view.session === "always";
  const span = (view.time[view.length - 1] as number) - (view.time[0] as number);
  // A holiday is known by its return: in less than two years none has.
  if (!certain && span < twoYears) return [];
  return [
    finding(view.raw, gap, {
      rows: spells.map(({ place }) => view.row[place] as number).sort((a, b) => a - b),
      count: days,
      level: certain || share > manyDays ? "warning" : "note",
      found: `${counted(days, "session")} missing (${percent(share)}) in ${counted(spells.length, "place")}, first ${timeText(first.from)}`,
    }),
  ];
}

/** Bars on weekdays on which New York was closed. */
function closedDays(view: MarketView, dates: Float64Array): readonly MarketFinding[] {
  if (!newYorkBinds(view)) return [];
  const places: number[] = [];
  let closed = false;
  for (let t = 0; t < dates.length; t++) {
    const day = dates[t] as number;
    if (day !== dates[t - 1]) closed = new Date(day).getUTCDay() % 6 !== 0 && newYorkOpen(day) === false;
    if (closed) places.push(t);
  }
  const first = places[0];
  if (first === undefined) return [];
  return [
    finding(view.raw, closedDay, {
      rows: places.map((t) => view.row[t] as number).sort((a, b) => a - b),
      found: `${counted(places.length, "bar")} while New York was closed, first ${timeText(view.time[first] as number)}`,
    }),
  ];
}

/** Missing sessions and closed days, against the calendar of the class. */
export const gapCheck: LintCheck = {
  rules: [hole, gap, closedDay],
  check(view) {
    if (view.length < 10 || view.session === "unknown" || view.stepMs > 4 * 86_400_000) return [];
    const dates = barDates(view);
    const sessions = dates.reduce((count, day, t) => (day === dates[t - 1] ? count : count + 1), 0);
    const spells = closedSpells(view, dates).filter(({ unexplained }) => unexplained > 0);
    const long = spells.filter(({ days, unexplained }) =>
      days >= holeDays.days ? unexplained >= holeDays.unexplained : unexplained >= week,
    );
    return [
      ...long.map((spell) => spellFinding(view, spell)),
      ...scattered(
        view,
        spells.filter((spell) => !long.includes(spell)),
        sessions,
      ),
      ...closedDays(view, dates),
    ];
  },
};
