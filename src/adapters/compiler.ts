import type { Compiler } from "../bench/ports.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { contractTypes } from "./compiler/contract-types.ts";
import type { Contract } from "./compiler/explain.ts";
import { gather } from "./compiler/gather.ts";
import { reachesOthers } from "./compiler/neutralise.ts";
import { maxCodeLength, strip, tooLong } from "./compiler/strip.ts";
import { type TypeCheckOptions, typeCheck } from "./compiler/type-check.ts";

/** Settings of the compiler. */
export interface CompilerOptions {
  /** The package's own folder: holds node_modules/typescript and strategies/contract.ts. */
  readonly root: string;
  /** Wall time that the type check of one program may take, milliseconds; default 20,000: a crowded machine must not decide. */
  readonly limitMs?: number;
  /** What programs are checked against; default Strategy. */
  readonly contract?: Contract;
}

/** How long a call waits for others to share its process, milliseconds. */
const gatherMs = 20;
/** Most programs in one process: 200 take about half a second. */
const batchSize = 200;

/**
 * The compiler: esbuild takes the types away, TypeScript checks them, strictly and against the contract. Programs that
 * arrive together are checked by one process, without seeing one another; one that declares globals or modules is checked
 * alone. A program is only ever read here, never run, and cannot make the checker open another file.
 */
export function createCompiler(options: CompilerOptions): Compiler {
  const { root, limitMs = 20_000, contract = "Strategy" } = options;
  let types: Promise<string> | undefined;
  const work = async (programs: readonly string[]): Promise<readonly (readonly Diagnostic[])[]> => {
    types ??= contractTypes(root);
    return checkAll(programs, { root, types: await types, limitMs, contract });
  };
  const check = gather(work, gatherMs, batchSize);
  return {
    strip,
    check: (code) =>
      code.length > maxCodeLength
        ? Promise.resolve([{ line: 1, column: 1, code: 0, message: tooLong(code) }])
        : check(code),
  };
}

/** Programs that keep to themselves in one process, those that do not parse in another, each of the others in its own. */
async function checkAll(
  programs: readonly string[],
  options: TypeCheckOptions,
): Promise<readonly (readonly Diagnostic[])[]> {
  const results = new Map<string, readonly Diagnostic[]>();
  const distinct = [...new Set(programs)];
  const together = distinct.filter((code) => !reachesOthers(code));
  const parsing = together.filter((code) => strip(code).ok);
  for (const group of [parsing, together.filter((code) => !parsing.includes(code))]) {
    const found = await typeCheck(group, options);
    for (const [i, code] of group.entries()) results.set(code, found[i] ?? []);
  }
  for (const code of distinct.filter(reachesOthers)) {
    results.set(code, (await typeCheck([code], options))[0] ?? []);
  }
  return programs.map((code) => results.get(code) ?? []);
}
