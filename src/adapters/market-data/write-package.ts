import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { onDisk } from "../shared/disk-error.ts";
import { writeFileAtomic } from "../shared/write-file-atomic.ts";
import { addDataset, packageText } from "./add-dataset.ts";

/**
 * Writes the CSV of each resource, in their order, and datapackage.json into `folder`, which bears the dataset's name. A folder that is
 * not there comes to be whole or not at all; in one that is there each file is exchanged by itself.
 *
 * @throws UserError where the folder cannot be written to; WorldError for a full disk
 */
export function writePackage(folder: string, data: DataPackage, csvs: readonly string[]): void {
  const { resources } = dataPackageSchema.parse(data);
  const plain = resources.every(({ name, path }) => path === `${name}.csv`) && basename(folder) === data.name;
  if (plain && !onDisk(folder, () => existsSync(folder))) {
    const contents = resources.map(({ name }, i) => [name, { csv: csvs[i] ?? "", original: null }] as const);
    addDataset(dirname(folder), { data, contents: new Map(contents) });
    return;
  }
  for (const [i, { path }] of resources.entries()) writeFileAtomic(join(folder, path), csvs[i] ?? "");
  writeFileAtomic(join(folder, "datapackage.json"), packageText(data));
}
