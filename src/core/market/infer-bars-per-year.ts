const dayMs = 86_400_000;

/** The middle of the values (the upper one of two); NaN of none. Counted, not sorted: nearly all steps of a market are the same. */
function median(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let left = values.length >> 1;
  for (const value of [...counts.keys()].sort((x, y) => x - y)) {
    left -= counts.get(value) ?? 0;
    if (left < 0) return value;
  }
  return Number.NaN;
}

/** Sessions a year by the weekdays on which more than `least` of the bars open: Saturdays 365, Sundays `withSundays`, else 252. */
function sessionsPerYear(days: Float64Array, least: number, withSundays: number): number {
  let saturdays = 0;
  let sundays = 0;
  for (let t = 0; t < days.length; t++) {
    // 1 January 1970 was a Thursday; whole numbers divide ten times faster.
    const weekday = (((((days[t] as number) | 0) + 4) % 7) + 7) % 7;
    if (weekday === 6) saturdays += 1;
    if (weekday === 0) sundays += 1;
  }
  if (saturdays / days.length > least) return 365;
  return sundays / days.length > least ? withSundays : 252;
}

/** Number of bars of each day. */
function barsOfDays(days: Float64Array): Float64Array {
  // Bars nearly always stand in order: then nothing needs to be sorted.
  const sorted = isSorted(days) ? days : days.slice().sort();
  const counts: number[] = [];
  let count = 0;
  for (let t = 0; t < sorted.length; t++) {
    count += 1;
    if (sorted[t] === sorted[t + 1]) continue;
    counts.push(count);
    count = 0;
  }
  return Float64Array.from(counts);
}

function isSorted(days: Float64Array): boolean {
  for (let t = 1; t < days.length; t++) if ((days[t] as number) < (days[t - 1] as number)) return false;
  return true;
}

/**
 * Bars per year from the times of the bars alone, for the annualised metrics of a bare CSV. The rule, with s the median step:
 * s over 300 days → 1; over 60 → 4; over 20 → 12; over 4 → 52. A step of 20 hours to 4 days is daily: 365 where more than
 * 5 % of the bars open on a Saturday, 312 where they open on Sundays but not on Saturdays (currencies with a short Sunday
 * session), else 252. Below that: the median number of bars of a UTC day, times 365, 260 or 252 by the same
 * signs, 1 % being enough (a Sunday evening is two bars of a week of hours).
 * 252 with fewer than two bars.
 */
export function inferBarsPerYear(time: ArrayLike<number>): number {
  const days = new Float64Array(time.length);
  const steps = new Float64Array(Math.max(0, time.length - 1));
  for (let t = 0; t < days.length; t++) {
    days[t] = Math.floor((time[t] as number) / dayMs);
    if (t > 0) steps[t - 1] = (time[t] as number) - (time[t - 1] as number);
  }
  const step = median(steps) / dayMs;
  if (Number.isNaN(step)) return 252;
  if (step > 300) return 1;
  if (step > 60) return 4;
  if (step > 20) return 12;
  if (step > 4) return 52;
  if (step >= 20 / 24) return sessionsPerYear(days, 0.05, 312);
  return median(barsOfDays(days)) * sessionsPerYear(days, 0.01, 260);
}
