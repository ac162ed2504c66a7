/** Milliseconds from 1970 to midnight of a date; NaN for a date that does not exist, or no market was open on. */
export function dateMs(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1500 || year > 2199) return Number.NaN;
  const ms = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(ms).getUTCDate() === day ? ms : Number.NaN;
}
