import { calendarReturns } from "./calendar-returns.ts";

/** Growth of equity over one year of the UTC calendar. */
export interface YearlyReturn {
  readonly year: number;
  /** Fraction ≥ −1; null for a year without returns. */
  readonly return: number | null;
}

/**
 * Returns of equity [n] by years of the UTC calendar, oldest first, none left out. A return belongs to the year in which its
 * bar opens; a year without bars is null, and what equity did across the gap belongs to the year after it, so all
 * compound to the total return. Years cut short by the ends of the data are not annualised. No rows under 2 bars. Equals
 * empyrical's `aggregate_returns(…, "yearly")`.
 *
 * @param time [n] Opening times of the bars, milliseconds UTC, rising; RangeError for another length than equity's.
 * @example
 * import { metrics } from "walkforward";
 * const time = ["2022-12-30", "2023-12-29", "2025-01-02"].map((day) => Date.parse(day));
 * console.log(metrics.yearlyReturns(time, [100, 125, 100]).map((row) => [row.year, row.return])); // [ [ 2023, 0.25 ], [ 2024, null ], [ 2025, -0.2 ] ]
 */
export function yearlyReturns(time: ArrayLike<number>, equity: ArrayLike<number>): readonly YearlyReturn[] {
  const rows: YearlyReturn[] = [];
  for (const period of calendarReturns(time, equity, 12)) {
    const last = rows.at(-1)?.year ?? period.year - 1;
    for (let year = last + 1; year < period.year; year++) rows.push({ year, return: null });
    rows.push({ year: period.year, return: period.return });
  }
  return rows;
}
