import { type Bars, sliceBars } from "../bars.ts";
import type { Probe } from "../job.ts";
import { createRandom } from "../random.ts";
import { mirrorFuture, moveTimes, walkFuture } from "./scramble.ts";

/**
 * The bars that a probe hands to a program; `bars` itself is never changed.
 *
 * `truncate` keeps bars 0 … `bar`. `scramble` keeps the length and bars 0 … `bar`, and replaces every later
 * bar by a valid one that differs from it: three draws in four mirror the true future about the close of the cut, so
 * that whatever rose falls (a program that looks at the sign of any later move must answer otherwise), one in four is a
 * fresh random walk. Both shrink moves to 0.35 … 0.7 or stretch them to 1.5 … 2.5, so that the size of any later move
 * differs as well. Two draws in three move the later times too (see moveTimes).
 *
 * Throws RangeError if `probe.bar` is not a bar of `bars`.
 */
export function probeBars(bars: Bars, probe: Probe): Bars {
  const { bar } = probe;
  if (!Number.isInteger(bar) || bar < 0 || bar >= bars.length) {
    throw new RangeError(`Probe at bar ${bar}: wanted a whole number from 0 to ${bars.length - 1}.`);
  }
  const known = sliceBars(bars, 0, probe.kind === "truncate" ? bar + 1 : bars.length);
  if (probe.kind === "truncate" || bar === bars.length - 1) return known;
  const random = createRandom(probe.seed);
  const stretch = random.next() < 0.5 ? 0.35 + 0.35 * random.next() : 1.5 + random.next();
  if (random.next() < 0.75) mirrorFuture(known, bar, stretch, random);
  else walkFuture(known, bar, stretch, random);
  moveTimes(known.time, bar, random);
  return known;
}
