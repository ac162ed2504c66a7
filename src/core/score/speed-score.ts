import type { Speed } from "../attempt.ts";

/** Times below this cannot be told from 0 by the clock, milliseconds. */
const leastMs = 0.001;
/** A reference must be faster than the starter by this much to be a yardstick; `tasks check` wants far more (5 times). */
const leastSpeedUp = 1.01;

/**
 * Speed-up of a program on the scale of its task: ln(starter/program)/ln(starter/reference), clipped to [−1, 1.5];
 * 0 as slow as the starter, 1 as fast as the reference. Times are CPU milliseconds, best of the repeats.
 * `speedScore(100, 10, 10).score` is 1, `speedScore(100, 10, 100).score` is 0.
 *
 * @throws RangeError for a time that is negative or not finite
 */
export function speedScore(starterMs: number, referenceMs: number, programMs: number): Speed {
  for (const ms of [starterMs, referenceMs, programMs]) {
    if (!(ms >= 0 && ms < Number.POSITIVE_INFINITY)) throw new RangeError(`speedScore wants times ≥ 0 ms, got ${ms}`);
  }
  const starter = Math.max(leastMs, starterMs);
  const yardstick = Math.log(Math.max(leastSpeedUp, starter / Math.max(leastMs, referenceMs)));
  const ratio = Math.log(starter / Math.max(leastMs, programMs)) / yardstick;
  return { starterMs, referenceMs, programMs, score: Math.min(1.5, Math.max(-1, ratio)) };
}
