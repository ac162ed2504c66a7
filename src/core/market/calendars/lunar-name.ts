/** A calendar of the moon after which exchanges keep holidays. The Hindu one has no name of its own: its months follow the Chinese. */
export type LunarCalendar = "chinese" | "islamic" | "hindu";

/** The calendars of the moon by zone of an exchange; UTC stands for a zone that is not known. */
export const lunarCalendars: Readonly<Record<string, readonly LunarCalendar[]>> = {
  UTC: ["chinese"],
  "Asia/Shanghai": ["chinese"],
  "Asia/Hong_Kong": ["chinese"],
  "Asia/Taipei": ["chinese"],
  "Asia/Seoul": ["chinese"],
  "Asia/Ho_Chi_Minh": ["chinese"],
  "Asia/Singapore": ["chinese", "islamic", "hindu"],
  "Asia/Kuala_Lumpur": ["chinese", "islamic", "hindu"],
  "Asia/Kolkata": ["hindu", "islamic"],
  "Asia/Jakarta": ["islamic", "chinese"],
  "Asia/Karachi": ["islamic"],
  "Asia/Dhaka": ["islamic"],
  "Asia/Dubai": ["islamic"],
  "Asia/Riyadh": ["islamic"],
  "Asia/Qatar": ["islamic"],
  "Asia/Kuwait": ["islamic"],
  "Africa/Cairo": ["islamic"],
  "Europe/Istanbul": ["islamic"],
};

/** Names by day: the engine takes a tenth of a millisecond for a date of the Chinese calendar. */
const known: Readonly<Record<"chinese" | "islamic", Map<number, string>>> = { chinese: new Map(), islamic: new Map() };

/** Month and day of a day, milliseconds UTC of its midnight, in a calendar of the moon. Source: the engine's Intl, after ICU. */
export function lunarName(calendar: LunarCalendar): (day: number) => string {
  const kind = calendar === "islamic" ? "islamic" : "chinese";
  const names = known[kind];
  const locale = `en-u-ca-${kind === "islamic" ? "islamic-umalqura" : "chinese"}`;
  const format = new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric", timeZone: "UTC" });
  return (day) => {
    const name = names.get(day) ?? format.format(day);
    names.set(day, name);
    return name;
  };
}
