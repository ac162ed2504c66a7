import { extname, resolve } from "node:path";
import { type AlignedMarkets, alignMarkets } from "../../core/backtest/portfolio/align-markets.ts";
import {
  backtestPortfolio,
  type PortfolioBacktest,
  type PortfolioOptions,
} from "../../core/backtest/portfolio/backtest-portfolio.ts";
import { portfolioMetrics } from "../../core/backtest/portfolio/portfolio-metrics.ts";
import type { Costs } from "../../core/costs.ts";
import { UserError } from "../../core/failure.ts";
import type { PositionsInput } from "../../core/positions.ts";
import type { LoadedMarket } from "../../load-market.ts";
import { describeCosts } from "../../report/backtest/describe-costs.ts";
import type { Io } from "../io.ts";
import { type CostPoint, costTable } from "./cost-sensitivity.ts";
import { holdEqualShares } from "./hold-equal-shares.ts";
import { metricsTable } from "./metrics-table.ts";
import { requestCosts } from "./request-costs.ts";
import {
  type BacktestRequest,
  notes,
  openMarket,
  refuseToOverwrite,
  showFailure,
  strategyTools,
} from "./run-backtest.ts";
import { strategyPositions } from "./strategy-positions.ts";
import { strategyTitle } from "./strategy-title.ts";

/** What the user asked for, with several markets. */
export interface PortfolioRequest extends Omit<BacktestRequest, "market"> {
  /** Dataset ids or CSV files, at least two. */
  readonly markets: readonly string[];
}

/** A portfolio to be shown. */
interface Shown {
  readonly request: PortfolioRequest;
  readonly name: string | null;
  readonly aligned: AlignedMarkets;
  readonly options: PortfolioOptions;
  readonly result: PortfolioBacktest;
  readonly points: readonly CostPoint[] | undefined;
}

/** Back-tests a portfolio strategy on several markets and prints what it came to. Exit code 3 where the strategy fails. */
export async function runPortfolio(io: Io, request: PortfolioRequest): Promise<void> {
  checkRequest(request);
  refuseToOverwrite(io, request, request.markets);
  const loaded: Loaded[] = [];
  for (const name of request.markets) loaded.push(await loadOne(io, request, name));
  const aligned = onAxis(loaded, request.barsPerYear);
  const answer = await strategyPositions(
    resolve(io.cwd, request.file),
    request.file,
    aligned.markets,
    strategyTools(io),
  );
  if (!answer.ok) {
    showFailure(io, request, answer.failure);
    return;
  }
  const { initial, rebalance } = request;
  const options: PortfolioOptions = { initial, rebalance, costs: loaded.map(({ costs }) => costs) };
  const result = simulate(aligned, answer.allocations, options);
  for (const { name, market } of loaded) {
    for (const note of notes(request, market, market.bars)) io.err(`${name}: ${note}\n`);
  }
  if (request.html !== undefined) {
    const { writePortfolioPage } = await import("../report/write-portfolio-page.ts");
    const { name } = strategyTitle(request.file, answer.name);
    await writePortfolioPage(io, {
      ...request,
      html: request.html,
      name,
      aligned,
      options,
      result,
      positions: answer.allocations,
    });
  }
  const points = request.costLevels?.map((level) => atCost(aligned, answer.allocations, options, level));
  const shown = { request, name: answer.name, aligned, options, result, points };
  io.out(request.json ? asJson(shown) : asText(io, shown));
}

/** Refuses what holds for one market only. */
function checkRequest({ file, markets }: PortfolioRequest): void {
  const ending = extname(file).toLowerCase();
  if (ending === ".csv") {
    throw new UserError(`${file} has positions for one market, and ${markets.length} are named: name one`);
  }
  if (![".ts", ".mts", ".js", ".mjs"].includes(ending)) throw new UserError(`${file}: wanted a strategy (.ts)`);
  const twice = markets.find((name, i) => markets.indexOf(name) !== i);
  if (twice !== undefined) throw new UserError(`--market names ${twice} twice: name each market once`);
}

interface Loaded {
  readonly name: string;
  readonly market: LoadedMarket;
  readonly costs: Costs;
}

async function loadOne(io: Io, request: PortfolioRequest, name: string): Promise<Loaded> {
  const market = await openMarket(io, name, request.data);
  return { name, market, costs: requestCosts(request, market) };
}

/** The markets on their axis; bars per year that the user named hold for the axis, and for each market. */
function onAxis(loaded: readonly Loaded[], barsPerYear: number | undefined): AlignedMarkets {
  const given = loaded.map(({ market: { bars } }) => (barsPerYear === undefined ? bars : { ...bars, barsPerYear }));
  const aligned = alignMarkets(given);
  if (barsPerYear === undefined) return aligned;
  return { ...aligned, barsPerYear, markets: aligned.markets.map((bars) => ({ ...bars, barsPerYear })) };
}

/** The back-test names what is wrong with its inputs; here they are the user's. */
function simulate(
  aligned: AlignedMarkets,
  positions: readonly PositionsInput[],
  options: PortfolioOptions,
): PortfolioBacktest {
  try {
    return backtestPortfolio(aligned, positions, options);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message);
    throw error;
  }
}

function atCost(
  aligned: AlignedMarkets,
  positions: readonly PositionsInput[],
  options: PortfolioOptions,
  costBps: number,
): CostPoint {
  const costs = options.costs.map((each) => ({ ...each, feeBps: costBps, slippageBps: 0 }));
  const metrics = portfolioMetrics(aligned, simulate(aligned, positions, { ...options, costs }));
  const { totalReturn, sharpe, maxDrawdown } = metrics;
  return { costBps, totalReturn, sharpe, maxDrawdown };
}

function asJson({ request, name, aligned, options, result, points }: Shown): string {
  const shown = {
    metrics: portfolioMetrics(aligned, result),
    equity: Array.from(result.equity),
    costs: options.costs.map(({ halfSpread: _, ...costs }) => costs),
    bars: aligned.length,
    market: request.markets,
    ...(name === null ? {} : { name }),
    ...(points === undefined ? {} : { costSensitivity: points }),
  };
  return `${JSON.stringify(shown)}\n`;
}

function asText(io: Io, { request, name: own, aligned, options, result, points }: Shown): string {
  const { length: n, time, barsPerYear } = aligned;
  const held = portfolioMetrics(aligned, holdEqualShares(aligned, options));
  const { name, heading } = strategyTitle(request.file, own);
  const lines = [
    `${heading} on ${request.markets.join(", ")}: ${n} bars, ${day(time, 0)} to ${day(time, n - 1)}, ${Number(barsPerYear.toFixed(2))} a year`,
    ...request.markets.map((market, i) => `${market}: ${describeCosts(options.costs[i] as Costs)}`),
    `rebalance ${options.rebalance}, initial equity ${options.initial}; buy-and-hold is of equal shares`,
    metricsTable(name, portfolioMetrics(aligned, result), held, io.color),
    ...(points === undefined ? [] : [costTable(points, io.color)]),
  ];
  const stops = result.legs.reduce((sum, leg) => sum + leg.stops.length, 0);
  if (stops > 0) lines.push(`closed by stops: ${stops}`);
  if (result.ruinBar !== null) lines.push(`ruined at bar ${result.ruinBar} (${day(time, result.ruinBar)})`);
  return `${lines.join("\n")}\n`;
}

function day(times: Float64Array, t: number): string {
  const time = times[t];
  return time === undefined ? "–" : new Date(time).toISOString().slice(0, 10);
}
