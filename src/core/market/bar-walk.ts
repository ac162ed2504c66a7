import type { Random } from "../random.ts";
import { studentScale } from "./shock-process.ts";

/** Steps of the walk inside a bar that its high and low are taken from. */
export const innerSteps = 32;

/** A bar from its open on: log price at its end, its highest and its lowest (0 is the open). */
export interface Walk {
  readonly end: number;
  readonly high: number;
  readonly low: number;
}

/**
 * The log prices after each of the 32 steps of a bar, from 0 at its open: normal steps whose common scale makes the bar's
 * return Student-t, so that a bar with a long body has a long range too (the mixture of Clark, 1973).
 */
export function drawPath(path: Float64Array, drift: number, sigma: number, degrees: number, random: Random): void {
  const stepSigma = (sigma * studentScale(degrees, random)) / Math.sqrt(innerSteps);
  let at = 0;
  for (let i = 0; i < innerSteps; i++) {
    at += drift / innerSteps + stepSigma * random.normal();
    path[i] = at;
  }
}

/**
 * What a path comes to. High and low are moved away from open and close by `wickFactor`: a walk seen at 32 moments reaches less
 * far than one seen always (Garman and Klass, 1980), and real bars reach farther than both.
 */
export function walkOf(path: Float64Array, wickFactor: number): Walk {
  let high = 0;
  let low = 0;
  for (let i = 0; i < innerSteps; i++) {
    const at = path[i] as number;
    if (at > high) high = at;
    if (at < low) low = at;
  }
  const end = path[innerSteps - 1] as number;
  const [top, bottom] = end > 0 ? [end, 0] : [0, end];
  return { end, high: top + (high - top) * wickFactor, low: bottom + (low - bottom) * wickFactor };
}
