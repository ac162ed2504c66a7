import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const statement = /^export (?:default |declare )(class (\w+)[\s\S]*?^\}|function (\w+)\(.*;)$/gm;
const relativeImport = /from ['"](\.[^'"]+)['"]/g;
const namesExported = /^export \{([^}]*)\}/gm;

/**
 * The declarations of the library technicalindicators as those of the global `ti`: one namespace of all its classes and
 * functions, of which those show that its index exports. Programs thus need no import, and the checker no file of it.
 * Throws if two declarations of one name differ.
 */
export async function libraryTypes(root: string): Promise<string> {
  const index = createRequire(join(root, "package.json")).resolve("technicalindicators/declarations/index.d.ts");
  const texts = new Map<string, string>();
  await collect(index, texts);
  const declarations = new Map<string, string>();
  for (const text of texts.values()) {
    for (const [, code = "", ofClass, ofFunction] of text.matchAll(statement)) {
      const name = ofClass ?? ofFunction ?? "";
      if ((declarations.get(name) ?? code) !== code) throw new Error(`technicalindicators declares ${name} twice.`);
      declarations.set(name, code);
    }
  }
  const names = [...(texts.get(index) ?? "").matchAll(namesExported)].map(([, list = ""]) => list.trim());
  return `declare namespace ti {\n${[...declarations.values()].join("\n")}\nexport { ${names.join(", ")} };\n}\n`;
}

/** Reads a declaration file and those that it imports. */
async function collect(file: string, texts: Map<string, string>): Promise<void> {
  if (texts.has(file)) return;
  texts.set(file, "");
  const text = await readFile(file, "utf8");
  texts.set(file, text);
  for (const [, path = ""] of text.matchAll(relativeImport)) await collect(join(dirname(file), `${path}.d.ts`), texts);
}
