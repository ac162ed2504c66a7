import { productError } from "./product-error.ts";

/** Above this a split would overflow; plain arithmetic has to do. */
const largestSplit = 1e290;

/**
 * What equity of 1, put with `weight` into the instrument at price `entry`, is worth at `price`:
 * 1 + weight·(price − entry)/entry, right to its last digits however little is left. `cash + units·price`, which the back-test
 * computes on every other bar, loses a digit for every tenth part that a short has left of what it owes.
 *
 * @param weight In [−1, 1].
 * @param entry Price of the trade, > 0.
 */
export function weightedValue(weight: number, entry: number, price: number): number {
  const move = price - entry;
  if (!(Math.abs(move) < largestSplit)) return 1 + weight * (move / entry);
  // What rounding left of the difference, and of its product with the weight (Knuth's TwoSum, Dekker's TwoProduct).
  const back = move - price;
  const lostMove = price - (move - back) + (-entry - back);
  const product = weight * move;
  const lostProduct = productError(weight, move, product);
  // Near a total loss entry + product is exact, the two being within a factor of two of each other (Sterbenz 1974).
  return (entry + product + (lostProduct + weight * lostMove)) / entry;
}
