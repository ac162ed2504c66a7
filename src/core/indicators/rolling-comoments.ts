import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/** Population covariance and variances of rolling windows of pairs. */
export interface RollingComoments {
  readonly covariance: Float64Array;
  readonly varianceA: Float64Array;
  readonly varianceB: Float64Array;
}

/** Of the last n pairs, from bar n − 1 on, by the method of `rollingMoments`; NaN while the window holds one in either. */
export function rollingComoments(a: ArrayLike<number>, b: ArrayLike<number>, n: number): RollingComoments {
  const left = toColumn(a);
  const right = toColumn(b);
  const warmUp = n > left.length ? left.length : 0;
  const out = {
    covariance: emptyColumn(left.length, warmUp),
    varianceA: emptyColumn(left.length, warmUp),
    varianceB: emptyColumn(left.length, warmUp),
  };
  if (warmUp > 0) return out;
  const tails = [emptyTails(n), emptyTails(n), emptyTails(n), emptyTails(n), emptyTails(n)] as const;
  for (let start = 0; start < left.length; start += n) {
    if (start > 0) fillTails(left, right, start, tails);
    joinHeads(left, right, start, Math.min(n, left.length - start), tails, out);
  }
  return out;
}

type Tails = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** Sums over places j … n − 1 of the block before `start`: distances of a and b from their pivots, their squares, products. */
function fillTails(left: Float64Array, right: Float64Array, start: number, tails: Tails): void {
  const [onesA, onesB, squaresA, squaresB, products] = tails;
  const n = onesA.length - 1;
  const pivotA = left[start] as number;
  const pivotB = right[start] as number;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let j = n - 1; j > 0; j--) {
    const distanceA = (left[start - n + j] as number) - pivotA;
    const distanceB = (right[start - n + j] as number) - pivotB;
    onesA[j] = sumA += distanceA;
    onesB[j] = sumB += distanceB;
    squaresA[j] = sumAA += distanceA * distanceA;
    squaresB[j] = sumBB += distanceB * distanceB;
    products[j] = sumAB += distanceA * distanceB;
  }
}

/** Adds the heads of the block at `start`, `size` bars long, to the tails of the one before. */
function joinHeads(
  left: Float64Array,
  right: Float64Array,
  start: number,
  size: number,
  tails: Tails,
  { covariance, varianceA, varianceB }: RollingComoments,
): void {
  const [onesA, onesB, squaresA, squaresB, products] = tails;
  const n = onesA.length - 1;
  const pivotA = left[start] as number;
  const pivotB = right[start] as number;
  let headA = 0;
  let headB = 0;
  let headAA = 0;
  let headBB = 0;
  let headAB = 0;
  for (let j = 0; j < size; j++) {
    const distanceA = (left[start + j] as number) - pivotA;
    const distanceB = (right[start + j] as number) - pivotB;
    headA += distanceA;
    headB += distanceB;
    headAA += distanceA * distanceA;
    headBB += distanceB * distanceB;
    headAB += distanceA * distanceB;
    const sumA = (onesA[j + 1] as number) + headA;
    const sumB = (onesB[j + 1] as number) + headB;
    const spreadA = (squaresA[j + 1] as number) + headAA - (sumA * sumA) / n;
    const spreadB = (squaresB[j + 1] as number) + headBB - (sumB * sumB) / n;
    const shared = (products[j + 1] as number) + headAB - (sumA * sumB) / n;
    // What is not finite in one of the three is not known in any.
    const known = finiteOrNaN(spreadA + spreadB + shared) * 0;
    covariance[start + j] = known + shared / n;
    varianceA[start + j] = known + (spreadA < 0 ? 0 : spreadA / n);
    varianceB[start + j] = known + (spreadB < 0 ? 0 : spreadB / n);
  }
}
