/** The state of a back-test, by the places of `at`. A column, because V8 keeps the numbers of an object on the heap. */
export type Account = Float64Array;

/** What stands where in an account. */
export const at = {
  cash: 0,
  units: 1,
  /** Target in force. */
  inForce: 2,
  /** Equity, weight and price of the last trade: they value a short in distress. */
  traded: 3,
  weight: 4,
  entry: 5,
  /** Up to this equity a short is in distress; 0 without one. */
  low: 6,
} as const;

/** A short whose equity is below this share of its cash is in distress, and valued by `weightedValue`. */
export const distress: number = 1 / 32;

/** Turnover up to here is rounding, not an order. */
export const smallestTurnover = 1e-12;

/** An account before the first trade; `initial` > 0. */
export function openAccount(initial: number): Account {
  const account = new Float64Array(7);
  account[at.cash] = initial;
  account[at.traded] = initial;
  account[at.entry] = 1;
  return account;
}
