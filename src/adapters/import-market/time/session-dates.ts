const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Days of the exchange: midnight UTC of the date of each bar, and what was done to get there. */
export interface SessionDates {
  readonly time: Float64Array;
  /** Hour from which bars were given the next date; null where none were. */
  readonly evening: number | null;
}

/**
 * The trading date of bars of a day or more from the time of day they are stamped with. A bar that begins at 17:00 or later may
 * be the session of the next date (currencies open at 17:00 in New York, futures at 17:00 in Chicago, Sydney at 23:00 UTC), or
 * stamped at its close; one of a file whose bars all begin at 10:00 or later may be stamped with the midnight of a zone east of
 * Greenwich (Tokyo's is 15:00 UTC). The next date is taken where that all but clears the weekends of bars.
 */
export function sessionDates(wall: Float64Array): SessionDates {
  const plain = wall.map((time) => Math.floor(time / dayMs) * dayMs);
  const earliest = wall.reduce(
    (least, time, t) => Math.min(least, time - (plain[t] as number)),
    Number.POSITIVE_INFINITY,
  );
  const evening = earliest >= 10 * hourMs && earliest < 17 * hourMs ? 10 : 17;
  const shifted = wall.map((time) => Math.floor((time + dayMs - evening * hourMs) / dayMs) * dayMs);
  return 4 * weekendBars(shifted) < weekendBars(plain) ? { time: shifted, evening } : { time: plain, evening: null };
}

function weekendBars(dates: Float64Array): number {
  let count = 0;
  for (const date of dates) {
    const day = (date / dayMs + 4) % 7;
    if (day === 0 || day === 6) count += 1;
  }
  return count;
}
