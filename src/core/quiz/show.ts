import { formatFixed } from "./unit.ts";

/**
 * A number in full, without trailing zeros; thousands separators from 10,000 on, so that lists of prices stay readable:
 * `num(1250000.5)` is `1,250,000.5`, `num(4805.5)` is `4805.5`.
 */
export function num(value: number): string {
  const rounded = Number(value.toFixed(8));
  const decimals = /\.(\d+)$/.exec(String(rounded))?.[1]?.length ?? 0;
  return Math.abs(rounded) < 10_000 ? String(rounded) : formatFixed(rounded, decimals);
}

/** A fraction as percent, in full: `pct(0.0125)` is `1.25%`. */
export function pct(fraction: number): string {
  return `${num(fraction * 100)}%`;
}

/** A fraction as percent with its sign, for lists of returns: `signedPct(0.01)` is `+1%`. */
export function signedPct(fraction: number): string {
  return fraction > 0 ? `+${pct(fraction)}` : pct(fraction);
}

/** Values one after another: `list([1, 2.5], num)` is `1, 2.5`. */
export function list(values: readonly number[], show: (value: number) => string): string {
  return values.map(show).join(", ");
}

/** The number, or NaN where a formula is not defined: such a draw is refused. */
export function orNaN(value: number | null): number {
  return value ?? Number.NaN;
}

/** Sum of a list; 0 for none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The growth of one unit of capital: [n + 1] values from 1, one a return. */
export function grow(returns: readonly number[]): readonly number[] {
  const path = [1];
  for (const r of returns) path.push((path[path.length - 1] as number) * (1 + r));
  return path;
}
