import { checkLengths, macdLines } from "./macd-lines.ts";

/** Moving average convergence divergence: difference of two EMAs, the EMA of that, and their difference. */
export function macd(
  x: ArrayLike<number>,
  fast: number,
  slow: number,
  signal: number,
): { readonly macd: Float64Array; readonly signal: Float64Array; readonly histogram: Float64Array } {
  const lengths = { fast, slow, signal };
  checkLengths("macd", lengths);
  const lines = macdLines(x, lengths, false);
  return { macd: lines.line, signal: lines.signal, histogram: lines.histogram };
}
