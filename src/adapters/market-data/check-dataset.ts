import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage, DataResource, OriginalFile } from "../../core/market/data-package.ts";
import { changedFile, hashFile } from "./read-bars.ts";
import { readCsv } from "./read-csv.ts";
import { readPackage } from "./read-package.ts";

/** What was found in the files of one instrument. */
export interface InstrumentCheck {
  readonly resource: DataResource;
  readonly sha256: string | null;
  /** null where the file could not be read. */
  readonly bars: Bars | null;
  /** What is wrong, the gravest first: file, line, column and value. */
  readonly errors: readonly string[];
}

/** What was found in the files of one dataset. */
export interface DatasetCheck {
  readonly id: string;
  /** null where datapackage.json cannot be read. */
  readonly data: DataPackage | null;
  /** What is wrong with datapackage.json; null = nothing. */
  readonly error: string | null;
  readonly instruments: readonly InstrumentCheck[];
}

/** Checks a dataset from its files alone, the cache left aside: manifest, sha256 of CSV and original, number of bars, every bar. */
export async function checkDataset(folder: string, id: string): Promise<DatasetCheck> {
  let data: DataPackage;
  try {
    data = await readPackage(folder, id);
  } catch (error) {
    return { id, data: null, error: userMessage(error), instruments: [] };
  }
  const instruments: InstrumentCheck[] = [];
  for (const resource of data.resources) instruments.push(await checkInstrument(join(folder, id), data, resource));
  return { id, data, error: null, instruments };
}

/** The words of a fault of the user's; any other fault is thrown on. */
function userMessage(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

async function checkInstrument(folder: string, data: DataPackage, resource: DataResource): Promise<InstrumentCheck> {
  const name = `${data.name}/${resource.path}`;
  const file = join(folder, resource.path);
  const { bars: stated, original } = resource.walkforward;
  const errors: string[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      errors.push(userMessage(error));
      return null;
    }
  };
  const sha256 = await attempt(() => hashFile(file, name));
  if (sha256 === null) return { resource, sha256, bars: null, errors };
  if (resource.hash !== `sha256:${sha256}`)
    errors.push(changedFile(name, sha256, resource.hash.slice("sha256:".length)));
  const bars = await attempt(() => readCsv(file, name));
  if (bars !== null && bars.length !== stated) {
    errors.push(`${name}: ${bars.length} bars, its datapackage.json states ${stated}`);
  }
  if (original !== undefined) await attempt(() => checkOriginal(folder, data.name, original));
  return { resource, sha256, bars: bars && { ...bars, barsPerYear: data.walkforward.barsPerYear }, errors };
}

/** Throws `UserError` for an original that is gone or not what the package states. */
async function checkOriginal(folder: string, id: string, { path, sha256 }: OriginalFile): Promise<void> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(join(folder, path)), createGunzip(), hash);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${id}/${path}: the original file cannot be read (${why}); the bars do not need it`);
  }
  const found = hash.digest("hex");
  if (found !== sha256) throw new UserError(changedFile(`${id}/${path}`, found, sha256));
}
