import { transformSync } from "esbuild";
import type { Stripped } from "../../bench/ports.ts";
import { failure } from "../../core/failure.ts";
import { sourceLines } from "./source-lines.ts";

/** Longest program, UTF-16 units: 40 times the longest reference strategy. */
export const maxCodeLength: number = 256 * 1024;

/**
 * JavaScript without types. Imports of which a value is used stay in it, so that the sandbox can refuse them by name.
 * A syntax error is a `type-error` that names its line.
 */
export function strip(code: string): Stripped {
  if (code.length > maxCodeLength) return { ok: false, failure: failure("type-check", "type-error", tooLong(code)) };
  try {
    const result = transformSync(code, {
      loader: "ts",
      // Decorators and `using` become older code; V8 does not have all of them.
      target: "es2024",
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      // Without verbatimModuleSyntax `import { type Strategy }` goes whole, as its writer means it to.
      tsconfigRaw: { compilerOptions: { target: "esnext" } },
      sourcemap: "external",
      sourcesContent: false,
    });
    return { ok: true, code: result.code, sourceLine: sourceLines(result.map) };
  } catch (error) {
    return { ok: false, failure: failure("type-check", "type-error", syntaxError(error)) };
  }
}

/** What is said of a program that is too long. */
export function tooLong(code: string): string {
  return `The program has ${code.length} characters; wanted at most ${maxCodeLength}.`;
}

function syntaxError(error: unknown): string {
  const found = (error as { errors?: readonly { text: string; location: { line: number; column: number } | null }[] })
    .errors?.[0];
  if (found === undefined) throw error;
  const { location } = found;
  const where = location === null ? "" : ` (line ${location.line}, column ${location.column + 1})`;
  return `Syntax error${where}: ${found.text}`;
}
