import { type Failure, failure } from "../core/failure.ts";
import { computeMetrics } from "../core/metrics/compute-metrics.ts";
import type { Path } from "../core/paths/path.ts";
import { storePositions } from "../core/paths/stored-path.ts";
import type { Positions } from "../core/positions.ts";
import { backtestPath } from "../core/score/backtest-path.ts";
import type { PathScore } from "../core/score/path-score.ts";
import { pathStats } from "../core/score/path-stats.ts";
import type { Mandate } from "../core/task.ts";
import type { PathCurve } from "./ports.ts";

/** What one program answered on one path. */
export interface PathAnswer {
  readonly path: Path;
  /** null where `failure` is set. */
  readonly positions: Positions | null;
  readonly failure: Failure | null;
}

/** One path scored, with the curve that the report draws. */
export interface ScoredPath {
  readonly score: PathScore;
  /** null where the program failed on this path. */
  readonly curve: PathCurve | null;
}

/**
 * Back-tests and measures the positions of one program on one path (see backtestPath), and holds them against the
 * mandate.
 */
export function scorePath(answer: PathAnswer, mandate: Mandate): ScoredPath {
  const { path, positions } = answer;
  if (positions === null || answer.failure !== null) return failedPath(path, answer.failure ?? noPositions);
  const { bars, positions: scored, result } = backtestPath(path, positions);
  const metrics = computeMetrics(bars, result);
  const breach = findBreach(scored.target, metrics.maxDrawdown, mandate, path.warmupBars - 1);
  if (breach !== null) return failedPath(path, breach);
  return {
    score: { ...header(path), failure: null, stats: pathStats({ close: bars.close, backtest: result }), metrics },
    curve: {
      path: path.id,
      equity: rounded(result.equity),
      position: rounded(result.position),
      ...storePositions(positions),
    },
  };
}

const noPositions = failure("run", "crashed", "No positions came back for this path.");

function failedPath(path: Path, why: Failure): ScoredPath {
  return { score: { ...header(path), failure: why, stats: null, metrics: null }, curve: null };
}

function header(path: Path): Pick<PathScore, "path" | "kind" | "regime" | "stress" | "dataset" | "symbol" | "start"> {
  const { id, kind, regime, stress, dataset, symbol, start } = path;
  return { path: id, kind, regime, stress, dataset, symbol, start };
}

/** Only targets that are filled on scored bars count: all but the last. */
function findBreach(target: Float64Array, maxDrawdown: number | null, mandate: Mandate, first: number): Failure | null {
  for (let t = 0; t < target.length - 1; t++) {
    const wanted = target[t] as number;
    if (wanted < mandate.minTarget || wanted > mandate.maxTarget) {
      return failure(
        "positions",
        "mandate-breach",
        `target[${first + t}] is ${wanted}; the mandate allows ${mandate.minTarget} to ${mandate.maxTarget}.`,
      );
    }
  }
  if (mandate.maxDrawdown !== null && maxDrawdown !== null && maxDrawdown > mandate.maxDrawdown) {
    const found = (maxDrawdown * 100).toFixed(1);
    const allowed = (mandate.maxDrawdown * 100).toFixed(1);
    return failure("trades", "mandate-breach", `Drawdown reached ${found} %; the mandate allows ${allowed} %.`);
  }
  return null;
}

/** Seven significant digits: enough to draw, a third of the bytes. */
function rounded(column: Float64Array): number[] {
  return Array.from(column, (value) => Number(value.toPrecision(7)));
}
