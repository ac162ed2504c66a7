import { checkLengths, macdLines } from "./macd-lines.ts";

/** Percentage price oscillator: MACD in percent of the slow EMA, so that markets of any price level compare. */
export function ppo(
  x: ArrayLike<number>,
  fast: number,
  slow: number,
  signal: number,
): { readonly ppo: Float64Array; readonly signal: Float64Array; readonly histogram: Float64Array } {
  const lengths = { fast, slow, signal };
  checkLengths("ppo", lengths);
  const lines = macdLines(x, lengths, true);
  return { ppo: lines.line, signal: lines.signal, histogram: lines.histogram };
}
