import { filesBelow, sourceOf } from "./source-files.ts";

/** One example of the documents. */
export interface ApiExample {
  /** File and line of its first line of code. */
  readonly name: string;
  readonly code: string;
  /** What its lines of `console.log(…); // …` say they print. */
  readonly prints: readonly string[];
}

/** The `ts` blocks of src/README.md, and the `@example` blocks of the doc comments below src. */
export function apiExamples(): readonly ApiExample[] {
  const page = "src/README.md";
  const blocks = [...sourceOf(page).matchAll(/```ts\n([\s\S]*?)```/g)];
  const sources = filesBelow("src").filter((file) => file.endsWith(".ts"));
  return [...blocks.map((block) => example(page, block)), ...sources.flatMap(docExamples)];
}

function docExamples(file: string): readonly ApiExample[] {
  const blocks = sourceOf(file).matchAll(/^ \* @example\n((?: \* .*\n)+?)(?= \*\/| \* (?:@|Source))/gm);
  return [...blocks].map((block) => example(file, block));
}

function example(file: string, block: RegExpMatchArray): ApiExample {
  const line = sourceOf(file).slice(0, block.index).split("\n").length + 1;
  const code = (block[1] ?? "").replace(/^ \* /gm, "");
  const prints = [...code.matchAll(/^.*console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1] ?? "");
  return { name: `${file}:${line}`, code, prints };
}
