import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { readingError } from "../shared/reading-error.ts";
import { readCache, writeCache } from "./bar-cache.ts";
import { readCsv } from "./read-csv.ts";

/** A CSV to read. */
export interface BarFile {
  readonly file: string;
  /** The file as messages name it. */
  readonly name: string;
  /** null = no cache. */
  readonly cacheFolder: string | null;
  readonly barsPerYear: number | null;
  /** The sha256 that a data package states; null where nothing states one. */
  readonly sha256: string | null;
}

/** sha256 of a file, in hexadecimal digits. Throws `UserError` for a file that is not there. */
export async function hashFile(file: string, name: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  } catch (error) {
    throw readingError(error, name, "a CSV file");
  }
  return hash.digest("hex");
}

/** What is said of a file whose sha256 is not the one that its package states. */
export function changedFile(name: string, found: string, stated: string): string {
  return (
    `${name}: the file has sha256 ${found}, its datapackage.json states ${stated}; ` +
    "the file was changed or damaged: restore it, or make the dataset again"
  );
}

/** The bars of a CSV, from the cache where it has them. `barsPerYear` is as given, NaN for null. Throws `UserError`. */
export async function readBars(source: BarFile): Promise<Bars> {
  const sha256 = await hashFile(source.file, source.name);
  if (source.sha256 !== null && source.sha256 !== sha256) {
    throw new UserError(changedFile(source.name, sha256, source.sha256));
  }
  const barsPerYear = source.barsPerYear ?? Number.NaN;
  const cached = source.cacheFolder === null ? null : await readCache(source.cacheFolder, sha256);
  if (cached !== null) return { ...cached, barsPerYear };
  const bars = await readCsv(source.file, source.name);
  if (source.cacheFolder !== null) await writeCache(source.cacheFolder, sha256, bars);
  return { ...bars, barsPerYear };
}
