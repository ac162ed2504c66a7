import type { MarketPower } from "./market-power.ts";
import type { Separation } from "./separate-returns.ts";

/**
 * The power of a market in three lines, or four with the separation of strategies: what its bars are worth, what they tell,
 * what a difference takes, and how many pairs of the baselines they tell apart.
 */
export function powerLines(power: MarketPower, separation: Separation | null = null): string[] {
  if (power.effectiveReturns === null) return ["power: none, the price never moves"];
  // As in `marketPower`: returns that undo each other make no strategy's returns more than they are.
  const most = power.bars - 1;
  const count = (effective: number): string => whole(Math.min(effective, most));
  const squares = power.effectiveSquares === null ? "" : `, for its volatility as ${count(power.effectiveSquares)}`;
  const lines = [
    `power: ${whole(power.bars)} bars, ${years(power.years)}; its returns count as ${count(power.effectiveReturns)} independent ones${squares}`,
    toldLine(power),
    `  a difference of 1.0 takes ${taken(power, 1)}, one of 0.5 ${taken(power, 0.5)}`,
  ];
  if (separation !== null) {
    const { significant, pairs } = separation;
    lines.push(`  baselines: ${significant} of ${pairs.length} pairs told apart by their returns (HAC, Holm at 5 %)`);
  }
  return lines;
}

function toldLine(power: MarketPower): string {
  const [alone, alike] = [told(power, 0), told(power, 0.5)];
  if (alone === null || alike === null) return "  too short to tell any two strategies apart";
  return `  tells a Sharpe difference of ${alone} (${alike} where returns correlate at 0.5): 80 % power, 5 % two-sided`;
}

function told(power: MarketPower, correlation: number): string | null {
  return power.detectable.find((row) => row.correlation === correlation)?.difference?.toFixed(2) ?? null;
}

function taken(power: MarketPower, difference: number): string {
  const row = (correlation: number): MarketPower["needed"][number] | undefined =>
    power.needed.find((one) => one.difference === difference && one.correlation === correlation);
  const [alone, alike] = [row(0), row(0.5)];
  if (alone === undefined || alike === undefined) return "–";
  return `${years(alone.years)} (${years(alike.years)} at 0.5)`;
}

/** A length of time: days below a year. */
function years(value: number): string {
  if (value < 0.95) return `${Math.round(value * 365)} days`;
  const text = value < 10 ? value.toFixed(1) : whole(value);
  return `${text} year${text === "1.0" ? "" : "s"}`;
}

/** A whole number with commas every three digits. */
function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
