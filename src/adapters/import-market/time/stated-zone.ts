import type { Sample } from "../text/sample.ts";
import { knownZone } from "./zone-clock.ts";

/**
 * The zone that a file's own words state for its times: `UTC` or `GMT` in the name of their column, or such a word or an IANA
 * name beside "time" or "tz" in a line before the header. Undefined where none is stated.
 */
export function statedZone(sample: Sample, timeColumn: string): string | undefined {
  if (/\b(utc|gmt)\b/i.test(timeColumn.replaceAll("_", " "))) return "UTC";
  const lines = sample.preamble.filter((line) => /time|zone|\btz\b/i.test(line));
  const name = lines.flatMap((line) => /\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b/.exec(line)?.[0] ?? [])[0];
  if (name !== undefined && isZone(name)) return knownZone(name);
  return lines.some((line) => /\b(UTC|GMT)\b(?!\s*[+-]\d)/.test(line)) ? "UTC" : undefined;
}

function isZone(name: string): boolean {
  try {
    return knownZone(name) !== "";
  } catch {
    return false;
  }
}
