import { join } from "node:path";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage, DataResource } from "../../core/market/data-package.ts";
import { formatTime, isDaily } from "../../core/market/format-csv.ts";
import { readBars } from "./read-bars.ts";
import { readPackage } from "./read-package.ts";

/** What was found in one instrument. */
export interface InstrumentCheck {
  readonly symbol: string;
  /** null where the file could not be read. */
  readonly bars: number | null;
  /** First and last time, as a canonical CSV writes them. */
  readonly first: string | null;
  readonly last: string | null;
  /** Bars with open = high = low = close. */
  readonly flatBars: number;
  /** Bars without a known volume, 0 among them. */
  readonly unknownVolume: number;
  /** Largest move from close to close, as a fraction with its sign; null with fewer than two bars. */
  readonly largestMove: number | null;
  /** What is wrong: file, line, column and value. null = nothing. */
  readonly error: string | null;
}

/** What was found in one dataset. */
export interface DatasetCheck {
  readonly id: string;
  /** False if anything is wrong. */
  readonly ok: boolean;
  /** What is wrong with datapackage.json; null = nothing. */
  readonly error: string | null;
  readonly instruments: readonly InstrumentCheck[];
}

/** Checks a dataset from its files alone, the cache left aside: manifest, sha256, number of bars, every bar. */
export async function checkDataset(folder: string, id: string): Promise<DatasetCheck> {
  let data: DataPackage;
  try {
    data = await readPackage(folder, id);
  } catch (error) {
    return { id, ok: false, error: userMessage(error), instruments: [] };
  }
  const instruments = await Promise.all(data.resources.map((resource) => checkInstrument(folder, data, resource)));
  return { id, ok: instruments.every((instrument) => instrument.error === null), error: null, instruments };
}

/** The words of a fault of the user's; any other fault is thrown on. */
function userMessage(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

async function checkInstrument(folder: string, data: DataPackage, resource: DataResource): Promise<InstrumentCheck> {
  const name = `${data.name}/${resource.path}`;
  const { symbol, bars: stated } = resource.walkforward;
  try {
    const bars = await readBars({
      file: join(folder, data.name, resource.path),
      name,
      cacheFolder: null,
      barsPerYear: data.walkforward.barsPerYear,
      sha256: resource.hash.slice("sha256:".length),
    });
    const error = bars.length === stated ? null : `${name}: ${bars.length} bars, its datapackage.json states ${stated}`;
    return { symbol, ...summary(bars), error };
  } catch (error) {
    const nothing = { bars: null, first: null, last: null, flatBars: 0, unknownVolume: 0, largestMove: null };
    return { symbol, ...nothing, error: userMessage(error) };
  }
}

function summary(bars: Bars): Omit<InstrumentCheck, "symbol" | "error"> {
  const daily = isDaily(bars.time);
  let flatBars = 0;
  let unknownVolume = 0;
  let largestMove: number | null = null;
  for (let t = 0; t < bars.length; t++) {
    if (bars.high[t] === bars.low[t]) flatBars += 1;
    if (!((bars.volume[t] as number) > 0)) unknownVolume += 1;
    if (t === 0) continue;
    const move = (bars.close[t] as number) / (bars.close[t - 1] as number) - 1;
    if (largestMove === null || Math.abs(move) > Math.abs(largestMove)) largestMove = move;
  }
  const first = formatTime(bars.time[0] as number, daily);
  const last = formatTime(bars.time[bars.length - 1] as number, daily);
  return { bars: bars.length, first, last, flatBars, unknownVolume, largestMove };
}
