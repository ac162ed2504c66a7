import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** The repository's own folder. */
export const root: string = resolve(import.meta.dirname, "../..");

/** All files below the given folders of the repository, as paths relative to it; node_modules is left out. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((name) => !name.includes("node_modules") && statSync(join(root, name)).isFile()),
  );
}

/** One import statement of a file. */
export interface ImportStatement {
  /** As written. */
  readonly specifier: string;
  /** Path relative to the repository for relative imports; the package's name or `node:…` otherwise. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** The imports of a TypeScript file of the repository. */
export function importsOf(file: string): readonly ImportStatement[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = [...text.matchAll(statement)].map((match) => ({
    specifier: match[2] ?? "",
    typeOnly: Boolean(match[1]),
  }));
  const later = [...text.matchAll(dynamic)].map((match) => ({ specifier: match[1] ?? "", typeOnly: false }));
  return [...found, ...later].map((one) => ({ ...one, target: targetOf(file, one.specifier) }));
}

function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return relative(root, resolve(root, dirname(file), specifier));
}

/** Text of a file of the repository. */
export function sourceOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
