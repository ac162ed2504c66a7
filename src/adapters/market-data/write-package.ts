import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";

/** Writes datapackage.json and the CSV of each resource, in their order, into `folder`, made where absent. */
export async function writePackage(folder: string, data: DataPackage, csvs: readonly string[]): Promise<void> {
  const checked = dataPackageSchema.parse(data);
  await mkdir(folder, { recursive: true });
  for (const [i, resource] of checked.resources.entries()) await writeFile(join(folder, resource.path), csvs[i] ?? "");
  await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(data, null, 2)}\n`);
}
