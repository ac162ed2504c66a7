import type { Bars, barColumns } from "../bars.ts";

/** The rules that bars must keep; a market that breaks one is not loaded. */
export const barRules = ["finite", "positive", "order", "high-low", "volume"] as const;

/** One rule that bars must keep. */
export type BarRule = (typeof barRules)[number];

/** One cell that breaks a rule. */
export interface BarFinding {
  /** Bar, from 0. */
  readonly row: number;
  readonly column: (typeof barColumns)[number];
  /** NaN where the cell holds no number. */
  readonly value: number;
  readonly rule: BarRule;
  /** What the rule wants of this very cell. */
  readonly wanted: string;
}

const prices = ["open", "high", "low", "close"] as const;

/**
 * Every broken rule, bar by bar: times finite and strictly increasing; prices finite and above 0;
 * high ≥ open, close, low and low ≤ open, close; volume ≥ 0 or NaN (unknown). At most `limit` findings.
 */
export function validateBars(bars: Bars, limit = 1000): readonly BarFinding[] {
  const findings: BarFinding[] = [];
  for (let t = 0; t < bars.length && findings.length < limit; t++) {
    if (barIsSound(bars, t)) continue;
    findings.push(...findingsOfBar(bars, t));
  }
  return findings.slice(0, limit);
}

/** The fast path: true if bar `t` keeps every rule. */
function barIsSound(bars: Bars, t: number): boolean {
  const high = bars.high[t] as number;
  const low = bars.low[t] as number;
  const open = bars.open[t] as number;
  const close = bars.close[t] as number;
  const volume = bars.volume[t] as number;
  const time = bars.time[t] as number;
  const ordered = t === 0 ? time > Number.NEGATIVE_INFINITY : time > (bars.time[t - 1] as number);
  const shaped =
    low > 0 && open >= low && close >= low && high >= open && high >= close && high < Number.POSITIVE_INFINITY;
  return ordered && time < Number.POSITIVE_INFINITY && shaped && !(volume < 0) && volume !== Number.POSITIVE_INFINITY;
}

function findingsOfBar(bars: Bars, row: number): readonly BarFinding[] {
  const findings: BarFinding[] = [];
  const add = (column: BarFinding["column"], rule: BarRule, wanted: string): void => {
    findings.push({ row, column, value: bars[column][row] as number, rule, wanted });
  };
  const at = (column: BarFinding["column"]): number => bars[column][row] as number;
  for (const column of ["time", ...prices] as const) {
    if (!Number.isFinite(at(column))) add(column, "finite", "a number");
    else if (column !== "time" && at(column) <= 0) add(column, "positive", "a price above 0");
  }
  if (row > 0 && at("time") <= (bars.time[row - 1] as number)) add("time", "order", "a time after the bar before it");
  const body = [at("open"), at("close")];
  if (at("high") < Math.max(...body, at("low"))) add("high", "high-low", `at least ${Math.max(...body, at("low"))}`);
  if (at("low") > Math.min(...body)) add("low", "high-low", `at most ${Math.min(...body)}`);
  if (at("volume") < 0 || at("volume") === Number.POSITIVE_INFINITY) add("volume", "volume", "0 or more, or empty");
  return findings;
}
