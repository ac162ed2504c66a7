import type { MarketFinding } from "../../market-finding.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, timeText } from "../text.ts";

const wrongInterval: RuleOfLint = {
  id: "interval",
  level: "error",
  meaning: "The bars are not as far apart as the stated interval.",
  advice: "State the interval that the bars have: everything annualised depends on it.",
  repair: "none",
};

const mixed: RuleOfLint = {
  id: "mixed-interval",
  level: "error",
  meaning: "A stretch of bars has another interval than the rest: histories of different resolution joined.",
  advice: "Cut the stretch off, or get the whole history at one interval.",
  repair: "none",
};

const rarer: RuleOfLint = {
  id: "rare-sessions",
  level: "warning",
  meaning:
    "For a stretch of a daily file sessions are several days apart: an exchange that met less often, or weekly bars.",
  advice: "Cut the stretch off where one bar stands for a week: a year has fewer of them than the rest.",
  repair: "none",
};

const dayMs = 86_400_000;

/** `90 minutes`, `4 hours`, `7 days`. */
function stepText(ms: number): string {
  for (const [unit, size] of [
    ["day", dayMs],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ] as const) {
    if (ms >= size && ms % size === 0) return counted(ms / size, unit);
  }
  return counted(ms / 1000, "second");
}

/** A step agrees with a stated interval: daily bars may open at other hours, weekly ones may be a holiday apart. */
function agrees(step: number, stated: number): boolean {
  const slack = stated >= dayMs ? 0.25 : 0.001;
  return Math.abs(step / stated - 1) <= slack;
}

function statedFinding({ raw, stepMs, statedMs, length, facts }: MarketView): readonly MarketFinding[] {
  if (length < 10 || Number.isNaN(statedMs) || Number.isNaN(stepMs) || agrees(stepMs, statedMs)) return [];
  return [
    finding(raw, wrongInterval, { found: `most bars are ${stepText(stepMs)} apart, ${facts.interval} is stated` }),
  ];
}

/** Bars of a block: its commonest step is judged. */
const blockBars = 40;

/** Commonest step of bars [from, to), its share of the steps, and that of the file's usual one. */
function blockStep(view: MarketView, from: number, to: number): { step: number; share: number; usual: number } {
  const counts = new Map<number, number>();
  for (let t = from + 1; t < to; t++) {
    const step = (view.time[t] as number) - (view.time[t - 1] as number);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let step = view.stepMs;
  for (const [other, count] of counts) if (count > (counts.get(step) ?? 0)) step = other;
  const share = (of: number): number => (counts.get(of) ?? 0) / (to - from - 1);
  return { step, share: share(step), usual: share(view.stepMs) };
}

interface Stretch {
  readonly from: number;
  to: number;
  readonly step: number;
}

/** Sessions of a daily market two to seven days apart. */
function isRare(view: MarketView, step: number): boolean {
  return view.daily && step > view.stepMs && step <= 7 * dayMs;
}

/** Blocks whose steps are others than the file's, joined with their neighbours of the same step. */
function foreignStretches(view: MarketView): readonly Stretch[] {
  const out: Stretch[] = [];
  for (let from = 0; from + blockBars <= view.length; from += blockBars) {
    const to = Math.min(view.length, from + blockBars + 1);
    const { step, share, usual } = blockStep(view, from, to);
    // Daily bars that a change of the clock moves by an hour are daily bars still.
    if (usual > 0.2 || (view.daily && agrees(step, view.stepMs))) continue;
    // Minutes in which few trade are any number of minutes apart: that is no other interval.
    if (!view.daily && share < 0.5) continue;
    const last = out.at(-1);
    const alike = last !== undefined && (last.step === step || (isRare(view, last.step) && isRare(view, step)));
    if (alike && last.to >= from) last.to = to;
    else out.push({ from, to, step });
  }
  return out;
}

/** Intervals: the stated one against the observed, and stretches of another one. */
export const intervalCheck: LintCheck = {
  rules: [wrongInterval, mixed, rarer],
  check(view) {
    const { raw, row, time } = view;
    const stretches = foreignStretches(view).map((stretch) => {
      const rows = Array.from(row.subarray(stretch.from, stretch.to)).sort((a, b) => a - b);
      const span = `${timeText(time[stretch.from] as number)} to ${timeText(time[stretch.to - 1] as number)}`;
      const rare = isRare(view, stretch.step);
      const apart = rare ? "two to seven days" : stepText(stretch.step);
      const count = counted(stretch.to - stretch.from, "bar");
      return finding(raw, rare ? rarer : mixed, {
        rows,
        found: `${count} ${apart} apart, ${span}, the rest ${stepText(view.stepMs)}`,
      });
    });
    return [...statedFinding(view), ...stretches];
  },
};
