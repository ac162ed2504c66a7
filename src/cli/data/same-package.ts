import { isDeepStrictEqual } from "node:util";
import type { DataPackage } from "../../core/market/data-package.ts";

/** True if two packages say the same, the names of their files aside: hashes tell whether the files are the same. */
export function samePackage(a: DataPackage, b: DataPackage): boolean {
  return isDeepStrictEqual(withoutPaths(a), withoutPaths(b));
}

function withoutPaths(data: DataPackage): object {
  const resources = data.resources.map(({ walkforward, ...resource }) => {
    const { original, ...facts } = walkforward;
    return { ...resource, path: "", walkforward: facts, original: { ...original, path: "" } };
  });
  return { ...data, resources };
}
