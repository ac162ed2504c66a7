import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { WorldError } from "../../core/failure.ts";
import { DiagnosticList } from "./diagnostics.ts";
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
}

/**
 * No resolution of imports (`noResolve`): the checker opens no file but those listed, so a program cannot read another
 * file by importing or referencing it. `moduleDetection: force` makes each program a module, so that their names do not clash.
 */
const compilerOptions = {
  strict: true,
  target: "es2024",
  lib: ["es2024"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  moduleDetection: "force",
  verbatimModuleSyntax: true,
  noResolve: true,
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
  // Nobody can guess the names, so no program can import another of its batch.
  const names = programs.map(() => randomBytes(12).toString("hex"));
  const folder = await writeProject(programs, names, options.types);
  try {
    const list = new DiagnosticList();
    const limitMs = options.limitMs * (1 + (programs.length - 1) / 20);
    const end = await runTsc(options.root, folder, limitMs, (line) => list.add(line));
    if (end === "broke") return null;
    if (list.broken !== null) throw new Error(`The type check could not start: ${list.broken}`);
    return programs.map((code, i) => diagnosticsOf(code, list.of(`p-${names[i]}.ts`), list.of(`c-${names[i]}.ts`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeProject(programs: readonly string[], names: readonly string[], types: string): Promise<string> {
  try {
    const folder = await mkdtemp(join(tmpdir(), "walkforward-check-"));
    const files = names.flatMap((name) => [`p-${name}.ts`, `c-${name}.ts`]);
    const writes = programs.flatMap((code, i) => [
      writeFile(join(folder, `p-${names[i]}.ts`), neutralise(code)),
      writeFile(
        join(folder, `c-${names[i]}.ts`),
        `import program from "./p-${names[i]}";\nprogram satisfies Strategy;\n`,
      ),
    ]);
    writes.push(writeFile(join(folder, "contract.d.ts"), types));
    writes.push(
      writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["contract.d.ts", ...files] })),
    );
    await Promise.all(writes);
    return folder;
  } catch (error) {
    throw new WorldError(`The type check cannot write its temporary files: ${String(error)}`);
  }
}

/**
 * The program's own diagnostics; if it has none, those of the companion file that holds its default export against
 * Strategy, moved to the line of the default export.
 */
function diagnosticsOf(
  code: string,
  own: readonly Diagnostic[],
  companion: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (own.length > 0) return own;
  const line = defaultExportLine(code);
  return companion.map((found) => ({
    line,
    column: 1,
    code: found.code,
    message:
      found.code === 1192
        ? "The module has no default export; wanted `export default { … } satisfies Strategy`."
        : found.message,
  }));
}

/** Line of the last `export default` or `as default`, from 1; 1 if there is none. */
function defaultExportLine(code: string): number {
  const lines = code.split("\n");
  const at = lines.findLastIndex((line) => /\bexport\s+default\b|\bas\s+default\b/.test(line));
  return Math.max(1, at + 1);
}
