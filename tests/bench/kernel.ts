// The back-test and the metrics of the ranking beside the same in C, compiled in the same run, and against their own length.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { type BacktestColumns, type BacktestOptions, backtest, backtestColumns } from "../../src/core/backtest.ts";
import type { Bars } from "../../src/core/bars.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import { sharpeOf } from "../../src/core/metrics/sharpe.ts";
import { totalReturn } from "../../src/core/metrics/total-return.ts";
import { createRandom } from "../../src/core/random.ts";
import { pathStats } from "../../src/core/score/path-stats.ts";
import { type Figure, median } from "./figure.ts";

const rounds = 11;
/** Untimed rounds: V8 compiles the loops in the background, late on a busy machine. */
const warmUp = 5;
/** Low, so that ten million bars leave more of equity than the floor of the statistics, a millionth. */
const costBps = 0.005;
const options: BacktestOptions = { initial: 1, costs: { feeBps: costBps, slippageBps: 0 }, rebalance: "on-change" };

const what = "kernel and metrics of the ranking";

/**
 * Nanoseconds a bar that others took on one machine, and C: vectorbt's `from_signals` (numba, one thread) with six metrics, and
 * `Backtest.run` of backtesting.py; medians of seven rounds.
 */
const published = {
  many: {
    c: 4.6,
    engines: [
      { engine: "vectorbt 1.1", nsPerBar: 281 },
      { engine: "backtesting.py", nsPerBar: 12_170 },
    ],
  },
  one: {
    c: 8.3,
    engines: [
      { engine: "vectorbt 1.1", nsPerBar: 216 },
      { engine: "backtesting.py", nsPerBar: 5543 },
    ],
  },
};

/** A market, targets, and how many strategies are back-tested on it: the targets in turn. */
interface Case {
  readonly name: string;
  readonly bars: Bars;
  readonly targets: readonly Float64Array[];
  readonly strategies: number;
  readonly columns: BacktestColumns;
}

function makeCase(name: string, length: number, targets: number, strategies: number): Case {
  const random = createRandom("bench|kernel");
  const close = new Float64Array(length);
  const open = new Float64Array(length);
  let price = 100;
  // Days up to 2,500 bars, and the longer the series the shorter the bars.
  const span = Math.min(1, 2500 / length);
  for (let t = 0; t < length; t++) {
    open[t] = price *= Math.exp(random.normal() * 0.004 * Math.sqrt(span) - 0.000008 * span);
    close[t] = price *= Math.exp(random.normal() * 0.01 * Math.sqrt(span) - 0.00005 * span);
  }
  const time = Float64Array.from(close, (_, t) => t * 86_400_000);
  const bars = { length, time, open, high: close, low: open, close, volume: close, barsPerYear: 252 };
  // A change of target every five bars on average.
  const columnsOfTargets = Array.from({ length: targets }, () => {
    let wanted = 0;
    return Float64Array.from(close, () => {
      if (random.int(5) === 0) wanted = random.int(21) / 10 - 1;
      return wanted;
    });
  });
  return { name, bars, targets: columnsOfTargets, strategies, columns: backtestColumns(length) };
}

type Work = (bars: Bars, target: Float64Array, columns: BacktestColumns) => number;

const kernel: Work = (bars, target, columns) => backtest(bars, target, options, columns).equity[0] ?? 0;

/**
 * What the ranking needs: the statistics behind utility, total return, Sharpe ratio, and maximum drawdown, which both programs
 * have from the statistics: utility needs its logarithm.
 */
const ranking: Work = (bars, target, columns) => {
  const result = backtest(bars, target, options, columns);
  const { moments, drawdown } = pathStats({ close: bars.close, backtest: result });
  const sharpe = sharpeOf(moments.mean, Math.sqrt(moments.m2 / (moments.count - 1)), bars.barsPerYear) ?? 0;
  return (totalReturn(result.equity) ?? 0) - Math.expm1(-drawdown) + sharpe;
};

const allMetrics: Work = (bars, target, columns) =>
  computeMetrics(bars, backtest(bars, target, options, columns)).sharpe ?? 0;

const never = new Int32Array(new SharedArrayBuffer(4));

/**
 * Milliseconds of processor time of this thread, which a busy machine disturbs less than the clock. Linux brings it up to date
 * when the thread is put to sleep, and else every 4 ms: hence a sleep of 10 µs.
 */
function processorTime(): number {
  Atomics.wait(never, 0, 0, 0.01);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time, and the mean of the results. */
function run(work: Work, { bars, targets, strategies, columns }: Case): { ms: number; mean: number } {
  const before = processorTime();
  let sum = 0;
  for (let i = 0; i < strategies; i++) sum += work(bars, targets[i % targets.length] as Float64Array, columns);
  return { ms: processorTime() - before, mean: sum / strategies };
}

/** The C program, built into `folder`; null without gcc. */
function buildC(folder: string): string | null {
  const program = join(folder, "kernel");
  const source = join(import.meta.dirname, "c/kernel.c");
  try {
    execFileSync("gcc", ["-O3", "-march=native", "-o", program, source, "-lm"], { stdio: "ignore" });
    return program;
  } catch {
    return null;
  }
}

/** A run of the C program: its time, and the mean of total return + maximum drawdown + Sharpe ratio. */
function runC(program: string, file: string, of: Case): { ms: number; mean: number } {
  const counts = [of.bars.length, of.targets.length, of.strategies].map(String);
  const printed = execFileSync(program, [file, ...counts, String(costBps / 1e4)], { encoding: "utf8" });
  const [ms = Number.NaN, totalReturn = 0, drawdown = 0, sharpe = 0] = printed.split(" ").map(Number);
  return { ms, mean: totalReturn + drawdown + sharpe };
}

/** Milliseconds of each work in each round; in a round all take turns. */
function timesOf(works: readonly (() => { ms: number })[]): number[][] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round++) {
    works.forEach((work, i) => {
      const { ms } = work();
      if (round >= warmUp) times[i]?.push(ms);
    });
  }
  return times;
}

/** The second of two runs, as the C program times it: the first finds the caches full of other work. */
function second(work: Work, of: Case): { ms: number } {
  run(work, of);
  return run(work, of);
}

/** Figures of one case: each work in nanoseconds a bar, beside C where there is gcc, and beside what others publish. */
function figuresOf(of: Case, folder: string, program: string | null): Figure[] {
  const works = [kernel, allMetrics, ranking];
  const runs: (() => { ms: number })[] = works.map((work) => () => second(work, of));
  if (program !== null) {
    const file = join(folder, "case.bin");
    writeFileSync(file, Buffer.concat([of.bars.open, of.bars.close, ...of.targets].map((x) => Buffer.from(x.buffer))));
    const ours = run(ranking, of).mean;
    const theirs = runC(program, file, of).mean;
    if (!(Math.abs(ours - theirs) < 1e-8)) throw new Error(`C came to ${theirs}, this to ${ours}`);
    runs.push(() => runC(program, file, of));
  }
  const perBar = 1e6 / (of.bars.length * of.strategies);
  const times = timesOf(runs);
  const names = ["kernel", "kernel and all metrics", what, `C, ${what}`];
  const figures: Figure[] = times.map((ms, i) => {
    return { name: `${of.name}: ${names[i]}`, value: median(ms) * perBar, unit: "ns/bar" };
  });
  const [, , own = [], c] = times;
  if (c === undefined) {
    figures.push({ name: `${of.name}: C, left out: no gcc here`, value: null, unit: "" });
  } else {
    const ratios = own.map((ms, round) => ms / (c[round] ?? Number.NaN));
    figures.push({ name: `${of.name}: ${what} (limit 1.5)`, value: median(ratios), unit: "times C" });
    figures.push({
      name: `${of.name}: the same, fastest rounds`,
      value: Math.min(...own) / Math.min(...c),
      unit: "times C",
    });
  }
  return [...figures, ...beside(of, median(own) * perBar, c === undefined ? null : median(c) * perBar)];
}

/**
 * How many times as long as here other engines took a bar, as published; and how many times as long if the machine were this one,
 * going by what C took there and takes here.
 */
function beside(of: Case, ours: number, c: number | null): Figure[] {
  const there = of.strategies > 1 ? published.many : published.one;
  return there.engines.flatMap(({ engine, nsPerBar }) => {
    const name = `${of.name}: ${engine}, published ${nsPerBar.toLocaleString("en")} ns/bar`;
    const asPublished = { name, value: nsPerBar / ours, unit: "times ours" };
    if (c === null) return [asPublished];
    return [asPublished, { name: `${name}, by C`, value: nsPerBar / there.c / (ours / c), unit: "times ours" }];
  });
}

/** Garbage collections of the young generation while a case, compiled already, is run with the metrics of the ranking. */
async function scavenges(of: Case): Promise<number> {
  run(ranking, of);
  await wait(50);
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { detail } = entry as PerformanceEntry & { readonly detail?: { readonly kind?: number } };
      if (detail?.kind === constants.NODE_PERFORMANCE_GC_MINOR) count++;
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  run(ranking, of);
  await wait(50);
  observer.disconnect();
  return count;
}

/**
 * Nanoseconds a bar of kernel and metrics of the ranking on 10³ … 10⁷ bars: equal where the cost is linear. Six columns of up to
 * 10⁴ bars stay in a core's cache; longer ones come from memory at each pass, which costs a little more a bar, but no more the
 * longer they are.
 */
function linearity(): Figure[] {
  return [1e3, 1e4, 1e5, 1e6, 1e7].map((length) => {
    const of = makeCase(`${length} bars`, length, 1, Math.max(1, 1e6 / length));
    const [ms = []] = timesOf([() => second(ranking, of)]);
    return { name: `${what}, ${of.name}`, value: (median(ms) * 1e6) / (length * of.strategies), unit: "ns/bar" };
  });
}

/** Speed of the back-test kernel and of the metrics on it, medians over eleven rounds of processor time, in each of which C has its turn. */
export async function bench(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-kernel-"));
  try {
    const program = buildC(folder);
    const many = makeCase("1,000 × 2,500 bars", 2500, 16, 1000);
    const one = makeCase("1M bars", 1e6, 1, 1);
    const ten = { ...one, strategies: 10 };
    return [
      ...figuresOf(many, folder, program),
      ...figuresOf(one, folder, program),
      // A thousand results, of a kilobyte or two each, may fill the young generation once; the loops must not.
      { name: "1,000 × 2,500 bars: scavenges (limit 1)", value: await scavenges(many), unit: "scavenges" },
      { name: "10 × 1M bars: scavenges (limit 0)", value: await scavenges(ten), unit: "scavenges" },
      ...linearity(),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
