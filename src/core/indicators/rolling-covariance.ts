import { emptyColumn } from "./column.ts";

/**
 * Population covariance of the last n pairs, from bar n − 1 on, by the method of `rollingMoments`; `rollingCovariance(x,
 * x, n)` is the variance.
 */
export function rollingCovariance(a: ArrayLike<number>, b: ArrayLike<number>, n: number): Float64Array {
  const out = emptyColumn(a.length);
  if (n > a.length) return out;
  const tailA = new Float64Array(n + 1);
  const tailB = new Float64Array(n + 1);
  const tailProducts = new Float64Array(n + 1);
  for (let start = 0; start < a.length; start += n) {
    const size = Math.min(n, a.length - start);
    let headA = 0;
    let headB = 0;
    let products = 0;
    for (let j = 0; j < size; j++) {
      const step = (a[start + j] as number) - headA;
      headA += step / (j + 1);
      headB += ((b[start + j] as number) - headB) / (j + 1);
      products += step * ((b[start + j] as number) - headB);
      const gaps = (headA - (tailA[j + 1] as number)) * (headB - (tailB[j + 1] as number));
      const sum = (tailProducts[j + 1] as number) + products + gaps * ((n - 1 - j) / n) * (j + 1);
      if (start + j >= n - 1 && Number.isFinite(sum)) out[start + j] = sum / n;
    }
    if (size < n) break;
    for (let j = n - 1; j >= 0; j--) {
      const step = (a[start + j] as number) - (tailA[j + 1] as number);
      tailA[j] = (tailA[j + 1] as number) + step / (n - j);
      tailB[j] = (tailB[j + 1] as number) + ((b[start + j] as number) - (tailB[j + 1] as number)) / (n - j);
      tailProducts[j] = (tailProducts[j + 1] as number) + step * ((b[start + j] as number) - (tailB[j] as number));
    }
  }
  return out;
}
