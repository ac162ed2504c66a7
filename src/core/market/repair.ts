import type { Bars } from "../bars.ts";
import { inferBarsPerYear } from "./infer-bars-per-year.ts";
import type { LintFacts } from "./lint/lint-facts.ts";
import { marketView } from "./lint/market-view.ts";
import { highLowMiss } from "./lint/rules/high-low.ts";
import { counted } from "./lint/text.ts";
import { lintView, rulesOfLint } from "./lint.ts";
import type { MarketFinding } from "./market-finding.ts";
import type { RawBars } from "./raw-bars.ts";
import { mends } from "./repair/mends.ts";
import type { Repair } from "./repair/repair-record.ts";
import { sortByTime } from "./repair/sort-by-time.ts";
import { copyRaw, record, withoutRows } from "./repair/table.ts";

/** What to mend beyond what is safe. */
export interface RepairOptions {
  /** Ids of rules to mend: `safeRepairs` unless given, `[...safeRepairs, "split"]` to divide the prices before a split as well. */
  readonly rules?: readonly string[] | undefined;
}

/** A market after repair. */
export interface RepairedMarket {
  /** Oldest first and valid by validateBars, whatever the file held: bars that no repair could make valid are left out. */
  readonly bars: Bars;
  /** What was done, in the order in which it was done; what was left out comes last. Empty for a sound file, whatever its order. */
  readonly repairs: readonly Repair[];
  /** What the lint still finds, before anything is left out: an error here means that the market cannot be used. */
  readonly remaining: readonly MarketFinding[];
}

/** Ids of the rules that `--repair` mends: what it does invents no price and drops no true bar. */
export const safeRepairs: readonly string[] = rulesOfLint.filter(({ repair }) => repair === "safe").map(({ id }) => id);

/** Ids of the rules that are mended only when asked for: their repair is a judgement. */
export const repairsOnRequest: readonly string[] = rulesOfLint
  .filter(({ repair }) => repair === "on request")
  .map(({ id }) => id);

/** Rules whose bars validateBars refuses: what repair leaves of them is forced in the end. */
const unloadable: readonly string[] = [
  "missing-time",
  "missing-price",
  "non-positive-price",
  "duplicate-time",
  "duplicate-conflict",
  "negative-volume",
  "high-low-rounding",
];

interface MendedTable {
  readonly raw: RawBars;
  readonly repairs: readonly Repair[];
  /** What the lint finds in the mended table. */
  readonly findings: readonly MarketFinding[];
}

/** Mends until nothing changes: a dropped bar may bring two others together. Each round drops bars or mends cells for good. */
function mendAll(raw: RawBars, facts: LintFacts, rules: readonly string[]): MendedTable {
  const repairs: Repair[] = [];
  let table = raw;
  for (;;) {
    let view = marketView(table, facts);
    const findings = lintView(view);
    const broken = new Set(findings.map(({ rule }) => rule).filter((rule) => rules.includes(rule)));
    let changed = false;
    for (const [rule, mend] of mends) {
      const mended = broken.has(rule) ? mend(view) : undefined;
      if (mended === undefined) continue;
      changed = true;
      repairs.push(mended.repair);
      table = mended.raw;
      view = marketView(table, facts);
    }
    if (!changed) return { raw: table, repairs, findings };
  }
}

/** Leaves out bars whose high or low contradicts the other prices. */
function leaveOutBroken(raw: RawBars): { raw: RawBars; repairs: readonly Repair[] } {
  const rows: number[] = [];
  for (let i = 0; i < raw.length; i++) if (highLowMiss(raw, i) > 0) rows.push(i);
  if (rows.length === 0) return { raw, repairs: [] };
  const done = `${counted(rows.length, "bar")} whose high or low contradicts open or close left out`;
  return { raw: withoutRows(raw, rows), repairs: [record(raw, "high-low", done, rows)] };
}

/** Leaves out by force what cannot be loaded: in a bar that contradicts itself no price is to be trusted. */
function makeLoadable(raw: RawBars, facts: LintFacts): { raw: RawBars; repairs: readonly Repair[] } {
  const mended = mendAll(copyRaw(raw), facts, unloadable);
  const honest = leaveOutBroken(mended.raw);
  const repairs = [...mended.repairs, ...honest.repairs].map((repair) => ({
    ...repair,
    done: `so that it loads: ${repair.done}`,
  }));
  return { raw: honest.raw, repairs };
}

/** The bars of a table whose rows are all bars. */
function barsOf(raw: RawBars): Bars {
  const { length, time, open, high, low, close, volume } = raw;
  return { length, time, open, high, low, close, volume, barsPerYear: inferBarsPerYear(time) };
}

/**
 * Mends a market. By default only what is safe: rows without a time or prices and copies of bars are dropped, bars sorted, high and low
 * widened by a rounding error, volumes that are no volumes marked as unknown. A sound market comes back bit by bit, and a second
 * repair changes nothing.
 */
export function repairMarket(raw: RawBars, facts: LintFacts, options: RepairOptions = {}): RepairedMarket {
  const rules = options.rules ?? safeRepairs;
  const sorted = rules.includes("unsorted") ? sortByTime(raw) : undefined;
  const mended = mendAll(sorted?.raw ?? copyRaw(raw), facts, rules);
  const left = leaveOut(mended, facts, rules);
  return {
    bars: barsOf(sortByTime(left.raw).raw),
    repairs: [...(sorted?.repairs ?? []), ...mended.repairs, ...left.repairs],
    remaining: mended.findings,
  };
}

/** Leaves out what cannot be loaded. What is left may show what could not be seen before: it is mended by the same rules, until nothing changes. */
function leaveOut(mended: MendedTable, facts: LintFacts, rules: readonly string[]): Omit<MendedTable, "findings"> {
  const repairs: Repair[] = [];
  let table = mended;
  for (;;) {
    const broken = table.findings.some(({ level, rule }) => level === "error" || rule === "high-low-rounding");
    const loadable = broken ? makeLoadable(table.raw, facts) : { raw: table.raw, repairs: [] };
    repairs.push(...loadable.repairs);
    if (loadable.repairs.length === 0) return { raw: loadable.raw, repairs };
    table = mendAll(loadable.raw, facts, rules);
    repairs.push(...table.repairs);
  }
}
