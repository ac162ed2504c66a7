import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { addDataset } from "../../adapters/market-data/add-dataset.ts";
import { packOriginal } from "../../adapters/market-data/pack-original.ts";
import { listPackages, readPackage, unknownDataset } from "../../adapters/market-data/read-package.ts";
import { replaceDataset } from "../../adapters/market-data/replace-dataset.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage } from "../../core/market/data-package.ts";
import { newPackage, packInstrument } from "./add-package.ts";
import { type AddOptions, checkAddOptions } from "./add-request.ts";
import { type JudgedMarket, judgeFile } from "./judge-file.ts";
import { samePackage } from "./same-package.ts";

/** Where a market is added, and who is told how it goes on. */
export interface AddPlace {
  /** Folder that the file is relative to. */
  readonly cwd: string;
  /** Folder of datasets. */
  readonly folder: string;
  /** Told what begins: `reading aapl.csv`. */
  readonly onStage?: ((stage: string) => void) | undefined;
}

/** What became of a file. */
export interface AddedMarket extends JudgedMarket {
  /** `refused`: an error was found, nothing was written. `unchanged`: it is there already, byte for byte. */
  readonly outcome: "added" | "replaced" | "appended" | "unchanged" | "refused";
  readonly id: string;
  /** The dataset's folder. */
  readonly folder: string;
  /** As stored; null where refused. */
  readonly data: DataPackage | null;
}

/**
 * Imports a vendor's file, lints it, and stores it as a dataset, whole or not at all. A file with errors is refused unless they are
 * mended or allowed.
 *
 * @throws UserError for a wrong option, a file that cannot be read, and an id that is taken; WorldError for a full disk
 */
export async function addMarket(file: string, options: AddOptions, place: AddPlace): Promise<AddedMarket> {
  const numbers = checkAddOptions(options);
  const before = await datasetBefore(options, place.folder);
  const judged = await judgeFile(file, { ...options, numbers }, place);
  const wrong = !options.allowErrors && judged.findings.some(({ level }) => level === "error");
  const found = { ...judged, id: options.id, folder: join(place.folder, options.id) };
  if (wrong || judged.bars.length === 0) return { ...found, outcome: "refused", data: null };
  place.onStage?.("writing");
  const original = await packOriginal(resolve(place.cwd, file), file);
  const { resource, content } = packInstrument({ ...judged, original });
  const fresh = newPackage({ ...options, numbers }, judged.facts, { ...judged, original, resource });
  const contents = new Map([[resource.name, content]]);
  if (before === null) return { ...found, outcome: "added", data: addDataset(place.folder, { data: fresh, contents }) };
  const data = options.append ? appended(before.data, fresh) : fresh;
  if (samePackage(before.data, data)) return { ...found, outcome: "unchanged", data: before.data };
  const stored = replaceDataset(place.folder, { data, contents }, before.text);
  return { ...found, outcome: options.append ? "appended" : "replaced", data: stored };
}

/** The dataset that is to be replaced or added to; null where there is none and none is wanted. */
async function datasetBefore(
  { id, replace, append }: AddOptions,
  folder: string,
): Promise<{ readonly data: DataPackage; readonly text: string } | null> {
  const ids = await listPackages(folder).catch((): readonly string[] => []);
  if (!ids.includes(id)) {
    if (append) throw unknownDataset(id, ids);
    return null;
  }
  if (!replace && !append) {
    throw new UserError(
      `there is a dataset "${id}" already (${join(folder, id)}): give another --id, --replace it, or --append an instrument to it`,
    );
  }
  await readPackage(folder, id);
  const text = await readFile(join(folder, id, "datapackage.json"), "utf8");
  // As it stands there, with fields of Frictionless that we do not know.
  return { data: JSON.parse(text) as DataPackage, text };
}

/** The dataset with one more instrument. Throws `UserError` where the two do not go together. */
function appended(before: DataPackage, fresh: DataPackage): DataPackage {
  const [resource] = fresh.resources;
  if (resource === undefined) return before;
  const { symbol } = resource.walkforward;
  for (const key of ["class", "interval"] as const) {
    const [there, here] = [before.walkforward[key], fresh.walkforward[key]];
    if (there !== here) {
      throw new UserError(
        `${before.name} is of ${key} ${there}, ${symbol} of ${key} ${here}: give --${key} ${there}, or another --id`,
      );
    }
  }
  if (before.resources.some(({ name, walkforward }) => name === resource.name || walkforward.symbol === symbol)) {
    throw new UserError(`${before.name} has an instrument ${symbol} already: give another --symbol`);
  }
  const fitForScoring = before.walkforward.fitForScoring && fresh.walkforward.fitForScoring;
  return {
    ...before,
    resources: [...before.resources, resource],
    walkforward: { ...before.walkforward, fitForScoring },
  };
}
