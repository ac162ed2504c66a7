import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { writingError } from "../shared/file-error.ts";

/** Writes datapackage.json and the CSV of each resource, in their order, into `folder`, made where absent. */
export async function writePackage(folder: string, data: DataPackage, csvs: readonly string[]): Promise<void> {
  const checked = dataPackageSchema.parse(data);
  try {
    await mkdir(folder, { recursive: true });
    for (const [i, { path }] of checked.resources.entries()) await writeFile(join(folder, path), csvs[i] ?? "");
    await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(data, null, 2)}\n`);
  } catch (error) {
    throw writingError(error, folder);
  }
}
