import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { libraryTypes } from "./library-types.ts";

/** The console of the sandbox: it swallows everything (sandbox/guest-globals.ts). */
const consoleType = `declare const console: Readonly<Record<
  "log" | "info" | "debug" | "warn" | "error" | "trace" | "table" | "dir" | "assert",
  (...data: readonly unknown[]) => void
>>;`;

/**
 * Declarations that give programs the types of strategies/contract.ts and portfolio-contract.ts twice: as the module "walkforward" and, "the types are
 * there without it", as globals; the sandbox's console; and its library `ti`.
 */
export async function contractTypes(root: string): Promise<string> {
  const read = (name: string): Promise<string> => readFile(join(root, "strategies", name), "utf8");
  // One module of the two: the second imports nothing but types of the first.
  const portfolio = (await read("portfolio-contract.ts")).replace(/^import type .*$/gm, "");
  const contract = `${await read("contract.ts")}\n${portfolio}`;
  const names = [...contract.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1] ?? "");
  const globals = names.map((name) => `type ${name} = import("walkforward").${name};`);
  return `declare module "walkforward" {\n${contract}\n}\n${globals.join("\n")}\n${consoleType}\n${await libraryTypes(root)}`;
}
