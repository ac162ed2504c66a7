import type { RawBars } from "../../raw-bars.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { isUsable } from "../sorted-rows.ts";
import { counted, numberText, timeText } from "../text.ts";

const rounding: RuleOfLint = {
  id: "high-low-rounding",
  level: "warning",
  meaning: "High or low misses open or close by no more than the rounding of the file.",
  advice: "--repair widens high and low to hold open and close.",
  repair: "safe",
};

const gross: RuleOfLint = {
  id: "high-low",
  level: "error",
  meaning:
    "High lies below open, close or low, or low above open or close, by more than rounding: one of the four is false.",
  advice: "Compare the days with another vendor. --repair-also high-low widens high and low to hold all four.",
  repair: "on request",
};

/** A rounding error is at most one tick, or 10⁻⁵ of the price where adjusted prices carry the noise of binary fractions. */
const noise = 1e-5;

/** By how much high and low miss the bar's prices; 0 where the rule is kept, NaN where prices are missing. */
export function highLowMiss(raw: RawBars, i: number): number {
  const open = raw.open[i] as number;
  const high = raw.high[i] as number;
  const low = raw.low[i] as number;
  const close = raw.close[i] as number;
  return Math.max(0, Math.max(open, close, low) - high, low - Math.min(open, close));
}

/** True if a miss is no more than rounding. */
export function isRounding(miss: number, price: number, tick: number): boolean {
  return miss <= Math.max(tick * 1.000001, noise * price);
}

function worst(raw: RawBars, rows: readonly number[]): string {
  const row = rows.reduce((best, i) => (highLowMiss(raw, i) > highLowMiss(raw, best) ? i : best));
  const cell = (name: "open" | "high" | "low" | "close"): string => `${name} ${numberText(raw[name][row] as number)}`;
  const bar = `${cell("open")}, ${cell("high")}, ${cell("low")}, ${cell("close")}`;
  return `worst by ${numberText(highLowMiss(raw, row))} on ${timeText(raw.time[row] as number)} (${bar})`;
}

/** high ≥ open, close, low and low ≤ open, close. */
export const highLowCheck: LintCheck = {
  rules: [rounding, gross],
  check({ raw, tick }) {
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < raw.length; i++) {
      const miss = highLowMiss(raw, i);
      if (!(miss > 0) || !isUsable(raw, i)) continue;
      (isRounding(miss, raw.close[i] as number, tick) ? small : large).push(i);
    }
    const found = (rows: readonly number[]): string => `${counted(rows.length, "bar")}, ${worst(raw, rows)}`;
    return [
      ...(large.length > 0 ? [finding(raw, gross, { rows: large, found: found(large) })] : []),
      ...(small.length > 0 ? [finding(raw, rounding, { rows: small, found: found(small) })] : []),
    ];
  },
};
