import { checkColumns, checkLength } from "./check.ts";
import { midRange } from "./mid-range.ts";

/**
 * Ichimoku's lines, each the middle of the range of its length; spanA is the mean of conversion and base. The spans are
 * those known at this bar: charts draw them `base` bars to the right, so that the cloud at bar t is `lag(spanA, base)`
 * and `lag(spanB, base)`. The lagging span, this close drawn to the left, would be a look ahead and is left out.
 */
export function ichimoku(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  conversion: number,
  base: number,
  span: number,
): {
  readonly conversion: Float64Array;
  readonly base: Float64Array;
  readonly spanA: Float64Array;
  readonly spanB: Float64Array;
} {
  checkLength("ichimoku: conversion", conversion);
  checkLength("ichimoku: base", base);
  checkLength("ichimoku: span", span);
  checkColumns("ichimoku", high, low);
  const quick = midRange(high, low, conversion).middle;
  const calm = midRange(high, low, base).middle;
  const spanA = new Float64Array(quick.length);
  for (let t = 0; t < spanA.length; t++) spanA[t] = ((quick[t] as number) + (calm[t] as number)) / 2;
  return { conversion: quick, base: calm, spanA, spanB: midRange(high, low, span).middle };
}
