const dayMs = 86_400_000;

/** The middle of the values (the upper one of two); NaN of none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Sessions a year by the weekdays on which more than `least` of the bars open: Saturdays 365, Sundays `withSundays`, else 252. */
function sessionsPerYear(weekdays: readonly number[], least: number, withSundays: number): number {
  const share = (day: number): number => weekdays.filter((weekday) => weekday === day).length / weekdays.length;
  if (share(6) > least) return 365;
  return share(0) > least ? withSundays : 252;
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
  const times = Array.from(time);
  const steps = times.slice(1).map((t, i) => t - (times[i] as number));
  const step = median(steps) / dayMs;
  if (Number.isNaN(step)) return 252;
  if (step > 300) return 1;
  if (step > 60) return 4;
  if (step > 20) return 12;
  if (step > 4) return 52;
  const weekdays = times.map((t) => new Date(t).getUTCDay());
  if (step >= 20 / 24) return sessionsPerYear(weekdays, 0.05, 312);
  const perDay = new Map<number, number>();
  for (const t of times) perDay.set(Math.floor(t / dayMs), (perDay.get(Math.floor(t / dayMs)) ?? 0) + 1);
  return median([...perDay.values()]) * sessionsPerYear(weekdays, 0.01, 260);
}
