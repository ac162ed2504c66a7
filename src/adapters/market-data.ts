import type { MarketData } from "../bench/ports.ts";
import type { Bars } from "../core/bars.ts";
import type { Costs } from "../core/costs.ts";
import type { Dataset } from "../core/market/dataset.ts";

/** Where datasets lie. */
export interface MarketDataOptions {
  /** Folder that holds one folder a dataset. */
  readonly folder: string;
  /** Folder of the binary cache; null = no cache. */
  readonly cacheFolder: string | null;
}

/** One market, by the id of its dataset or out of a bare CSV. */
export interface LoadedMarket {
  /** null for a bare CSV. */
  readonly dataset: Dataset | null;
  readonly bars: Bars;
  /** `us-sp500-daily/SPX`, or the file as given. */
  readonly name: string;
  /** null for a bare CSV. */
  readonly costs: Costs | null;
  /** True if bars per year were inferred from the times of a bare CSV. */
  readonly barsPerYearInferred: boolean;
  /** The instrument, or the file's name without its ending. */
  readonly symbol: string;
}

/** The datasets of a folder. */
export function createMarketData(options: MarketDataOptions): MarketData {
  throw new Error(`no market data in ${options.folder} yet`);
}

/** Loads `id`, `id/SYMBOL`, or a CSV file (relative to `cwd`). Throws `UserError` for what is not there or is damaged. */
export async function loadMarket(
  nameOrFile: string,
  options: MarketDataOptions & { readonly cwd: string },
): Promise<LoadedMarket> {
  throw new Error(`no market ${nameOrFile} in ${options.folder} yet`);
}
