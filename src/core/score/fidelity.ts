import type { Fidelity } from "../attempt.ts";
import { forwardFill, type Positions } from "../positions.ts";

/** Largest difference of two targets that still counts as equal. */
export const fidelityTolerance = 1e-9;

/** The targets of the reference and of a program on one path; `given` is null if the program failed there. */
export interface FidelityPath {
  readonly id: string;
  readonly wanted: Positions;
  readonly given: Positions | null;
}

/**
 * Whether a program does what the reference does, bar by bar, warm-up bars included. Compared are the targets in
 * force (forward-filled), to 1e-9: NaN "keep" and the same number again are one order book to the back-test, so they
 * are equal here. The first difference is that of the first path that has one; `given` is null there where the
 * program gave nothing. No paths at all is not a pass.
 */
export function fidelity(paths: readonly FidelityPath[]): Fidelity {
  let pathsEqual = 0;
  let firstDifference: Fidelity["firstDifference"] = null;
  for (const path of paths) {
    const difference = differenceOn(path);
    if (difference === null) pathsEqual++;
    else firstDifference ??= difference;
  }
  return { pass: paths.length > 0 && pathsEqual === paths.length, pathsEqual, paths: paths.length, firstDifference };
}

function differenceOn(path: FidelityPath): Fidelity["firstDifference"] {
  const wanted = forwardFill(path.wanted.target);
  if (path.given === null) return { path: path.id, bar: 0, wanted: wanted[0] ?? null, given: null };
  const given = forwardFill(path.given.target);
  const bars = Math.max(wanted.length, given.length);
  for (let bar = 0; bar < bars; bar++) {
    const w = wanted[bar];
    const g = given[bar];
    if (w === undefined || g === undefined || Math.abs(w - g) > fidelityTolerance) {
      return { path: path.id, bar, wanted: w ?? null, given: g ?? null };
    }
  }
  return null;
}
