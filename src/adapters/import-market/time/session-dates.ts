const dayMs = 86_400_000;
const eveningMs = 17 * 3_600_000;

/** Days of the exchange: midnight UTC of the date of each bar, and what was done to get there. */
export interface SessionDates {
  readonly time: Float64Array;
  /** True if bars from 17:00 on were given the next date. */
  readonly evening: boolean;
}

/**
 * The trading date of bars of a day or more from the time of day they are stamped with. A bar that begins at 17:00 or later may
 * be the session of the next date (currencies open at 17:00 in New York, futures at 17:00 in Chicago, Sydney at 23:00 UTC), or
 * stamped at its close: the next date is taken where that all but clears the weekends of bars.
 */
export function sessionDates(wall: Float64Array): SessionDates {
  const plain = wall.map((time) => Math.floor(time / dayMs) * dayMs);
  const shifted = wall.map((time) => Math.floor((time + dayMs - eveningMs) / dayMs) * dayMs);
  const evening = 4 * weekendBars(shifted) < weekendBars(plain);
  return { time: evening ? shifted : plain, evening };
}

function weekendBars(dates: Float64Array): number {
  let count = 0;
  for (const date of dates) {
    const day = (date / dayMs + 4) % 7;
    if (day === 0 || day === 6) count += 1;
  }
  return count;
}
