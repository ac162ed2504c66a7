/** Milliseconds of a day. */
export const dayMs: number = 86_400_000;

/** `2024-03-09` of a time, milliseconds UTC. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `2024-03` of a time, milliseconds UTC. */
export function isoMonth(time: number): string {
  return isoDay(time).slice(0, 7);
}

/** Midnight UTC of `2024-03-09`; NaN for anything else, days that no calendar has among them. */
export function parseDay(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === text ? time : Number.NaN;
}

/** First days of the months from that of `from` to that of `to`, in order. */
export function monthsBetween(from: number, to: number): readonly number[] {
  const months: number[] = [];
  const first = new Date(from);
  for (let i = 0; ; i++) {
    const month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + i, 1);
    if (month > to) return months;
    months.push(month);
  }
}

/** The days from `from` to `to`, both inclusive, in order. */
export function daysBetween(from: number, to: number): readonly number[] {
  const days: number[] = [];
  for (let day = from; day <= to; day += dayMs) days.push(day);
  return days;
}
