import { type Bars, sliceBars } from "../bars.ts";
import { costRate } from "../costs.ts";
import { createRandom, type Random } from "../random.ts";
import { type DrawInput, drawPaths } from "./draw-paths.ts";
import { finishPath } from "./draw-slot.ts";
import type { Path } from "./path.ts";
import { drawTwin } from "./twin.ts";
import { type WindowSource, windowSources } from "./window-source.ts";

/** One statistic over several windows: its least, middle and greatest value. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What a prompt says of a kind of market: statistics of windows that are never scored. */
export interface DevelopmentStats {
  /** Windows that the statistics are over, and the bars of each. */
  readonly windows: number;
  readonly bars: number;
  readonly barsPerYear: number;
  /** Mean log return times bars per year; a fraction, e.g. 0.07. */
  readonly driftPerYear: Spread;
  /** sd (ddof 1) of log returns times √(bars per year); a fraction, e.g. 0.18. */
  readonly volatilityPerYear: Spread;
  /** Autocorrelation of log returns at lag 1, in [−1, 1]. */
  readonly autocorrelation1: Spread;
  /** Share of the return variance that falls between a close and the next open: Σ ln(O_t/C_{t−1})² / Σ ln(C_t/C_{t−1})². */
  readonly gapShare: Spread;
  /** Fourth standardised moment less 3: 0 for a normal distribution. */
  readonly excessKurtosis: Spread;
  /** Fee and slippage together, basis points of the traded value. */
  readonly costBps: Spread;
}

/** Windows tried before a twin stands in. */
const windowTries = 100;

/** The statistics of one window; 0 where no price moves. */
function describeWindow(bars: Bars): Readonly<Record<"drift" | "volatility" | "lag1" | "gaps" | "kurtosis", number>> {
  const steps = Float64Array.from({ length: bars.length - 1 }, (_, i) =>
    Math.log((bars.close[i + 1] as number) / (bars.close[i] as number)),
  );
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  let m2 = 0;
  let m4 = 0;
  let lagged = 0;
  let gaps = 0;
  let squares = 0;
  for (let i = 0; i < steps.length; i++) {
    const off = (steps[i] as number) - mean;
    m2 += off ** 2;
    m4 += off ** 4;
    if (i > 0) lagged += off * ((steps[i - 1] as number) - mean);
    gaps += Math.log((bars.open[i + 1] as number) / (bars.close[i] as number)) ** 2;
    squares += (steps[i] as number) ** 2;
  }
  const still = m2 < 1e-24;
  return {
    drift: mean * bars.barsPerYear,
    volatility: Math.sqrt((m2 / (steps.length - 1)) * bars.barsPerYear),
    lag1: still ? 0 : lagged / m2,
    gaps: still ? 0 : gaps / squares,
    kurtosis: still ? 0 : (m4 / m2 ** 2) * steps.length - 3,
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const low = sorted[0] as number;
  const upper = sorted[middle] as number;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
  return { low, median, high: sorted[sorted.length - 1] as number };
}

/** The statistics of paths (at least one), over all their bars. */
export function describePaths(paths: readonly Path[]): DevelopmentStats {
  const [first] = paths;
  if (first === undefined) throw new RangeError("describePaths: no paths, wanted at least one");
  const windows = paths.map((path) => describeWindow(path.bars));
  return {
    windows: paths.length,
    bars: first.bars.length,
    barsPerYear: first.bars.barsPerYear,
    driftPerYear: spread(windows.map((window) => window.drift)),
    volatilityPerYear: spread(windows.map((window) => window.volatility)),
    autocorrelation1: spread(windows.map((window) => window.lag1)),
    gapShare: spread(windows.map((window) => window.gaps)),
    excessKurtosis: spread(windows.map((window) => window.kurtosis)),
    costBps: spread(paths.map((path) => costRate(path.costs) * 10_000)),
  };
}

/**
 * Paths of the same markets that are never scored: windows of history that share no bar with the scored bars of the task's
 * paths, twins where no such window is found. Disguised like the scored ones; `d1`, `d2` …
 */
export function drawDevelopmentPaths(input: DrawInput): readonly Path[] {
  const sources = windowSources(input);
  const { paths } = drawPaths(input);
  const random = createRandom(`${input.seed}|development|${input.task.id}`);
  return paths.map((_, i) => drawDevelopmentPath(input, sources, paths, `d${i + 1}`, random));
}

function drawDevelopmentPath(
  { task }: DrawInput,
  sources: readonly WindowSource[],
  scored: readonly Path[],
  id: string,
  random: Random,
): Path {
  const length = task.warmupBars + task.scoredBars;
  for (let i = 0; i < windowTries; i++) {
    const source = sources[random.int(sources.length)] as WindowSource;
    const start = random.int(source.bars.length - length + 1);
    const meets = scored.some((path) => {
      const same = path.kind !== "twin" && path.dataset === source.info.id && path.symbol === source.symbol;
      return same && start < path.start + length && start + length > path.start + task.warmupBars;
    });
    if (meets) continue;
    const bars = sliceBars(source.bars, start, start + length);
    return finishPath({ task, source, start, bars, id, kind: "history", random });
  }
  const source = sources[random.int(sources.length)] as WindowSource;
  const start = random.int(source.bars.length - length + 1);
  const bars = drawTwin(source.twins, start, length, random);
  return finishPath({ task, source, start, bars, id, kind: "twin", random });
}

/** The statistics of development windows of a task, for its prompt: drawn from the seed, apart from the scored windows. */
export function drawDevelopmentStats(input: DrawInput): DevelopmentStats {
  return describePaths(drawDevelopmentPaths(input));
}
