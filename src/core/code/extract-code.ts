import { type Failure, failure } from "../failure.ts";
import { type FencedBlock, fencedBlocks } from "./fenced-blocks.ts";
import { stripReasoning } from "./strip-reasoning.ts";

const codeLanguages: ReadonlySet<string> = new Set([
  "ts",
  "typescript",
  "tsx",
  "mts",
  "cts",
  "js",
  "javascript",
  "jsx",
  "mjs",
  "cjs",
  "ecmascript",
]);

/** The program of a reply, or why there is none. */
export type ExtractedCode =
  | {
      readonly ok: true;
      readonly code: string;
      /** False if the text ended before its block did. */
      readonly closed: boolean;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * The program in a model's reply: the last fenced block in TypeScript or JavaScript that is not blank, reasoning
 * stripped first; failing that, a lone block without a language; failing that, `no-code`.
 *
 * A last block that nobody closed reaches to the end of the text and is taken: a whole program that lacks only its closing
 * fence is common, and one that was cut off fails the type check with the truth. An earlier draft is never scored in its
 * place. Linear in the length of the text.
 */
export function extractCode(text: string): ExtractedCode {
  const blocks = fencedBlocks(stripReasoning(text), (language) => codeLanguages.has(language));
  const written = blocks.filter((block) => block.code.trim() !== "");
  const labelled = written.filter((block) => codeLanguages.has(block.language));
  const chosen = labelled.at(-1) ?? lone(written.filter((block) => block.language === ""));
  if (chosen !== undefined) return { ok: true, code: chosen.code, closed: chosen.closed };
  return { ok: false, failure: failure("code", "no-code", describe(blocks, written)) };
}

function lone(blocks: readonly FencedBlock[]): FencedBlock | undefined {
  return blocks.length === 1 ? blocks[0] : undefined;
}

function describe(blocks: readonly FencedBlock[], written: readonly FencedBlock[]): string {
  const wanted = "wanted one block fenced by ```ts and ```";
  if (blocks.length === 0) return `The reply has no fenced code block; ${wanted}.`;
  if (written.length === 0) return `Every code block of the reply is empty; ${wanted}.`;
  const found = [...new Set(written.map((block) => block.language || "no language"))].slice(0, 5).join(", ");
  return `The reply has ${written.length} code blocks (${found}), none of them TypeScript; ${wanted}.`;
}
