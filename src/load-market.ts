import { fileURLToPath } from "node:url";
import { type LoadedMarket, loadMarket as load } from "./adapters/market-data.ts";

/** Where `loadMarket` looks. */
export interface LoadMarketOptions {
  /** Folder that holds one folder a dataset; that of the package unless given. */
  readonly folder?: string;
  /** Folder of the binary cache of parsed CSVs; none unless given. */
  readonly cacheFolder?: string;
}

/**
 * Loads a market: `us-sp500-daily` (a dataset, its first instrument), `dataset/SYMBOL`, or a CSV file with the columns
 * time, open, high, low, close and, if it likes, volume. Of a bare file `costs` is null and bars per year are inferred.
 *
 * @throws UserError for what is not there or is damaged: names file and line, and the nearest name.
 * @example
 * import { loadMarket } from "walkforward";
 * const { name, bars, costs } = await loadMarket("us-sp500-daily");
 * console.log(name, bars.length, bars.barsPerYear, costs); // us-sp500-daily/SPX 5105 252 { feeBps: 1, slippageBps: 1 }
 */
export function loadMarket(nameOrFile: string, options: LoadMarketOptions = {}): Promise<LoadedMarket> {
  const folder = options.folder ?? fileURLToPath(new URL("../market-data", import.meta.url));
  return load(nameOrFile, { folder, cacheFolder: options.cacheFolder ?? null, cwd: "." });
}
