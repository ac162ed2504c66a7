import { emptyColumn, fraction, toColumn } from "./column.ts";

/** What to make of the moments of two columns: their covariance, their correlation, or the slope of a on b. */
export type Comoment = "covariance" | "correlation" | "slope";

/** Sums kept of each tail: distances of a and of b from their pivots, squares of both, products. */
const sums = 5;

/**
 * A population statistic of the last n pairs, from bar n − 1 on, by the method of `rollingMoments`; NaN while the
 * window holds one in either column. Distances are `fraction`s of their size: one column is often of volumes.
 */
export function rollingComoment(a: ArrayLike<number>, b: ArrayLike<number>, n: number, what: Comoment): Float64Array {
  if (n > a.length) return emptyColumn(a.length);
  const left = toColumn(a);
  const right = toColumn(b);
  const out = new Float64Array(left.length);
  // Side by side in one array: five arrays would not leave their places in registers.
  const tails = emptyColumn(sums * (n + 1), sums * n);
  for (let start = 0; start < left.length; start += n) {
    if (start > 0) fillTails(left, right, start, n, tails);
    joinHeads(left, right, start, n, tails, what, out);
  }
  return out;
}

/** Sums over places j … n − 1 of the block before `start`, for each j. */
function fillTails(left: Float64Array, right: Float64Array, start: number, n: number, tails: Float64Array): void {
  const unit = fraction;
  const pivotA = (left[start] as number) * unit;
  const pivotB = (right[start] as number) * unit;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let j = n - 1; j > 0; j--) {
    const distanceA = (left[start - n + j] as number) * unit - pivotA;
    const distanceB = (right[start - n + j] as number) * unit - pivotB;
    sumA += distanceA;
    sumB += distanceB;
    sumAA += distanceA * distanceA;
    sumBB += distanceB * distanceB;
    sumAB += distanceA * distanceB;
    const at = sums * j;
    tails[at] = sumA;
    tails[at + 1] = sumB;
    tails[at + 2] = sumAA;
    tails[at + 3] = sumBB;
    tails[at + 4] = sumAB;
  }
}

/** Adds the heads of the block at `start` to the tails of the one before. */
function joinHeads(
  left: Float64Array,
  right: Float64Array,
  start: number,
  n: number,
  tails: Float64Array,
  what: Comoment,
  out: Float64Array,
): void {
  const size = Math.min(n, left.length - start);
  const share = 1 / n;
  const unit = fraction;
  const pivotA = (left[start] as number) * unit;
  const pivotB = (right[start] as number) * unit;
  let headA = 0;
  let headB = 0;
  let headAA = 0;
  let headBB = 0;
  let headAB = 0;
  for (let j = 0; j < size; j++) {
    const distanceA = (left[start + j] as number) * unit - pivotA;
    const distanceB = (right[start + j] as number) * unit - pivotB;
    headA += distanceA;
    headB += distanceB;
    headAA += distanceA * distanceA;
    headBB += distanceB * distanceB;
    headAB += distanceA * distanceB;
    const at = sums * (j + 1);
    const sumA = (tails[at] as number) + headA;
    const sumB = (tails[at + 1] as number) + headB;
    const spreadA = (tails[at + 2] as number) + headAA - sumA * sumA * share;
    const spreadB = (tails[at + 3] as number) + headBB - sumB * sumB * share;
    const shared = (tails[at + 4] as number) + headAB - sumA * sumB * share;
    let value = (shared * share) / (unit * unit);
    // A spread that is not above 0 divides nothing.
    if (what === "slope") value = spreadB > 0 ? shared / spreadB : Number.NaN;
    else if (what === "correlation") {
      const spread = spreadA > 0 && spreadB > 0 ? spreadA * spreadB : Number.NaN;
      value = Math.max(-1, Math.min(1, shared / Math.sqrt(spread)));
    }
    out[start + j] = value + 0 * value; // `finiteOrNaN`, written out
  }
}
