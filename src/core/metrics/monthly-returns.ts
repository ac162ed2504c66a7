import { calendarReturns } from "./calendar-returns.ts";
import { yearlyReturns } from "./yearly-returns.ts";

/** One year of the table of monthly returns. */
export interface MonthlyReturns {
  readonly year: number;
  /** January to December: fraction ≥ −1; null for a month without returns. */
  readonly months: readonly (number | null)[];
  /** The whole year, compounded; null for a year without returns. */
  readonly total: number | null;
}

/**
 * The table of monthly returns of equity [n]: a row a year of the UTC calendar, oldest first, none left out, twelve months a row. A
 * return belongs to the month in which its bar opens; a month without bars is null, and what equity did across the gap
 * belongs to the month after it, so all months compound to the total return. No rows under 2 bars. Equals
 * empyrical's `aggregate_returns(…, "monthly")`; quantstats' table puts 0 for null.
 *
 * @param time [n] Opening times of the bars, milliseconds UTC, rising; RangeError for another length than equity's.
 * @example
 * import { metrics } from "walkforward";
 * const time = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-04-01"].map((day) => Date.parse(day));
 * const [row] = metrics.monthlyReturns(time, [100, 110, 121, 60.5]);
 * console.log(row?.months.slice(0, 4), row?.total); // [ null, 0.21, null, -0.5 ] -0.395
 */
export function monthlyReturns(time: ArrayLike<number>, equity: ArrayLike<number>): readonly MonthlyReturns[] {
  const rows = yearlyReturns(time, equity).map((row) => ({
    year: row.year,
    months: new Array<number | null>(12).fill(null),
    total: row.return,
  }));
  const first = rows[0]?.year ?? 0;
  for (const period of calendarReturns(time, equity, 1)) {
    const row = rows[period.year - first];
    if (row !== undefined) row.months[period.month] = period.return;
  }
  return rows;
}
