import { misspeltName } from "../misspelt-name.ts";
import { positionColumns } from "../positions.ts";

const known: Readonly<Record<"positions" | "options" | "costs", readonly string[]>> = {
  positions: positionColumns,
  options: ["initial", "costs", "rebalance"],
  costs: ["feeBps", "slippageBps", "minFee", "halfSpread", "borrowBps", "fundingBps"],
};

/**
 * Throws RangeError for positions, options or costs that are no object, and for a name that is nearly one of theirs
 * and that is not there itself (`stoploss`, `feeBp`): a slip of the hand would leave a stop or a cost out without a word. Other
 * names are let through.
 */
export function checkNames(kind: "positions" | "options" | "costs", given: unknown): void {
  const names = known[kind];
  if (typeof given !== "object" || given === null) {
    const alone = kind === "positions" ? ", or targets alone" : "";
    throw new RangeError(
      `${kind} is ${String(given)}: wanted an object with ${names.slice(0, 2).join(", ")} …${alone}`,
    );
  }
  const slip = misspeltName(Object.keys(given), names);
  if (slip !== null) throw new RangeError(`${kind}: nothing is called ${slip.name}: did you mean ${slip.meant}?`);
}
