/** `x`, or null where it is NaN or infinite: a number that does not exist is stored as null. −0 becomes 0. */
export function finite(x: number): number | null {
  return Number.isFinite(x) ? x + 0 : null;
}
