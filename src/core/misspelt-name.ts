import { nearestName } from "./nearest-name.ts";

/** A name that nothing bears, and the one that it is most like. */
export interface MisspeltName {
  readonly name: string;
  readonly meant: string;
}

/** Longest name looked at, UTF-16 units: what is longer is no slip of the hand. */
const longest = 40;

/**
 * The first of the `given` names that is none of `known`, but nearly one that is not given itself: `stoploss` for
 * `stopLoss`. A slip of the hand would leave what it names out without a word; names of other things are let through. null
 * where there is none.
 */
export function misspeltName(given: readonly string[], known: readonly string[]): MisspeltName | null {
  const missing = known.filter((each) => !given.includes(each));
  for (const name of given) {
    if (name.length > longest || known.includes(name)) continue;
    const meant = nearestName(name, missing);
    if (meant !== null) return { name, meant };
  }
  return null;
}
