import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { type Backtest, type BacktestOptions, backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { backtestPage } from "../../report/backtest-page.ts";
import { exploreData } from "../../report/charts/explore-data.ts";
import { fillsOf } from "../../report/parts/fills.ts";
import type { Io } from "../io.ts";

/** A back-test that is to be shown, and where. */
export interface BacktestPageRequest {
  /** The page to write, relative to the working folder. */
  readonly html: string;
  /** The strategy or the positions, relative to the working folder. */
  readonly file: string;
  /** What the page calls it. */
  readonly name: string;
  readonly market: string;
  readonly bars: Bars;
  readonly options: BacktestOptions;
  readonly result: Backtest;
  /** Targets as given, one a bar. */
  readonly target: ArrayLike<number>;
}

/** Writes the page of one back-test. */
export async function writeBacktestPage(io: Io, request: BacktestPageRequest): Promise<void> {
  const { file, name, market, bars, options, result } = request;
  const ending = extname(file);
  const held = backtest(bars, new Float64Array(bars.length).fill(1), options);
  const text = backtestPage({
    name,
    file,
    market,
    initial: options.initial,
    costs: options.costs,
    rebalance: options.rebalance,
    barsPerYear: bars.barsPerYear,
    time: Array.from(bars.time),
    curve: {
      close: Array.from(bars.close),
      equity: Array.from(result.equity),
      position: Array.from(result.position),
    },
    metrics: computeMetrics(bars, result),
    held: computeMetrics(bars, held),
    code: ending.toLowerCase() === ".csv" ? null : readFileSync(resolve(io.cwd, file), "utf8"),
    benchmark: benchmarkVersion,
    explore: exploreData({
      name: market,
      firstBar: 0,
      ...bars,
      equity: result.equity.map((value) => value / options.initial),
      position: result.position,
      fills: fillsOf(bars, request.target, result),
    }),
    script: await pageScript(),
  });
  writeFileAtomic(resolve(io.cwd, request.html), text);
  io.err(`Page: ${request.html}\n`);
}
