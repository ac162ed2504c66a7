import { nearestName } from "../nearest-name.ts";
import { stopColumns } from "../positions.ts";

const known: Readonly<Record<"positions" | "options" | "costs", readonly string[]>> = {
  positions: ["target", ...stopColumns],
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
    throw new RangeError(`${kind} is ${String(given)}: wanted an object with ${names.slice(0, 2).join(", ")} …`);
  }
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const near = nearestName(
      name,
      names.filter((each) => !Object.hasOwn(given, each)),
    );
    if (near !== null) throw new RangeError(`${kind}: nothing is called ${name}: did you mean ${near}?`);
  }
}
