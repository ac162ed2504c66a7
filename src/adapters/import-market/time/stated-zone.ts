import type { Sample } from "../text/sample.ts";
import { knownZone } from "./zone-clock.ts";

/** A zone that a file's own words state for its times, or the question that they leave open; undefined where they say nothing. */
export type StatedZone = { readonly zone: string } | { readonly question: string } | undefined;

/** Short names of one meaning; those of Europe as zones that keep daylight saving, which is how the words are used. */
const zones: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
  WET: "WET",
  CET: "CET",
  MET: "MET",
  EET: "EET",
  MSK: "Europe/Moscow",
  SGT: "Asia/Singapore",
  HKT: "Asia/Hong_Kong",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
};

/** Short names that may mean one offset all the year round or a clock that changes twice a year, or several countries. */
const several: Readonly<Record<string, string>> = {
  EST: "America/New_York (with daylight saving) or -05:00 (without)",
  EDT: "America/New_York (with daylight saving) or -04:00 (without)",
  CST: "America/Chicago (with daylight saving), -06:00 (without) or Asia/Shanghai",
  CDT: "America/Chicago (with daylight saving) or -05:00 (without)",
  MST: "America/Denver (with daylight saving) or -07:00 (without)",
  MDT: "America/Denver (with daylight saving) or -06:00 (without)",
  PST: "America/Los_Angeles (with daylight saving) or -08:00 (without)",
  PDT: "America/Los_Angeles (with daylight saving) or -07:00 (without)",
  BST: "Europe/London (with daylight saving) or +01:00 (without)",
  CEST: "Europe/Berlin (with daylight saving) or +02:00 (without)",
  EEST: "Europe/Athens (with daylight saving) or +03:00 (without)",
  IST: "Asia/Kolkata, Asia/Jerusalem or Europe/Dublin",
  AEST: "Australia/Sydney (with daylight saving) or +10:00 (without)",
  AEDT: "Australia/Sydney (with daylight saving) or +11:00 (without)",
};

/**
 * The zone that a file's own words state for its times, in the name of their column (`Time (EET)`, `datetime_utc`,
 * `Time (GMT+2)`) or in a line before the header (`Timezone: Asia/Tokyo`). A word of several meanings, such as EST, leaves a
 * question. A line with a moment of its own, such as that of the download, says nothing of the bars.
 */
export function statedZone(sample: Sample, timeColumn: string): StatedZone {
  const inColumn = zoneIn(timeColumn, true);
  if (inColumn !== undefined) return inColumn;
  for (const line of sample.preamble) {
    const isZone = /time\s*-?zone|\btz\b|\btimes? (?:is|are|in)\b/i.test(line);
    if (!isZone && (!/time/i.test(line) || /\d:\d{2}/.test(line))) continue;
    const found = zoneIn(line, isZone);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The zone that a text names; short names other than UTC and GMT count where `short` is set. */
function zoneIn(text: string, short: boolean): StatedZone {
  const words = text.replace(/_(?=utc|gmt)|(?<=utc|gmt)_/gi, " ");
  const name = /\b[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]*[A-Za-z0-9])+/.exec(words)?.[0];
  if (name !== undefined && isZone(name)) return { zone: knownZone(name) };
  const offset = /(?:\b(?:utc|gmt)\s*|[([]\s*)([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)/i.exec(words);
  if (offset !== null) {
    const [, sign, hours = "", minutes = "00"] = offset;
    const clock = `${hours.padStart(2, "0")}:${minutes}`;
    return { zone: clock === "00:00" ? "UTC" : knownZone(`${sign === "+" ? "+" : "-"}${clock}`) };
  }
  if (/\b(?:utc|gmt)\b/i.test(words)) return { zone: "UTC" };
  return short ? shortZone(words) : undefined;
}

function shortZone(text: string): StatedZone {
  if (/\beastern\b|\bnew[ _]york\b/i.test(text)) return { zone: "America/New_York" };
  for (const word of text.split(/[^A-Za-z]+/)) {
    const zone = zones[word];
    if (zone !== undefined) return { zone };
    const meanings = several[word];
    if (meanings !== undefined) {
      return { question: `the times are said to be ${word}: say with --timezone whether that is ${meanings}` };
    }
  }
  return undefined;
}

function isZone(name: string): boolean {
  try {
    return knownZone(name) !== "";
  } catch {
    return false;
  }
}
