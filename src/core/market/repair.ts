import type { Bars } from "../bars.ts";
import { inferBarsPerYear } from "./infer-bars-per-year.ts";
import type { LintFacts } from "./lint/lint-facts.ts";
import { marketView } from "./lint/market-view.ts";
import { highLowMiss } from "./lint/rules/high-low.ts";
import { counted } from "./lint/text.ts";
import { lintMarket, rulesOfLint } from "./lint.ts";
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

/** Rules whose bars validateBars refuses: what repair leaves of them is left out in the end. */
const unloadable: readonly string[] = [
  "missing-time",
  "missing-price",
  "non-positive-price",
  "duplicate-time",
  "duplicate-conflict",
  "negative-volume",
];

/** Mends until nothing changes: a dropped bar may bring two others together. Each round drops bars or mends cells for good. */
function mendAll(raw: RawBars, facts: LintFacts, rules: readonly string[]): { raw: RawBars; repairs: Repair[] } {
  const repairs: Repair[] = [];
  let table = raw;
  for (let changed = true; changed; ) {
    changed = false;
    let view = marketView(table, facts);
    for (const [rule, mend] of mends) {
      if (!rules.includes(rule)) continue;
      const mended = mend(view);
      if (mended === undefined) continue;
      changed = true;
      repairs.push(mended.repair);
      table = mended.raw;
      view = marketView(table, facts);
    }
  }
  return { raw: table, repairs };
}

/** Leaves out bars whose high or low contradicts the other prices. */
function leaveOutBroken(raw: RawBars): { raw: RawBars; repairs: readonly Repair[] } {
  const rows: number[] = [];
  for (let i = 0; i < raw.length; i++) if (highLowMiss(raw, i) > 0) rows.push(i);
  if (rows.length === 0) return { raw, repairs: [] };
  const done = `${counted(rows.length, "bar")} whose high or low contradicts open or close`;
  return { raw: withoutRows(raw, rows), repairs: [record(raw, "high-low", done, rows)] };
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
  const remaining = lintMarket(mended.raw, facts);
  // What cannot be loaded goes by force: in a bar that contradicts itself no price is to be trusted.
  const loadable = mendAll(copyRaw(mended.raw), facts, unloadable);
  const honest = leaveOutBroken(loadable.raw);
  const forced = [...loadable.repairs, ...honest.repairs].map((repair) => ({
    ...repair,
    done: `left out: ${repair.done}`,
  }));
  return {
    bars: barsOf(sortByTime(honest.raw).raw),
    repairs: [...(sorted?.repairs ?? []), ...mended.repairs, ...forced],
    remaining,
  };
}
