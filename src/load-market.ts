import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackage } from "./adapters/market-data/read-package.ts";
import { type LoadedMarket as Loaded, loadMarket as load } from "./adapters/market-data.ts";
import { readHalfSpread } from "./adapters/read-spread.ts";
import { UserError } from "./core/failure.ts";

/** Where `loadMarket` looks. */
export interface LoadMarketOptions {
  /** Folder that holds one folder a dataset; that of the package unless given. */
  readonly folder?: string;
  /** Folder of the binary cache of parsed CSVs; none unless given. */
  readonly cacheFolder?: string;
  /** Folder that the names of files are relative to; the working folder unless given. */
  readonly cwd?: string;
}

/** A market as `loadMarket` gives it. */
export interface LoadedMarket extends Loaded {
  /**
   * [n] Half the quoted spread of each bar, in units of price, NaN where it is not known, for `Costs.halfSpread`; null where
   * the CSV has no column spread or halfSpread.
   */
  readonly halfSpread: Float64Array | null;
}

/**
 * Loads a market: `us-sp500-daily` (a dataset, its first instrument), `dataset/SYMBOL`, or a CSV file with the columns
 * time, open, high, low, close and, if it likes, volume, and spread or halfSpread. Of a bare file `costs` is null and bars
 * per year are inferred.
 *
 * @throws UserError for what is not there or is damaged: names file and line, and the nearest name.
 * @example
 * import { loadMarket } from "walkforward";
 * const { name, bars, costs } = await loadMarket("us-sp500-daily");
 * console.log(name, bars.length, bars.barsPerYear, costs); // us-sp500-daily/SPX 5105 252 { feeBps: 1, slippageBps: 1 }
 */
export async function loadMarket(nameOrFile: string, options: LoadMarketOptions = {}): Promise<LoadedMarket> {
  const folder = options.folder ?? fileURLToPath(new URL("../market-data", import.meta.url));
  const cwd = options.cwd ?? ".";
  const market = await load(nameOrFile, { folder, cacheFolder: options.cacheFolder ?? null, cwd });
  return { ...market, halfSpread: await halfSpreadOf(market, folder, cwd) };
}

async function halfSpreadOf(
  { dataset, name, symbol, bars }: Loaded,
  folder: string,
  cwd: string,
): Promise<Float64Array | null> {
  const id = dataset?.info.id;
  const resource =
    id === undefined
      ? undefined
      : (await readPackage(folder, id)).resources.find((each) => each.walkforward.symbol === symbol);
  const file = resource === undefined ? resolve(cwd, name) : join(folder, `${id}`, resource.path);
  const shown = resource === undefined ? name : `${id}/${resource.path}`;
  const halfSpread = await readHalfSpread(file, shown);
  if (halfSpread !== null && halfSpread.length !== bars.length) {
    throw new UserError(`${shown}: ${halfSpread.length} spreads for ${bars.length} bars; wanted one a bar`);
  }
  return halfSpread;
}
