/** Splits a double into halves whose products are exact (Dekker 1971). */
const splitter = 2 ** 27 + 1;

/**
 * What rounding took from `product`, a·b as computed: the two add up to a·b exactly (Dekker's TwoProduct), unless a number is
 * above 1e290 or a product below 1e-290.
 */
export function productError(a: number, b: number, product: number): number {
  const aHigh = splitter * a - (splitter * a - a);
  const aLow = a - aHigh;
  const bHigh = splitter * b - (splitter * b - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
