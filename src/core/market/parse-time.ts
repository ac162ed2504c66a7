const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/** Minutes east of UTC of `Z`, `+05:30` or `-0400`; NaN where out of range. */
function offsetMinutes(offset: string | undefined): number {
  if (offset === undefined || offset === "Z" || offset === "z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * A time of a CSV as milliseconds UTC: an ISO date, an ISO date and time (without an offset it is UTC), or epoch seconds
 * (1e8 … 1e11) or milliseconds (from 1e11). NaN for anything else, dates that do not exist among them.
 * `parseTime("2020-02-03 14:30")` is `1580740200000`.
 */
export function parseTime(text: string): number {
  const match = isoPattern.exec(text);
  if (match === null) return parseEpoch(text);
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", offset] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const exists = new Date(midnight).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  if (!exists || h > 23 || m > 59 || s > 59) return Number.NaN;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  return midnight + ((h * 60 + m - offsetMinutes(offset)) * 60 + s) * 1000 + milliseconds;
}

/** Epoch seconds or milliseconds; smaller numbers (20200103, 43831) are other people's notations and are refused. */
function parseEpoch(text: string): number {
  if (!/^\d{9,14}(\.\d+)?$/.test(text)) return Number.NaN;
  const value = Number(text);
  return Math.round(value >= 1e11 ? value : value * 1000);
}
