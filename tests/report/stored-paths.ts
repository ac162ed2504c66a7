import type { Attempt } from "../../src/core/attempt.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import type { PathKind } from "../../src/core/paths/path.ts";
import { barsOfStored, costsOfStored, positionsOfStored, type StoredPath } from "../../src/core/paths/stored-path.ts";
import { createRandom } from "../../src/core/random.ts";
import { backtestPath } from "../../src/core/score/backtest-path.ts";
import type { PathScore } from "../../src/core/score/path-score.ts";
import { pathStats } from "../../src/core/score/path-stats.ts";
import { utility } from "../../src/core/score/utility.ts";
import type { PathAnswer } from "../../src/report/parts/path-analysis.ts";
import { attempt } from "./records.ts";

/** Which path is wanted. */
export interface WalkInput {
  readonly kind?: PathKind;
  readonly warmupBars?: number;
  readonly scoredBars?: number;
  /** Mean log return a bar. */
  readonly drift?: number;
}

/** A random walk as a run stores a path: the same name and numbers give the same bars. */
export function storedPath(path: string, given: WalkInput = {}): StoredPath {
  const { kind = "history", warmupBars = 60, scoredBars = 250, drift = 0.0004 } = given;
  const random = createRandom(`stored|${path}`);
  const n = warmupBars + scoredBars;
  const columns = { time: [] as number[], open: [] as number[], high: [] as number[], low: [] as number[] };
  const close: number[] = [];
  let price = 100;
  for (let t = 0; t < n; t++) {
    const open = price * Math.exp(0.002 * random.normal());
    price = open * Math.exp(drift + 0.01 * random.normal());
    columns.time.push(Date.UTC(2001, 0, 1 + t));
    columns.open.push(open);
    columns.high.push(Math.max(open, price) * 1.003);
    columns.low.push(Math.min(open, price) / 1.003);
    close.push(price);
  }
  return {
    path,
    kind,
    regime: "rising",
    warmupBars,
    barsPerYear: 365,
    costs: { feeBps: 2, slippageBps: 3 },
    ...columns,
    close,
    volume: close.map(() => null),
  };
}

/** The answer of a program that goes with the move of the last `bars` bars, with a stop-loss of 3 %. */
export function trendAnswer({ path, close }: StoredPath, bars = 20): PathAnswer {
  return {
    path,
    target: close.map((price, t) => (t < bars ? null : price > (close[t - bars] as number) ? 1 : -0.5)),
    stopLoss: close.map(() => 0.03),
  };
}

/** What a run stores of an answer on a path. */
export function scoreOf(stored: StoredPath, answer: PathAnswer): PathScore {
  const bars = barsOfStored(stored);
  const costs = costsOfStored(stored);
  const { bars: scored, result } = backtestPath(
    { bars, warmupBars: stored.warmupBars, costs },
    positionsOfStored(answer),
  );
  return {
    path: stored.path,
    kind: stored.kind,
    regime: stored.regime,
    stress: false,
    dataset: "walks",
    symbol: "W",
    start: 0,
    failure: null,
    stats: pathStats({ close: scored.close, backtest: result }),
    metrics: computeMetrics(scored, result),
  };
}

/** Paths of one task, and what a program answered and scored on them: three of history, one mirror, two twins, the noise. */
export interface ScoredTask {
  readonly paths: readonly StoredPath[];
  readonly answers: readonly PathAnswer[];
  readonly attempt: Attempt;
}

/** A scored design attempt of a trend follower on its own paths. */
export function scoredTask(some: Partial<Attempt> = {}, walk: WalkInput = {}): ScoredTask {
  const kinds: readonly PathKind[] = ["history", "history", "history", "mirror", "twin", "twin", "noise"];
  const paths = kinds.map((kind, i) => storedPath(kind === "noise" ? "noise" : `p${i + 1}`, { ...walk, kind }));
  const answers = paths.map((path) => trendAnswer(path));
  const scores = paths.map((path, i) => scoreOf(path, answers[i] as PathAnswer));
  const scored = scores.filter((path) => path.kind !== "noise");
  const whole = utility(scored);
  const noise = scores.find((path) => path.kind === "noise") ?? null;
  return {
    paths,
    answers,
    attempt: attempt({ paths: scored, noise, utility: whole, score: whole.value, ...some }),
  };
}
