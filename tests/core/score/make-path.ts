import type { Backtest } from "../../../src/core/backtest.ts";
import { createRandom } from "../../../src/core/random.ts";
import type { PathScore, PathStats } from "../../../src/core/score/path-score.ts";
import { pathStats } from "../../../src/core/score/path-stats.ts";

/** Closes and equity of one program on one path. */
export interface Course {
  readonly close: Float64Array;
  readonly equity: Float64Array;
  readonly position: Float64Array;
}

/** A random market of `bars` bars and a program that holds `weight` of it at every bar, rebalanced, free of cost. */
export function heldCourse(seed: string, options: { bars?: number; weight?: number; drift?: number } = {}): Course {
  const { bars = 100, weight = 1, drift = 0.0005 } = options;
  const random = createRandom(seed);
  const close = new Float64Array(bars).fill(100);
  const equity = new Float64Array(bars).fill(1);
  const position = new Float64Array(bars);
  for (let t = 1; t < bars; t++) {
    const step = Math.exp(drift + 0.01 * random.normal());
    close[t] = Number(close[t - 1]) * step;
    equity[t] = Number(equity[t - 1]) * (1 + weight * (step - 1));
    position[t] = weight;
  }
  return { close, equity, position };
}

/** The back-test of a course. */
export function backtestOf(course: Course): Backtest {
  return { ...course, turnover: new Float64Array(course.close.length), ruinBar: null, costRate: 0 };
}

/** A scored path with these statistics. */
export function scoredPath(stats: PathStats, id = "p1"): PathScore {
  return { ...place(id), failure: null, stats, metrics: null };
}

/** A path on which the program failed. */
export function failedPath(id = "p1"): PathScore {
  return { ...place(id), failure: { stage: "run", kind: "timeout", message: "2000 ms" }, stats: null, metrics: null };
}

/** Scored paths of courses. */
export function pathsOf(courses: readonly Course[]): PathScore[] {
  return courses.map((course, i) =>
    scoredPath(pathStats({ close: course.close, backtest: backtestOf(course) }), `p${i + 1}`),
  );
}

function place(path: string) {
  return { path, kind: "history", regime: "flat", stress: false, dataset: "d", symbol: "s", start: 0 } as const;
}
