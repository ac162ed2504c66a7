import type { Failure } from "../../core/failure.ts";

/**
 * The failure of a run with the lines of the program as its writer knows them: the sandbox names those of the
 * code without types, as `(line 12)` at the end or as `[strategy.js:12:3]`.
 */
export function atSourceLines(found: Failure, sourceLine: (line: number) => number): Failure {
  const message = found.message
    .replace(/ ?\[strategy\.js:(\d+)(?::\d+)?\]/g, " (line $1)")
    .replace(/\(line (\d+)\)$/, (_, line: string) => `(line ${sourceLine(Number(line))})`);
  return { ...found, message };
}
