import { extname, join, resolve } from "node:path";
import { createCompiler } from "../../adapters/compiler.ts";
import { readPositions } from "../../adapters/read-positions.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { type Backtest, type BacktestOptions, backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { type Failure, UserError } from "../../core/failure.ts";
import { computeMetrics } from "../../core/metrics/compute-metrics.ts";
import type { PositionsInput } from "../../core/positions.ts";
import { type LoadedMarket, loadMarket } from "../../load-market.ts";
import { describeCosts } from "../../report/backtest/describe-costs.ts";
import type { Io } from "../io.ts";
import { type CostPoint, costSensitivity, costTable } from "./cost-sensitivity.ts";
import { metricsTable } from "./metrics-table.ts";
import { type RequestedCosts, requestCosts } from "./request-costs.ts";
import { type StrategyPositions, type StrategyTools, strategyPositions } from "./strategy-positions.ts";
import { strategyTitle } from "./strategy-title.ts";

/** What the user asked for; undefined = the market's own. */
export interface BacktestRequest extends RequestedCosts {
  /** Strategy (.ts, .mts, .js, .mjs) or positions (.csv), relative to the working folder. */
  readonly file: string;
  /** Dataset id or CSV file. */
  readonly market: string;
  readonly barsPerYear: number | undefined;
  readonly rebalance: BacktestOptions["rebalance"];
  readonly initial: number;
  /** Totals of fee and slippage to compare, in basis points; undefined = none. */
  readonly costLevels?: readonly number[] | undefined;
  readonly json: boolean;
  /** Page to write, relative to the working folder; undefined = none. */
  readonly html?: string | undefined;
  /** Folder of the datasets; undefined = the package's. */
  readonly data: string | undefined;
}

/** Back-tests one strategy or file of positions on one market and prints what it came to. Exit code 3 where a strategy fails. */
export async function runBacktest(io: Io, request: BacktestRequest): Promise<void> {
  refuseToOverwrite(io, request, [request.market]);
  const market = await openMarket(io, request.market, request.data);
  const bars = { ...market.bars, barsPerYear: request.barsPerYear ?? market.bars.barsPerYear };
  const costs = requestCosts(request, market);
  const answer = await readAnswer(io, request, bars);
  if (!answer.ok) {
    showFailure(io, request, answer.failure);
    return;
  }
  const options = { initial: request.initial, costs, rebalance: request.rebalance };
  const result = simulate(bars, answer.positions, options);
  for (const note of notes(request, market, bars)) io.err(`${note}\n`);
  if (request.html !== undefined) {
    const { writeBacktestPage } = await import("../report/write-backtest-page.ts");
    const { name } = strategyTitle(request.file, answer.name);
    const { positions } = answer;
    await writeBacktestPage(io, { ...request, html: request.html, name, bars, positions, options, result });
  }
  const points = request.costLevels && costSensitivity(bars, answer.positions, options, request.costLevels);
  const shown = { request, name: answer.name, bars, options, result, points };
  io.out(request.json ? asJson(shown) : asText(io, shown));
}

/** A slip of the hand must not cost the user a strategy. */
export function refuseToOverwrite(
  io: Io,
  { html, file }: Pick<BacktestRequest, "html" | "file">,
  markets: readonly string[],
): void {
  if (html === undefined) return;
  const inputs = [file, ...markets].map((name) => resolve(io.cwd, name));
  if (inputs.includes(resolve(io.cwd, html))) {
    throw new UserError(`--html ${html} is what is back-tested: name another file for the page`);
  }
}

/** Loads a market by the name that the user wrote; `data` is the folder of the datasets, the package's unless given. */
export function openMarket(io: Io, name: string, data: string | undefined): Promise<LoadedMarket> {
  const folder = data === undefined ? join(io.root, "market-data") : resolve(io.cwd, data);
  return loadMarket(name, { folder, cacheFolder: join(io.root, ".cache", "market-data"), cwd: io.cwd });
}

/** Says why a strategy has no positions, and sets exit code 3. */
export function showFailure(io: Io, { file, json }: Pick<BacktestRequest, "file" | "json">, failure: Failure): void {
  if (json) io.out(`${JSON.stringify({ failure })}\n`);
  io.err(`${file} failed at ${failure.stage} (${failure.kind}):\n${failure.message}\n`);
  io.exit(3);
}

/** What was assumed about a market, for standard error. */
export function notes(request: Omit<BacktestRequest, "market">, market: LoadedMarket, bars: Bars): string[] {
  const found: string[] = [];
  if (market.barsPerYearInferred && request.barsPerYear === undefined) {
    found.push(`bars per year: ${bars.barsPerYear}, inferred from the times; --bars-per-year sets it`);
  }
  const assumed = [
    ...(market.costs === null && request.feeBps === undefined ? ["--fee-bps"] : []),
    ...(market.costs === null && request.slippageBps === undefined ? ["--slippage-bps"] : []),
  ];
  if (assumed.length > 0)
    found.push(
      `costs: a bare file states none, so 0; ${assumed.join(" and ")} ${assumed.length > 1 ? "set" : "sets"} them`,
    );
  if (market.halfSpread !== null) found.push("costs: half of the spread that the file states is paid on each trade");
  return found;
}

async function readAnswer(io: Io, request: BacktestRequest, bars: Bars): Promise<StrategyPositions> {
  const file = resolve(io.cwd, request.file);
  const ending = extname(file).toLowerCase();
  if (ending === ".csv") {
    const positions = await readPositions(file, request.file, bars);
    return { ok: true, positions, allocations: [positions], name: null };
  }
  if (![".ts", ".mts", ".js", ".mjs"].includes(ending)) {
    throw new UserError(`${request.file}: wanted a strategy (.ts) or positions (.csv)`);
  }
  return strategyPositions(file, request.file, [bars], strategyTools(io));
}

/** What checks and runs the strategies of this command. */
export function strategyTools(io: Io): StrategyTools {
  return {
    openCompiler: (contract) => createCompiler({ root: io.root, contract }),
    openSandbox: () => createSandboxPool({ workers: 1 }),
  };
}

/** The kernel names what is wrong with its inputs; here they are the user's. */
function simulate(bars: Bars, positions: PositionsInput, options: BacktestOptions): Backtest {
  try {
    return backtest(bars, positions, options);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message);
    throw error;
  }
}

/** A back-test to be shown. */
interface Shown {
  readonly request: BacktestRequest;
  readonly name: string | null;
  readonly bars: Bars;
  readonly options: BacktestOptions;
  readonly result: Backtest;
  readonly points: readonly CostPoint[] | undefined;
}

function asJson({ request, name, bars, options, result, points }: Shown): string {
  const { halfSpread: _, ...costs } = options.costs;
  const shown = {
    metrics: computeMetrics(bars, result),
    equity: Array.from(result.equity),
    costs,
    bars: bars.length,
    market: request.market,
    ...(name === null ? {} : { name }),
    ...(points === undefined ? {} : { costSensitivity: points }),
  };
  return `${JSON.stringify(shown)}\n`;
}

function asText(io: Io, { request, name: own, bars, options, result, points }: Shown): string {
  const held = simulate(bars, { target: new Float64Array(bars.length).fill(1) }, options);
  const { name, heading } = strategyTitle(request.file, own);
  const { rebalance, initial, costs } = options;
  const lines = [
    `${heading} on ${request.market}: ${bars.length} bars, ${day(bars, 0)} to ${day(bars, bars.length - 1)}, ${bars.barsPerYear} a year`,
    `${describeCosts(costs)}, rebalance ${rebalance}, initial equity ${initial}`,
    metricsTable(name, computeMetrics(bars, result), computeMetrics(bars, held), io.color),
    ...(points === undefined ? [] : [costTable(points, io.color)]),
  ];
  if (result.stops !== undefined) lines.push(`closed by stops: ${result.stops.length}`);
  if (result.ruinBar !== null) lines.push(`ruined at bar ${result.ruinBar} (${day(bars, result.ruinBar)})`);
  return `${lines.join("\n")}\n`;
}

function day(bars: Bars, t: number): string {
  const time = bars.time[t];
  return time === undefined ? "–" : new Date(time).toISOString().slice(0, 10);
}
