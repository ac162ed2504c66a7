import { formatNumber } from "../format.ts";

/** The part of an axis that is shown, and the distance of its labels. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Shares of equity: the half that is used, to 1 or beyond where a position has outgrown that. */
export function shareRange(shares: ArrayLike<number>): AxisRange {
  const { low, high } = extent(shares);
  const min = low < -1e-9 ? -reach(-low) : 0;
  const max = high > 1e-9 || min === 0 ? reach(high) : 0;
  return { min, max, interval: Math.max(1, Math.floor(-min), Math.floor(max)) };
}

/** A little more than 1 is shown as it is; much more up to a whole number. */
function reach(share: number): number {
  return share > 1.25 ? Math.ceil(share) : Math.max(1, share);
}

/** Lowest and highest value, 0 among them. */
export function extent(values: ArrayLike<number>): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** A label of a share; ends of an axis that are no whole numbers have none. */
export function shareLabel(share: number): string {
  return Number.isInteger(share) ? formatNumber(share, 0) : "";
}

/** The labels of a range: 0 and every `interval` from it that lies inside, and both ends. */
export function ticksOf({ min, max, interval }: AxisRange): readonly number[] {
  const ticks = [];
  for (let i = Math.ceil(min / interval); i * interval <= max + 1e-9; i++) ticks.push(i * interval);
  return ticks;
}

/**
 * The axis of values relative to their start: logarithmic (by doublings) where the range is wider than fourfold and nothing
 * is lost whole; linear otherwise. All columns share it.
 */
export function ratioAxis(
  ...columns: readonly ArrayLike<number>[]
):
  | { readonly kind: "linear" }
  | { readonly kind: "log"; readonly domain: readonly [number, number]; readonly ticks: readonly number[] } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of columns) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low <= 0 || high / low <= 4) return { kind: "linear" };
  const [from, to] = [Math.floor(Math.log2(low)), Math.ceil(Math.log2(high))];
  const step = Math.max(1, Math.ceil((to - from) / 6));
  const ticks = [];
  for (let power = from; power <= to; power += step) ticks.push(2 ** power);
  return { kind: "log", domain: [2 ** from, 2 ** to], ticks };
}

/** 1.2, −0.125, 16: no more digits than it has. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

/** Prices relative to the first that is known. */
export function relative(close: ArrayLike<number>): number[] {
  const prices = Array.from(close);
  const start = prices.find((price) => !Number.isNaN(price)) ?? 1;
  return prices.map((value) => value / start);
}
