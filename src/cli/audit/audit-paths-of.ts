import { join, resolve } from "node:path";
import { loadMarket } from "../../adapters/market-data.ts";
import { sliceBars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { auditPaths } from "../../core/look-ahead/audit-paths.ts";
import type { Path } from "../../core/paths/path.ts";
import type { Io } from "../io.ts";

/** The market that an audit without `--market` adds to the generated ones, where it is installed. */
const defaultMarket = "us-sp500-daily";
/** Its last ten years: a path of a scored run is not longer, and a quadratic program is not to fail for the length. */
const defaultBars = 2520;
/** Warm-up of a market as a path, bars; a shorter market gives half of its bars. */
const warmupBars = 250;

/** The paths of an audit: the market asked for, whole, or seven generated ones and the last ten years of the S&P 500. */
export async function auditPathsOf(
  io: Io,
  options: { readonly market?: string; readonly data?: string; readonly seed: string },
): Promise<readonly Path[]> {
  const folder = options.data === undefined ? join(io.root, "market-data") : resolve(io.cwd, options.data);
  if (options.market !== undefined) return [await marketPath(io, folder, options.market)];
  const generated = auditPaths(options.seed, 7);
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
    warmupBars: Math.min(warmupBars, Math.floor(bars.length / 2)),
    costs: loaded.costs ?? { feeBps: 0, slippageBps: 0 },
  };
}
