import { join } from "node:path";
import { listPackages, readPackage } from "../../adapters/market-data/read-package.ts";
import { makeSynthetic, makeSyntheticBasket } from "../../adapters/market-data/synthetic-package.ts";
import { writePackage } from "../../adapters/market-data/write-package.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage } from "../../core/market/data-package.ts";
import { type SynthRequest, synthSpec } from "./synth-spec.ts";

/** What was written. */
export interface SynthResult {
  readonly id: string;
  readonly folder: string;
  /** Of each instrument. */
  readonly bars: number;
  /** Of the first instrument's file. */
  readonly sha256: string;
  readonly instruments: readonly { readonly symbol: string; readonly sha256: string }[];
}

/** Makes a synthetic dataset under `folder`. Throws `UserError` for a wrong option, or where other data would be overwritten. */
export async function writeSynthetic(request: SynthRequest, folder: string): Promise<SynthResult> {
  const { id, spec } = synthSpec(request);
  const { data, csvs } = "members" in spec ? makeSyntheticBasket(id, spec) : makeOne(makeSynthetic(id, spec));
  await refuseOtherData(folder, data);
  writePackage(join(folder, id), data, csvs);
  const instruments = data.resources.map(({ hash, walkforward }) => {
    return { symbol: walkforward.symbol, sha256: hash.slice("sha256:".length) };
  });
  return { id, folder: join(folder, id), bars: spec.bars, sha256: instruments[0]?.sha256 ?? "", instruments };
}

function makeOne({ data, csv }: ReturnType<typeof makeSynthetic>): ReturnType<typeof makeSyntheticBasket> {
  return { data, csvs: [csv] };
}

/**
 * Makes sure that no dataset of this id with other files lies in `folder`.
 *
 * @throws UserError naming the folder to remove
 */
export async function refuseOtherData(folder: string, data: DataPackage): Promise<void> {
  const present = await listPackages(folder).catch((): readonly string[] => []);
  if (!present.includes(data.name)) return;
  const hashes = (one: DataPackage): string => one.resources.map(({ hash }) => hash).join();
  if (hashes(await readPackage(folder, data.name)) === hashes(data)) return;
  throw new UserError(
    `${data.name} is there already with other data: give another --id, or remove ${join(folder, data.name)} first`,
  );
}
