import { describe, expect, it } from "vitest";
import { filesBelow, type ImportStatement, importsOf, sourceOf } from "./source-files.ts";

/** Packages without files, network, clock or environment of their own. */
const purePackages = ["zod", "jstat", "fast-check", "d3-scale", "lightweight-charts"];

interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  /** `all`, `pure` or `none`: which packages and node modules. */
  readonly packages: "all" | "pure" | "none";
}

const layers: readonly Layer[] = [
  { folder: "src/core", mayImport: ["src/core"], packages: "pure" },
  { folder: "src/report", mayImport: ["src/report", "src/core"], packages: "pure" },
  { folder: "src/bench", mayImport: ["src/bench", "src/core"], packages: "none" },
  { folder: "sandbox", mayImport: ["sandbox", "src/core"], packages: "all" },
  {
    folder: "src/adapters",
    mayImport: ["src/adapters", "src/core", "src/bench/ports.ts", "sandbox/protocol.ts", "sandbox/limits.ts"],
    packages: "all",
  },
  { folder: "src/web", mayImport: ["src/web", "src/core", "src/report", "src/bench/ports.ts"], packages: "all" },
  { folder: "src/cli", mayImport: ["src", "sandbox"], packages: "all" },
];

function allowed(layer: Layer, found: ImportStatement): boolean {
  if (found.specifier.startsWith(".")) {
    return layer.mayImport.some((folder) => found.target === folder || found.target.startsWith(`${folder}/`));
  }
  if (layer.packages === "all") return true;
  if (layer.packages === "none") return false;
  return purePackages.some((name) => found.specifier === name || found.specifier.startsWith(`${name}/`));
}

const typescript = (folder: string): readonly string[] =>
  filesBelow(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));

describe("direction of dependency", () => {
  it.each(layers)("$folder imports only $mayImport", (layer) => {
    const files = typescript(layer.folder);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((found) => !allowed(layer, found))
        .map((found) => `${file} imports ${found.specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("strategies import types only", () => {
    const files = typescript("strategies").filter((file) => !file.includes("/mutants/"));
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((found) => !found.typeOnly)
        .map((found) => `${file} imports ${found.specifier}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it("an adapter imports no other adapter", () => {
    const adapterOf = (file: string): string => (file.split("/")[2] ?? "").replace(/\.ts$/, "");
    const wrong = typescript("src/adapters").flatMap((file) =>
      importsOf(file)
        .filter((found) => found.target.startsWith("src/adapters/"))
        .filter((found) => ![adapterOf(file), "shared"].includes(adapterOf(found.target)))
        .map((found) => `${file} imports ${found.specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("core reads no clock, no environment and no ambient randomness", () => {
    const words = /\b(Date\.now|new Date\(\)|Math\.random|process\.|performance\.)/;
    const wrong = [...typescript("src/core"), ...typescript("src/report")].filter((file) => words.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });

  it("only main.ts and the launcher touch process and console in the command line", () => {
    const words = /\b(process\.(argv|env|exit|exitCode|stdout|stderr)|console\.)/;
    const files = typescript("src/cli").filter((file) => file !== "src/cli/main.ts");
    expect(files.filter((file) => words.test(codeOf(file)))).toEqual([]);
  });

  it("value imports form no cycle", () => {
    const files = [...typescript("src"), ...typescript("sandbox")];
    const next = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((found) => !found.typeOnly && found.specifier.startsWith("."))
          .map((found) => found.target),
      ]),
    );
    expect(findCycle(next)).toBeNull();
  });
});

/** Source without comments and without the insides of string literals, where those words may stand. */
function codeOf(file: string): string {
  return sourceOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/`(?:[^`\\]|\\.)*`/g, "``");
}

function findCycle(next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
