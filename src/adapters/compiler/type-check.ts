import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { WorldError } from "../../core/failure.ts";
import { DiagnosticList } from "./diagnostics.ts";
import { type Contract, explain, explainExport } from "./explain.ts";
import { neutralise } from "./neutralise.ts";
import { runTsc } from "./run-tsc.ts";

/** What a type check needs besides the programs. */
export interface TypeCheckOptions {
  /** The package's own folder. */
  readonly root: string;
  /** Declarations of the contract, see contractTypes. */
  readonly types: string;
  /** Wall time that one program may take, milliseconds; each further one of a batch adds a twentieth. */
  readonly limitMs: number;
  /** What default exports are held against; Strategy unless given. */
  readonly contract?: Contract;
}

/**
 * No resolution of imports (`noResolve`): the checker opens no file but those listed, so a program cannot read another
 * file by importing or referencing it. `moduleDetection: force` makes each program a module, so that their names do not clash.
 */
const compilerOptions = {
  strict: true,
  target: "es2025",
  // What the sandbox's V8 has.
  lib: ["es2025", "esnext.array", "esnext.collection", "esnext.disposable", "esnext.error", "esnext.typedarrays"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  moduleDetection: "force",
  verbatimModuleSyntax: true,
  noResolve: true,
  resolveJsonModule: false,
  noEmit: true,
  skipLibCheck: true,
};

/** Numbers below 2000 that are not the parser's: the checker gives them for a program that parses. */
const semantic: ReadonlySet<number> = new Set([1192, 1259, 1360, 1361, 1484]);

/**
 * Checks programs in one process; when that breaks, halves them until those that broke it are alone, and says so of
 * them. While any program has a syntax error the checker says nothing about types, so the others are then checked again.
 */
export async function typeCheck(
  programs: readonly string[],
  options: TypeCheckOptions,
): Promise<readonly (readonly Diagnostic[])[]> {
  if (programs.length === 0) return [];
  const results = await checkBatch(programs, options);
  if (results !== null) return withoutSyntaxErrors(programs, results, options);
  if (programs.length === 1) {
    const message = `The type check did not end within ${options.limitMs / 1000} s: its types are too deep or too large.`;
    return [[{ line: 1, column: 1, code: 2589, message }]];
  }
  const half = Math.ceil(programs.length / 2);
  const first = await typeCheck(programs.slice(0, half), options);
  return [...first, ...(await typeCheck(programs.slice(half), options))];
}

async function withoutSyntaxErrors(
  programs: readonly string[],
  results: readonly (readonly Diagnostic[])[],
  options: TypeCheckOptions,
): Promise<readonly (readonly Diagnostic[])[]> {
  const parses = results.map((list) => !list.some(({ code }) => code < 2000 && !semantic.has(code)));
  const rest = programs.filter((_, i) => parses[i]);
  if (rest.length === programs.length || rest.length === 0) return results;
  const checked = (await typeCheck(rest, options)).values();
  return results.map((list, i) => (parses[i] ? (checked.next().value ?? []) : list));
}

/** One process over all programs; null if it broke. */
async function checkBatch(
  programs: readonly string[],
  options: TypeCheckOptions,
): Promise<readonly (readonly Diagnostic[])[] | null> {
  const names = programs.map(randomName);
  const folder = await writeProject(programs, names, options);
  try {
    const list = new DiagnosticList();
    const limitMs = options.limitMs * (1 + (programs.length - 1) / 20);
    const end = await runTsc(options.root, folder, limitMs, (line) => list.add(line));
    if (end === "broke") return null;
    if (list.broken !== null) return await blame(programs, list.broken, options);
    return programs.map((code, i) =>
      diagnosticsOf(code, list.of(`p-${names[i]}.ts`), list.of(`c-${names[i]}.ts`), options.contract),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * An error that the checker names no file for: one program's doing (syntax whose types are not there), if it is alone and
 * an innocent program gets none; several are halved. Throws if nothing can be checked at all.
 */
async function blame(
  programs: readonly string[],
  broken: string,
  options: TypeCheckOptions,
): Promise<readonly (readonly Diagnostic[])[] | null> {
  if (programs.length > 1) return null;
  if (programs[0] === innocent) throw new Error(`The type check could not start: ${broken}`);
  await checkBatch([innocent], options);
  const [, code = "0", message = broken] = /^error TS(\d+): (.*)$/.exec(broken) ?? [];
  return [[{ line: 1, column: 1, code: Number(code), message }]];
}

const innocent = "export default { decide: (bars) => ({ target: bars.close }) } satisfies Strategy;\n";

/** Nobody can guess it, so no program can import another of its batch, or the contract's own file. */
function randomName(): string {
  return randomBytes(12).toString("hex");
}

async function writeProject(
  programs: readonly string[],
  names: readonly string[],
  { types, contract: kind = "Strategy" }: TypeCheckOptions,
): Promise<string> {
  try {
    const folder = await mkdtemp(join(tmpdir(), "walkforward-check-"));
    const files = names.flatMap((name) => [`p-${name}.ts`, `c-${name}.ts`]);
    const writes = programs.flatMap((code, i) => [
      writeFile(join(folder, `p-${names[i]}.ts`), neutralise(code)),
      writeFile(
        join(folder, `c-${names[i]}.ts`),
        `import program from "./p-${names[i]}";\nprogram satisfies ${kind};\n`,
      ),
    ]);
    const contract = `t-${randomName()}.d.ts`;
    writes.push(writeFile(join(folder, contract), types));
    writes.push(
      writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [contract, ...files] })),
    );
    await Promise.all(writes);
    return folder;
  } catch (error) {
    throw new WorldError(`The type check cannot write its temporary files: ${String(error)}`);
  }
}

/**
 * The program's own diagnostics; if it has none, those of the companion file that holds its default export against
 * its contract, moved to the line of the default export.
 */
function diagnosticsOf(
  code: string,
  own: readonly Diagnostic[],
  companion: readonly Diagnostic[],
  contract: Contract | undefined,
): readonly Diagnostic[] {
  if (own.length > 0) return own.map((found) => ({ ...found, message: explain(found, code) }));
  const line = defaultExportLine(code);
  return companion.map((found) => ({
    line,
    column: 1,
    code: found.code,
    message: explainExport(found, contract ?? "Strategy"),
  }));
}

/** Line of the last `export default` or `as default`, from 1; 1 if there is none. */
function defaultExportLine(code: string): number {
  const lines = code.split("\n");
  const at = lines.findLastIndex((line) => /\bexport\s+default\b|\bas\s+default\b/.test(line));
  return Math.max(1, at + 1);
}
