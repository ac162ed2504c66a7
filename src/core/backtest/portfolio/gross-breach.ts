import { forwardFill, type PositionsInput } from "../../positions.ts";

/** What rounding may add to a gross of 1. */
const tolerance = 1e-9;

/**
 * The first bar at which the sizes of all targets, forward-filled, add up to more than 1 (beyond rounding, 1e-9), with
 * the sum; null if none does. Longs and shorts both count as positive.
 */
export function grossBreach(
  positions: readonly PositionsInput[],
): { readonly bar: number; readonly gross: number } | null {
  const targets = positions.map(({ target }) => forwardFill(target));
  const n = targets[0]?.length ?? 0;
  for (let bar = 0; bar < n; bar++) {
    let gross = 0;
    for (const target of targets) gross += Math.abs(target[bar] as number);
    if (gross > 1 + tolerance) return { bar, gross };
  }
  return null;
}
