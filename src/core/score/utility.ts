import { addMoments, noMoments } from "./moments.ts";
import type { Moments, PathScore, PathStats, Utility } from "./path-score.ts";

/** Constants of the benchmark: a change of one is a new benchmark version. */
const scaleZ = 3;
const worstGrowth = -3;
const bestGrowth = 1;
const fullActivity = 0.05;
const inert = 0.5;
const leastVariance = 0.05;
/** A standard deviation below this is rounding: the program never traded. */
const leastDeviation = 1e-12;

/**
 * U of one program on one task, from its scored paths (never the noise path).
 *
 * U = max(−1, (1 − e)·[A·(R + S + D)/3 − 0.5·(1 − A)] − e), in [−1, 1]: 1 perfect, 0 as good as cash, −0.5 never
 * trades, −1 broken. Paths with a failure count in e and are left out of R, S, D and A; if all failed, or there are
 * none, U is −1 and the parts are 0.
 */
export function utility(paths: readonly PathScore[]): Utility {
  const stats: PathStats[] = [];
  for (const path of paths) if (path.failure === null && path.stats !== null) stats.push(path.stats);
  if (stats.length === 0) return { value: -1, growth: 0, sharpe: 0, drawdown: 0, activity: 0, errors: 1 };
  const growth = growthPart(stats);
  const sharpe = sharpePart(stats);
  const drawdown = drawdownPart(stats);
  const activity = Math.min(1, meanOf(stats, (path) => path.exposure) / fullActivity);
  const errors = (paths.length - stats.length) / paths.length;
  const earned = (activity * (growth + sharpe + drawdown)) / 3 - inert * (1 - activity);
  return { value: Math.max(-1, (1 - errors) * earned - errors), growth, sharpe, drawdown, activity, errors };
}

/** R: one lucky market adds at most 1/P, a blow-up may cost three times as much. */
function growthPart(stats: readonly PathStats[]): number {
  return meanOf(stats, (path) => clip(path.z / scaleZ, worstGrowth, bestGrowth));
}

/** S: z of the Sharpe ratio of all paths' scaled returns together, at one path's length. */
function sharpePart(stats: readonly PathStats[]): number {
  let pooled: Moments = noMoments;
  for (const path of stats) pooled = addMoments(pooled, path.moments);
  return clip(
    sharpeZ(
      pooled,
      meanOf(stats, (path) => path.returns),
    ) / scaleZ,
    -1,
    1,
  );
}

/**
 * z of a Sharpe ratio against 0 over `returns` bars (Bailey & López de Prado 2012, "The Sharpe ratio efficient
 * frontier"): SR·√(T−1)/√(1 − γ3·SR + (γ4 − 1)/4·SR²), with sd of ddof 1 and population skewness and non-excess
 * kurtosis. The term under the root is at least 0.05; 0 where sd is 0 (never traded).
 */
function sharpeZ(pooled: Moments, returns: number): number {
  const { count, mean, m2, m3, m4 } = pooled;
  const deviation = count < 2 ? 0 : Math.sqrt(m2 / (count - 1));
  if (deviation < leastDeviation) return 0;
  const ratio = mean / deviation;
  const variance = m2 / count;
  const skewness = m3 / count / variance ** 1.5;
  const kurtosis = m4 / count / variance ** 2;
  const spread = 1 - skewness * ratio + ((kurtosis - 1) / 4) * ratio * ratio;
  return (ratio * Math.sqrt(Math.max(0, returns - 1))) / Math.sqrt(Math.max(leastVariance, spread));
}

/** D: run-ups against drawdowns; 0 where equity never moved. */
function drawdownPart(stats: readonly PathStats[]): number {
  const up = meanOf(stats, (path) => path.runUp);
  const down = meanOf(stats, (path) => path.drawdown);
  return up + down === 0 ? 0 : (up - down) / (up + down);
}

function meanOf(stats: readonly PathStats[], of: (path: PathStats) => number): number {
  let sum = 0;
  for (const path of stats) sum += of(path);
  return sum / stats.length;
}

function clip(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
