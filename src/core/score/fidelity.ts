import type { Fidelity } from "../attempt.ts";
import { inForce, type Positions, stopColumns } from "../positions.ts";

/** Largest difference of two targets, or of two stops, that still counts as equal. */
export const fidelityTolerance = 1e-9;

/** The positions of the reference and of a program on one path; `given` is null if the program failed there. */
export interface FidelityPath {
  readonly id: string;
  readonly wanted: Positions;
  readonly given: Positions | null;
}

/**
 * Whether a program does what the reference does, bar by bar, warm-up bars included. Compared are the targets in
 * force (forward-filled) and the stops in force (those of the bar whose target is), to 1e-9: NaN "keep" and the same
 * number again are one order book to the back-test, so they are equal here; so are a stop of NaN, one on a bar whose
 * target does not change, and none at all. The first difference is that of the first path that has one; `given` is
 * null there where the program gave nothing. No paths at all is not a pass.
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
  const wanted = inForce(path.wanted);
  if (path.given === null) return { path: path.id, bar: 0, wanted: wanted.target[0] ?? null, given: null };
  const given = inForce(path.given);
  const bars = Math.max(wanted.target.length, given.target.length);
  for (let bar = 0; bar < bars; bar++) {
    const w = wanted.target[bar];
    const g = given.target[bar];
    if (w === undefined || g === undefined || Math.abs(w - g) > fidelityTolerance) {
      return { path: path.id, bar, wanted: w ?? null, given: g ?? null };
    }
    for (const column of stopColumns) {
      const [w, g] = [numberAt(wanted[column], bar), numberAt(given[column], bar)];
      const equal = w === null || g === null ? w === g : Math.abs(w - g) <= fidelityTolerance;
      if (!equal) return { path: path.id, bar, column, wanted: w, given: g };
    }
  }
  return null;
}

/** The stop at a bar; null where there is none: the column is absent, or the stop is NaN or beyond every price. */
function numberAt(column: Float64Array | undefined, bar: number): number | null {
  const stop = column?.[bar] ?? Number.NaN;
  return Number.isFinite(stop) ? stop : null;
}
