import { join, resolve } from "node:path";
import { loadMarket } from "../../adapters/market-data.ts";
import type { ProgramPath } from "../../bench/evaluate/program-path.ts";
import { alignMarkets } from "../../core/backtest/portfolio/align-markets.ts";
import { type Bars, sliceBars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { auditPaths } from "../../core/look-ahead/audit-paths.ts";
import { auditPortfolios } from "../../core/look-ahead/audit-portfolios.ts";
import type { Path } from "../../core/paths/path.ts";
import type { ContractName } from "../backtest/contract-of.ts";
import type { Io } from "../io.ts";

/** The market that an audit without `--market` adds to the generated ones, where it is installed. */
const defaultMarket = "us-sp500-daily";
/** Its last ten years: a path of a scored run is not longer, and a quadratic program is not to fail for the length. */
const defaultBars = 2520;
/** Warm-up of a market as a path, bars; a shorter market gives half of its bars. */
const warmupBars = 250;

/** What the user asked for. */
interface Asked {
  readonly markets: readonly string[];
  readonly data?: string;
  readonly seed: string;
}

/**
 * What strategies of each kind are audited on: the markets asked for, whole, several as a portfolio; or generated ones, for
 * strategies of one market with the last ten years of the S&P 500. Markets that were asked for are read at once, the
 * generated ones when the first file needs them.
 */
export async function auditMarketsOf(
  io: Io,
  asked: Asked,
): Promise<Readonly<Record<ContractName, () => Promise<readonly ProgramPath[]>>>> {
  const folder = asked.data === undefined ? join(io.root, "market-data") : resolve(io.cwd, asked.data);
  const { markets, seed } = asked;
  if (markets.length === 0) {
    return {
      Strategy: once(() => generatedPaths(io, folder, seed)),
      PortfolioStrategy: once(async () => auditPortfolios(seed, 2)),
    };
  }
  const twice = markets.find((name, i) => markets.indexOf(name) !== i);
  if (twice !== undefined) throw new UserError(`--market names ${twice} twice: name each market once`);
  const loaded: Path[] = [];
  for (const name of markets) loaded.push(await marketPath(io, folder, name));
  const portfolio = { ...portfolioOf(loaded), marketNames: markets };
  return { Strategy: async () => loaded, PortfolioStrategy: async () => [portfolio] };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function generatedPaths(io: Io, folder: string, seed: string): Promise<readonly Path[]> {
  const generated = auditPaths(seed, 7);
  try {
    const market = await marketPath(io, folder, defaultMarket);
    const { bars } = market;
    return [...generated, { ...market, bars: sliceBars(bars, Math.max(0, bars.length - defaultBars), bars.length) }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.err(`Without ${defaultMarket}: ${error.message}\n`);
    return generated;
  }
}

async function marketPath(io: Io, folder: string, market: string): Promise<Path> {
  const loaded = await loadMarket(market, { folder, cacheFolder: null, cwd: io.cwd });
  const { bars } = loaded;
  if (bars.length < 3) throw new UserError(`${market} has ${bars.length} bars; an audit needs at least 3.`);
  return {
    id: loaded.name,
    kind: "history",
    regime: "flat",
    stress: false,
    dataset: loaded.dataset?.info.id ?? market,
    symbol: loaded.symbol,
    start: 0,
    bars,
    warmupBars: warmupOf(bars),
    costs: loaded.costs ?? { feeBps: 0, slippageBps: 0 },
  };
}

/** All markets on one axis, as one path. */
function portfolioOf(paths: readonly Path[]): ProgramPath {
  const [first] = paths;
  if (first === undefined) throw new RangeError("no market");
  const { markets } = alignMarkets(paths.map(({ bars }) => bars));
  const bars = markets[0] ?? first.bars;
  return { ...first, id: paths.map(({ id }) => id).join(", "), bars, markets, warmupBars: warmupOf(bars) };
}

function warmupOf({ length }: Bars): number {
  return Math.min(warmupBars, Math.floor(length / 2));
}
