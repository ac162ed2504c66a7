import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Declarations that give programs the types of strategies/contract.ts twice: as the module "walkforward" and, "the types are
 * there without it", as globals.
 */
export async function contractTypes(root: string): Promise<string> {
  const contract = await readFile(join(root, "strategies", "contract.ts"), "utf8");
  const names = [...contract.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1] ?? "");
  const globals = names.map((name) => `type ${name} = import("walkforward").${name};`);
  return `declare module "walkforward" {\n${contract}\n}\n${globals.join("\n")}\n`;
}
