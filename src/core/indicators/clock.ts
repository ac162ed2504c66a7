/** Milliseconds of an hour. */
export const hourMs = 3_600_000;

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** How many whole periods of `ms` lie between `anchor` and a time, both in milliseconds; below 0 before the anchor. */
export function periodOf(time: number, ms: number, anchor: number): number {
  return Math.floor((time - anchor) / ms);
}
