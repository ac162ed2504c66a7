import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { onDisk } from "../shared/disk-error.ts";
import { writeFileAtomic } from "../shared/write-file-atomic.ts";
import { type DatasetToStore, packageText } from "./add-dataset.ts";
import { removeLeftovers } from "./remove-leftovers.ts";
import { filesOf, type NamedFile, nameFiles, versionOf } from "./resource-files.ts";
import { syncFolder, writeNewSynced } from "./synced-file.ts";

/**
 * Puts a dataset in the place of the one with its name. New files get names of their own beside the old ones (`aapl-2.csv`) and are
 * synced; then datapackage.json, which names them, is exchanged in one step; then the files that only the old package named
 * are removed. A kill at any moment leaves the old dataset or the new one, whole; at no moment is there none.
 *
 * @param before text of the datapackage.json that the new one was made to replace
 * @returns the package as stored, with the names of its files
 * @throws UserError where another process has changed the dataset in between, and where the folder cannot be written to;
 *   WorldError for a full disk
 */
export function replaceDataset(folder: string, dataset: DatasetToStore, before: string): DataPackage {
  const place = join(folder, dataset.data.name);
  const manifest = join(place, "datapackage.json");
  const old = dataPackageSchema.parse(JSON.parse(before));
  return onDisk(place, () => {
    const { data, files } = writeVersion(place, dataset, versionOf(old) + 1);
    try {
      dataPackageSchema.parse(data);
      syncFolder(place);
      if (readFileSync(manifest, "utf8") !== before) throw changedMeanwhile(data.name);
      writeFileAtomic(manifest, packageText(data));
    } catch (error) {
      remove(place, files);
      throw error;
    }
    syncFolder(place);
    const kept = filesOf(data);
    for (const path of filesOf(old)) if (!kept.includes(path)) rmSync(join(place, path), { force: true });
    removeLeftovers(place, (name) => isVersion(name, old) && !kept.includes(name));
    return data;
  });
}

/** True for the names that the files of a package get here, and for what an interrupted exchange of datapackage.json leaves. */
function isVersion(file: string, data: DataPackage): boolean {
  if (/^datapackage\.json\..+\.tmp$/.test(file)) return true;
  return data.resources.some(
    ({ name }) => file.startsWith(`${name}-`) && /^\d+\.(csv|original\.gz)$/.test(file.slice(name.length + 1)),
  );
}

function changedMeanwhile(id: string): UserError {
  return new UserError(`${id}: another process has changed this dataset meanwhile; run the command again`);
}

/** Writes the new files under the first version of names from `version` on that no other process has taken. */
function writeVersion(
  place: string,
  { data, contents }: DatasetToStore,
  version: number,
): ReturnType<typeof nameFiles> {
  for (let next = version; ; next++) {
    const named = nameFiles(data, contents, next);
    const written: NamedFile[] = [];
    try {
      for (const file of named.files) {
        writeNewSynced(join(place, file.path), file.data);
        written.push(file);
      }
      return named;
    } catch (error) {
      // The file that failed may be half there, unless it is another's.
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      remove(place, taken ? written : named.files.slice(0, written.length + 1));
      if (!taken) throw error;
    }
  }
}

function remove(place: string, files: readonly NamedFile[]): void {
  for (const { path } of files) rmSync(join(place, path), { force: true });
}
