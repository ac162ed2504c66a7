import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { onDisk } from "../shared/disk-error.ts";
import { removeLeftovers } from "./remove-leftovers.ts";
import { nameFiles, type ResourceContent } from "./resource-files.ts";
import { syncFolder, writeNewSynced } from "./synced-file.ts";

/** A dataset that is to be stored. */
export interface DatasetToStore {
  readonly data: DataPackage;
  /** The files of its instruments by the names of the resources; the store chooses the names of the files. */
  readonly contents: ReadonlyMap<string, ResourceContent>;
}

/**
 * Stores a dataset that is not there yet as `folder`/<its name>: written into a hidden folder beside it and synced, then given its
 * name. A kill at any moment leaves no dataset or all of it. Of two processes that add one id, one wins and the other is told.
 *
 * @returns the package as stored, with the names of its files
 * @throws UserError where there is one already, and where the folder cannot be written to; WorldError for a full disk
 */
export function addDataset(folder: string, { data, contents }: DatasetToStore): DataPackage {
  const named = nameFiles(data, contents, 1);
  dataPackageSchema.parse(named.data);
  return onDisk(folder, () => {
    const made = mkdirSync(folder, { recursive: true });
    removeLeftovers(folder, (name) => /^\..+\.adding$/.test(name));
    const beside = join(folder, `.${data.name}.${process.pid}.${randomBytes(4).toString("hex")}.adding`);
    try {
      mkdirSync(beside);
      for (const file of named.files) writeNewSynced(join(beside, file.path), file.data);
      writeNewSynced(join(beside, "datapackage.json"), packageText(named.data));
      syncFolder(beside);
      giveName(beside, join(folder, data.name), data.name);
      syncFolder(folder);
      return named.data;
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      if (made !== undefined) removeIfEmpty(folder);
      throw error;
    }
  });
}

/** A package as its file holds it. */
export function packageText(data: DataPackage): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** A folder can take the place of none and of an empty one; what is there already stays. */
function giveName(beside: string, place: string, id: string): void {
  const there = new UserError(`there is a dataset "${id}" already (${place}): give another --id, or --replace`);
  const manifest = join(place, "datapackage.json");
  if (existsSync(manifest)) throw there;
  try {
    renameSync(beside, place);
  } catch (error) {
    if (existsSync(manifest)) throw there;
    if (!existsSync(place)) throw error;
    throw new UserError(`${place} is there and holds no dataset: give another --id, or move it away`);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Someone else has put something into it.
  }
}
