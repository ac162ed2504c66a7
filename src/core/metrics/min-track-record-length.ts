import { normalQuantile } from "../stats/normal-quantile.ts";
import { excessKurtosis } from "./excess-kurtosis.ts";
import { finite } from "./finite.ts";
import { sharpe } from "./sharpe.ts";
import { skewness } from "./skewness.ts";

/**
 * Minimum track record length: how many returns it takes until a Sharpe ratio as observed is above `benchmark` with
 * `confidence`, given skewness and kurtosis as observed: 1 + (1 − γ3·SR + (γ4 − 1)/4·SR²)·(z/(SR − SR*))², all per bar
 * and not per year, γ4 not in excess. Result: bars, ≥ 1, not rounded; null where the Sharpe ratio is undefined or not above
 * `benchmark`: no record is then long enough. Divide by bars per year for years. Of a record of this length `psr` is
 * `confidence`.
 *
 * @param benchmark SR*, Sharpe ratio per bar; 0 unless given.
 * @param confidence In (0.5, 1); RangeError otherwise.
 * Source: Bailey & López de Prado (2012), The Sharpe Ratio Efficient Frontier.
 * @example
 * import { metrics } from "walkforward";
 * console.log(metrics.minTrackRecordLength([0.03, -0.01, 0.02, 0, 0.01])?.toFixed(2)); // 8.24
 */
export function minTrackRecordLength(returns: ArrayLike<number>, benchmark = 0, confidence = 0.95): number | null {
  const ratio = sharpe(returns, 1);
  const gamma3 = skewness(returns);
  const excess = excessKurtosis(returns);
  if (ratio === null || gamma3 === null || excess === null) return null;
  return minTrackRecordLengthOf(ratio, gamma3, excess + 3, benchmark, confidence);
}

/** `minTrackRecordLength` from its parts: Sharpe ratio per bar, skewness, kurtosis (3 for a normal distribution). */
export function minTrackRecordLengthOf(
  ratio: number,
  skewness: number,
  kurtosis: number,
  benchmark = 0,
  confidence = 0.95,
): number | null {
  if (!(confidence > 0.5 && confidence < 1)) {
    throw new RangeError(`confidence is ${confidence}: it must lie between 0.5 and 1`);
  }
  const variance = 1 - skewness * ratio + ((kurtosis - 1) / 4) * ratio * ratio;
  if (!(ratio > benchmark) || !(variance >= 1e-12)) return null;
  return finite(1 + variance * (normalQuantile(confidence) / (ratio - benchmark)) ** 2);
}
