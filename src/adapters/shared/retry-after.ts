/**
 * Milliseconds that a Retry-After header asks for: seconds or an HTTP date; 0 for a date that is past.
 *
 * @param nowEpochMs the time now, against which a date is counted
 * @returns null if it is absent or cannot be read
 */
export function retryAfterMs(header: string | null | undefined, nowEpochMs: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // Date.parse takes "-5" for a year.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowEpochMs);
}
