import { stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { MarketData } from "../bench/ports.ts";
import type { Bars } from "../core/bars.ts";
import type { Costs } from "../core/costs.ts";
import { UserError } from "../core/failure.ts";
import { type DataPackage, datasetInfo } from "../core/market/data-package.ts";
import type { Dataset } from "../core/market/dataset.ts";
import { inferBarsPerYear } from "../core/market/infer-bars-per-year.ts";
import { readBars } from "./market-data/read-bars.ts";
import { listPackages, readPackage, unknownDataset } from "./market-data/read-package.ts";

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

/** The datasets of a folder, in the order of their ids. Each call reads the files anew, CSVs through the cache. */
export function createMarketData(options: MarketDataOptions): MarketData {
  return {
    async list() {
      const ids = await listPackages(options.folder);
      return Promise.all(ids.map(async (id) => datasetInfo(await readPackage(options.folder, id))));
    },
    load: (id) => loadDataset(id, options),
  };
}

/** A dataset; read again where another process has replaced it while its files were read. */
async function loadDataset(id: string, options: MarketDataOptions, attempts = 3): Promise<Dataset> {
  const data = await readPackage(options.folder, id);
  try {
    return await loadPackage(data, options);
  } catch (error) {
    const replaced = !isDeepStrictEqual(data, await readPackage(options.folder, id).catch(() => null));
    if (replaced && attempts > 1) return loadDataset(id, options, attempts - 1);
    throw error;
  }
}

/** All instruments of a package; throws `UserError` for a file that is not what the package says. */
async function loadPackage(data: DataPackage, options: MarketDataOptions): Promise<Dataset> {
  const info = datasetInfo(data);
  const load = async (resource: DataPackage["resources"][number], i: number): Promise<Bars> => {
    const name = `${data.name}/${resource.path}`;
    const bars = await readBars({
      file: join(options.folder, data.name, resource.path),
      name,
      cacheFolder: options.cacheFolder,
      barsPerYear: info.barsPerYear,
      sha256: info.instruments[i]?.sha256 ?? null,
    });
    const stated = resource.walkforward.bars;
    if (bars.length !== stated)
      throw new UserError(`${name}: ${bars.length} bars, its datapackage.json states ${stated}`);
    return bars;
  };
  return { info, bars: await Promise.all(data.resources.map(load)) };
}

/**
 * Loads `id` (its first instrument), `id/SYMBOL`, or a CSV file (relative to `cwd`). A dataset goes before a file of the
 * same name. Throws `UserError` for what is not there or is damaged, with the nearest name.
 */
export async function loadMarket(
  nameOrFile: string,
  options: MarketDataOptions & { readonly cwd: string },
): Promise<LoadedMarket> {
  const [id = "", symbol, ...rest] = nameOrFile.split("/");
  const ids = await listPackages(options.folder).catch((): readonly string[] => []);
  if (ids.includes(id) && rest.length === 0) return loadInstrument(id, symbol, options);
  const file = resolve(options.cwd, nameOrFile);
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return loadFile(nameOrFile, file, options.cacheFolder);
  if (found?.isDirectory()) throw new UserError(`${nameOrFile}: a folder, wanted the id of a dataset or a CSV file`);
  if (extname(nameOrFile) !== "" || rest.length > 0) throw new UserError(`${nameOrFile}: no such file`);
  throw unknownDataset(id, ids);
}

async function loadInstrument(
  id: string,
  symbol: string | undefined,
  options: MarketDataOptions,
): Promise<LoadedMarket> {
  const dataset = await createMarketData(options).load(id);
  const symbols = dataset.info.instruments.map((instrument) => instrument.symbol);
  // `id/` is what completion of a folder's name leaves.
  const wanted = symbol || (symbols[0] ?? "");
  const bars = dataset.bars[symbols.indexOf(wanted)];
  if (bars === undefined) throw new UserError(`no instrument "${wanted}" in ${id}: there are ${symbols.join(", ")}`);
  const { costs } = dataset.info;
  return { dataset, bars, name: `${id}/${wanted}`, costs, barsPerYearInferred: false, symbol: wanted };
}

async function loadFile(name: string, file: string, cacheFolder: string | null): Promise<LoadedMarket> {
  const bars = await readBars({ file, name, cacheFolder, barsPerYear: null, sha256: null });
  return {
    dataset: null,
    bars: { ...bars, barsPerYear: inferBarsPerYear(bars.time) },
    name,
    costs: null,
    barsPerYearInferred: true,
    symbol: basename(name, extname(name)),
  };
}
