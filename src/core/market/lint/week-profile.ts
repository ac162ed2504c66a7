import { zoneOffset } from "../calendars/zone-offset.ts";
import type { MarketView } from "./market-view.ts";

const weekMs = 604_800_000;

/** Which places of the week hold bars, on the market's clock: learnt from the bars. */
export interface WeekProfile {
  /** Milliseconds of a slot: the step between bars. */
  readonly slotMs: number;
  /** Expected slots of a week before each slot: slots filled in at least half of the weeks; one longer than the week has slots. */
  readonly before: Int32Array;
  /** Weeks since 1970-01-01 of each bar on the market's clock, times the slots of a week, plus its slot. */
  readonly place: Float64Array;
}

/** The profile of intraday bars; undefined of fewer than four weeks, and where the step does not divide the week. */
export function weekProfile(view: MarketView): WeekProfile | undefined {
  const { time, length, stepMs } = view;
  const span = length > 1 ? (time[length - 1] as number) - (time[0] as number) : 0;
  const slots = weekMs / stepMs;
  if (view.daily || span < 4 * weekMs || !Number.isInteger(slots)) return undefined;
  const zone = view.session === "week" ? "America/New_York" : view.facts.timezone;
  const offset = view.session === "always" ? undefined : zoneOffset(zone);
  const place = new Float64Array(length);
  const filled = new Int32Array(slots);
  let last = Number.NaN;
  for (let t = 0; t < length; t++) {
    const at = time[t] as number;
    const slot = Math.floor((at + (offset?.(at) ?? 0)) / stepMs);
    place[t] = slot;
    if (slot !== last) filled[slot % slots] = (filled[slot % slots] as number) + 1;
    last = slot;
  }
  const weeks = span / weekMs;
  const before = new Int32Array(slots + 1);
  for (let s = 0; s < slots; s++) before[s + 1] = (before[s] as number) + ((filled[s] as number) * 2 >= weeks ? 1 : 0);
  return { slotMs: stepMs, before, place };
}

/** Expected slots strictly between two places of a profile. */
export function expectedBetween({ before }: WeekProfile, from: number, to: number): number {
  const slots = before.length - 1;
  const all = before[slots] as number;
  const upTo = (place: number): number =>
    Math.floor(place / slots) * all + (before[((place % slots) + slots) % slots] as number);
  return Math.max(0, upTo(to) - upTo(from + 1));
}
