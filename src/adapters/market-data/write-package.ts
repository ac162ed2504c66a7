import { join } from "node:path";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { writeFileAtomic } from "../shared/write-file-atomic.ts";

/**
 * Writes the CSV of each resource, in their order, and then datapackage.json into `folder`, made where absent.
 *
 * @throws UserError where the folder cannot be written to
 */
export function writePackage(folder: string, data: DataPackage, csvs: readonly string[]): void {
  const checked = dataPackageSchema.parse(data);
  for (const [i, { path }] of checked.resources.entries()) writeFileAtomic(join(folder, path), csvs[i] ?? "");
  writeFileAtomic(join(folder, "datapackage.json"), `${JSON.stringify(data, null, 2)}\n`);
}
