import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** The error for a name that does not exist: what there is, and the nearest of it. `kind` is what was named. */
export function unknownName(kind: string, given: string, known: readonly string[]): UserError {
  const near = nearestName(given, known);
  const guess = near === null ? "" : ` Did you mean "${near}"?`;
  const list = known.length === 0 ? "There is none." : `There are: ${known.join(", ")}.`;
  return new UserError(`Unknown ${kind} "${given}".${guess} ${list}`);
}
