import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { type DataPackage, dataPackageSchema } from "../../core/market/data-package.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** The ids of the datasets under `folder`, in alphabetical order: the folders that hold a datapackage.json. */
export async function listPackages(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new UserError(`${folder}: no such folder of market data`);
  });
  // Hidden folders are datasets that are being added.
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const held = await Promise.all(
    folders.map(async (id) => (await readdir(join(folder, id)).catch((): string[] => [])).includes("datapackage.json")),
  );
  return folders.filter((_, i) => held[i]).sort();
}

/** Reads and checks the datapackage.json of a dataset. Throws `UserError` for an unknown id or a wrong field. */
export async function readPackage(folder: string, id: string): Promise<DataPackage> {
  const name = `${id}/datapackage.json`;
  const ids = await listPackages(folder);
  if (!ids.includes(id)) throw unknownDataset(id, ids);
  const parsed = dataPackageSchema.safeParse(parseJson(await readFile(join(folder, name), "utf8"), name));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(`${name}: field ${issue?.path.join(".")}: ${issue?.message}`);
  }
  if (parsed.data.name !== id) {
    throw new UserError(`${name}: field name is "${parsed.data.name}", wanted the folder's name "${id}"`);
  }
  return parsed.data;
}

/** The error for an id that is not there. */
export function unknownDataset(id: string, ids: readonly string[]): UserError {
  const near = nearestName(id, ids);
  const advice = near === null ? `there are ${ids.join(", ") || "none"}` : `did you mean ${near}?`;
  return new UserError(`no dataset "${id}": ${advice}`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${name}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
