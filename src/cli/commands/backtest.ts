import { Command, Option } from "commander";
import type { Rebalance } from "../../core/backtest.ts";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";

/** Options as typed, as a variable gives them (text), or as the configuration file does (perhaps numbers). */
interface Options {
  readonly market: string | readonly string[];
  readonly feeBps?: unknown;
  readonly slippageBps?: unknown;
  readonly minFee?: unknown;
  readonly borrowBps?: unknown;
  readonly fundingBps?: unknown;
  readonly costs?: unknown;
  readonly barsPerYear?: unknown;
  readonly rebalance: Rebalance;
  readonly initial: unknown;
  readonly json: boolean;
  readonly html?: string;
  readonly data?: string;
}

/** `walkforward backtest`: back-test one strategy on one market or a portfolio on several, or given targets on one. */
export function backtestCommand(io: Io): Command {
  return new Command("backtest")
    .description("back-test one strategy (in the sandbox) or given positions on one market, or a portfolio on several")
    .argument("[file]", "strategy (.ts), or positions (.csv with the header target, or time,target; empty = keep)")
    .requiredOption(
      "--market <id|file...>",
      "dataset (us-sp500-daily, or id/SYMBOL) or a CSV of bars; several: allocate",
    )
    .option("--fee-bps <n>", "fee in basis points of the traded value; default: the dataset's, 0 for a file")
    .option("--slippage-bps <n>", "slippage in basis points of the traded value; default: the dataset's, 0 for a file")
    .option("--min-fee <n>", "least fee of an order, in the currency of --initial; default: none")
    .option("--borrow-bps <n>", "what shorts pay, in basis points a year; default: the dataset's, 0 for a file")
    .option("--funding-bps <n>", "what longs pay shorts, in basis points a bar; default: the dataset's, 0 for a file")
    .option("--costs <list>", "also compare totals of fee and slippage, in basis points: 0,1,2,5")
    .option("--bars-per-year <n>", "for the annual metrics; default: the dataset's, inferred from the times of a file")
    .addOption(
      new Option("--rebalance <mode>", "hold units between changes of the target, or restore it at each open")
        .choices(["on-change", "every-bar"])
        .default("on-change"),
    )
    .option("--initial <n>", "starting equity", "1")
    .option("--data <dir>", "folder of the datasets; default: market-data of the package")
    .option(
      "--json",
      "one JSON object on standard output: metrics, equity, costs, bars, market (and name, costSensitivity)",
      false,
    )
    .option("--html <file>", "also write a page: equity against buy-and-hold, drawdown, positions, metrics, code")
    .addHelpText("after", help)
    .usage("[options] <file>")
    .action(async (given: string | undefined, options: Options) => {
      const { file, markets } = inputs(given, options.market);
      const request = {
        file,
        feeBps: atLeastZero("--fee-bps", options.feeBps),
        slippageBps: atLeastZero("--slippage-bps", options.slippageBps),
        minFee: atLeastZero("--min-fee", options.minFee),
        borrowBps: atLeastZero("--borrow-bps", options.borrowBps),
        fundingBps: toNumber("--funding-bps", options.fundingBps),
        costLevels: toList("--costs", options.costs),
        barsPerYear: aboveZero("--bars-per-year", options.barsPerYear),
        rebalance: options.rebalance,
        initial: aboveZero("--initial", options.initial) ?? 1,
        json: options.json,
        html: options.html,
        data: options.data,
      };
      const [market = ""] = markets;
      if (markets.length > 1) {
        const { runPortfolio } = await import("../backtest/run-portfolio.ts");
        await runPortfolio(io, { ...request, markets });
      } else {
        const { runBacktest } = await import("../backtest/run-backtest.ts");
        await runBacktest(io, { ...request, market });
      }
    });
}

const help = `
Targets decided at the close of a bar are filled at the next open. Positions may have columns stopLoss, takeProfit and
trailingStop: fractions of the price of entry, read where the target changes, empty = none. Whether a strategy looks
ahead is not checked here: "walkforward audit" does that.
A market whose CSV, of a dataset too, has a column spread (ask less bid) or halfSpread, in units of price, costs half the
spread of the bar on each trade, beside fee and slippage; an empty cell costs none.
A strategy with allocate divides equity among several markets: --market A B C. They share cash and stand on one axis of
time, and the sizes of their targets must add up to at most 1. Options for costs hold for each of them.
Exit code 3: the strategy does not type-check, or fails.

Examples:
  walkforward backtest strategies/baselines/sma-cross.ts --market us-sp500-daily
  walkforward backtest my-strategy.ts --market prices.csv --fee-bps 5 --slippage-bps 2 --json
  walkforward backtest my-strategy.ts --market us-sp500-daily --costs 0,1,2,5 --borrow-bps 50
  walkforward backtest my-strategy.ts --market us-sp500-daily --html backtest.html
  walkforward backtest positions.csv --market us-sp500-daily --rebalance every-bar
  walkforward backtest my-portfolio.ts --market stocks.csv bonds.csv us-sp500-daily --html portfolio.html`;

/** The file and the markets: `--market` takes all that follows it, so that a file after it is the last of them. */
function inputs(
  given: string | undefined,
  market: string | readonly string[],
): { readonly file: string; readonly markets: readonly string[] } {
  const markets = typeof market === "string" ? [market] : market;
  if (given !== undefined) return { file: given, markets };
  const file = markets.at(-1);
  if (file === undefined || markets.length < 2) {
    throw new UserError("no file is named: wanted a strategy (.ts) or positions (.csv), before --market");
  }
  return { file, markets: markets.slice(0, -1) };
}

function atLeastZero(option: string, value: unknown): number | undefined {
  const number = toNumber(option, value);
  if (number !== undefined && number < 0) throw new UserError(`${option} is ${value}: wanted a number of at least 0`);
  return number;
}

function aboveZero(option: string, value: unknown): number | undefined {
  const number = toNumber(option, value);
  if (number !== undefined && number <= 0) throw new UserError(`${option} is ${value}: wanted a number above 0`);
  return number;
}

/** Numbers of at least 0 between commas. */
function toList(option: string, value: unknown): readonly number[] | undefined {
  if (value === undefined) return undefined;
  return String(value)
    .split(",")
    .map((part) => atLeastZero(option, part) ?? 0);
}

function toNumber(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const text = String(value).trim();
  const number = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) throw new UserError(`${option} is "${value}": wanted a number`);
  return number;
}
