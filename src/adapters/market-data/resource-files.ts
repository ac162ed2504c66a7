import type { DataPackage, DataResource } from "../../core/market/data-package.ts";

/** Content of the files of one instrument. */
export interface ResourceContent {
  /** Canonical CSV. */
  readonly csv: string;
  /** The original file, compressed with gzip; null where there is none. */
  readonly original: Uint8Array | null;
}

/** One file to be written. */
export interface NamedFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Every file that a package names. */
export function filesOf(data: DataPackage): readonly string[] {
  return data.resources.flatMap(({ path, walkforward }) => [
    path,
    ...(walkforward.original === undefined ? [] : [walkforward.original.path]),
  ]);
}

/** The highest version among the files of a package: 1 for `aapl.csv`, 2 for `aapl-2.csv`. */
export function versionOf(data: DataPackage): number {
  const versions = data.resources.map(({ name, path }) => {
    const number = path.startsWith(`${name}-`) ? Number(path.slice(name.length + 1, -".csv".length)) : 1;
    return Number.isInteger(number) ? number : 1;
  });
  return Math.max(1, ...versions);
}

/** A package whose instruments that have a content get file names of this version, and those files. */
export function nameFiles(
  data: DataPackage,
  contents: ReadonlyMap<string, ResourceContent>,
  version: number,
): { readonly data: DataPackage; readonly files: readonly NamedFile[] } {
  const files: NamedFile[] = [];
  const resources = data.resources.map((resource): DataResource => {
    const content = contents.get(resource.name);
    if (content === undefined) return resource;
    const base = version === 1 ? resource.name : `${resource.name}-${version}`;
    const path = `${base}.csv`;
    files.push({ path, data: content.csv });
    const { original } = resource.walkforward;
    if (original === undefined || content.original === null) return { ...resource, path };
    const copy = `${base}.original.gz`;
    files.push({ path: copy, data: content.original });
    return { ...resource, path, walkforward: { ...resource.walkforward, original: { ...original, path: copy } } };
  });
  return { data: { ...data, resources }, files };
}
