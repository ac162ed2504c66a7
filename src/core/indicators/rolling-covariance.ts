import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/** Population covariance of the last n pairs, from bar n − 1 on, by the method of `rollingMoments`. */
export function rollingCovariance(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  if (n > a.length) return emptyColumn(a.length);
  const left = toColumn(a);
  const right = toColumn(b);
  const out = new Float64Array(left.length);
  const tails = [emptyTails(n), emptyTails(n), emptyTails(n)] as const;
  const [tailsA, tailsB, tailsAB] = tails;
  for (let start = 0; start < left.length; start += n) {
    const pivotA = left[start] as number;
    const pivotB = right[start] as number;
    if (start > 0) fillTails(left, right, start, tails);
    const size = Math.min(n, left.length - start);
    let headA = 0;
    let headB = 0;
    let products = 0;
    for (let j = 0; j < size; j++) {
      const distanceA = (left[start + j] as number) - pivotA;
      const distanceB = (right[start + j] as number) - pivotB;
      headA += distanceA;
      headB += distanceB;
      products += distanceA * distanceB;
      const sums = ((tailsA[j + 1] as number) + headA) * ((tailsB[j + 1] as number) + headB);
      out[start + j] = finiteOrNaN(((tailsAB[j + 1] as number) + products - sums / n) / n);
    }
  }
  return out;
}

type Tails = readonly [Float64Array, Float64Array, Float64Array];

/** Sums over places j … n − 1 of the block that ends before `start`: distances of both from their pivots, and products. */
function fillTails(left: Float64Array, right: Float64Array, start: number, [tailsA, tailsB, tailsAB]: Tails): void {
  const n = tailsA.length - 1;
  const pivotA = left[start] as number;
  const pivotB = right[start] as number;
  let sumA = 0;
  let sumB = 0;
  let products = 0;
  for (let j = n - 1; j > 0; j--) {
    const distanceA = (left[start - n + j] as number) - pivotA;
    const distanceB = (right[start - n + j] as number) - pivotB;
    sumA += distanceA;
    sumB += distanceB;
    products += distanceA * distanceB;
    tailsA[j] = sumA;
    tailsB[j] = sumB;
    tailsAB[j] = products;
  }
}
