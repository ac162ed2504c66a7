import { finite } from "./finite.ts";

/** Growth of equity over one period of the calendar. */
export interface PeriodReturn {
  /** Of UTC. */
  readonly year: number;
  /** First month of the period, 0 (January) … 11, of UTC. */
  readonly month: number;
  /** Fraction ≥ −1; null where it is too large for a number. */
  readonly return: number | null;
}

/**
 * Returns of equity [n] by periods of `months` (1 or 12) of the UTC calendar, oldest first. A return belongs to the period in
 * which its bar opens (`time`, [n], milliseconds UTC, rising), and is measured from the last equity before the period, so
 * they compound to the total return. The starting bar has no return and makes no period; neither does a month
 * without bars: what equity did across the gap belongs to the month after it. After ruin a period returns 0.
 */
export function calendarReturns(
  time: ArrayLike<number>,
  equity: ArrayLike<number>,
  months: 1 | 12,
): readonly PeriodReturn[] {
  if (time.length !== equity.length) {
    throw new RangeError(`time has ${time.length} values, equity ${equity.length}: they must be of equal length`);
  }
  const periods: PeriodReturn[] = [];
  let t = 1;
  while (t < time.length) {
    const opens = new Date(time[t] as number);
    const year = opens.getUTCFullYear();
    const month = months === 1 ? opens.getUTCMonth() : 0;
    const end = Date.UTC(year, month + months, 1);
    const before = equity[t - 1] as number;
    do t++;
    while (t < time.length && (time[t] as number) < end);
    const growth = before === 0 ? 0 : ((equity[t - 1] as number) - before) / before;
    periods.push({ year, month, return: finite(growth) });
  }
  return periods;
}
