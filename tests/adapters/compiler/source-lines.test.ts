import { expect, it } from "vitest";
import { sourceLines } from "../../../src/adapters/compiler/source-lines.ts";
import { strip } from "../../../src/adapters/compiler/strip.ts";

it("lines of a map that was written by hand", () => {
  // Line 1 from source line 1, line 2 without a mapping, line 3 from source line 5, line 4 from source line 3.
  const line = sourceLines(JSON.stringify({ version: 3, mappings: "AAAA;;AAIA,IAAI;AAFF" }));
  expect([1, 2, 3, 4, 9].map(line)).toEqual([1, 1, 5, 3, 3]);
});

it("a difference of 40 lines takes two digits", () => {
  expect(sourceLines(JSON.stringify({ version: 3, mappings: "AAAA;AAwCA" }))(2)).toBe(41);
});

it("every statement is found on its own line, though types and comments have gone and lines were broken", () => {
  const source = [
    "interface Gone { a: number }",
    "",
    "// gone too",
    "enum Side { Long, Short }",
    "const first = `a",
    "b`; const second: number = 2; if (second > 1) { mark(first); }",
    "/** gone",
    " */",
    "function third<T>(x: T): T {",
    "  return mark(",
    "    x,",
    "  );",
    "}",
  ];
  const stripped = strip(source.join("\n"));
  if (!stripped.ok) throw new Error("does not parse");
  const found = (text: string): number =>
    stripped.sourceLine(1 + stripped.code.split("\n").findIndex((line) => line.includes(text)));
  expect(["Side2[", "const first", "const second", "mark(first)", "function third", "return mark"].map(found)).toEqual([
    4, 5, 6, 6, 9, 10,
  ]);
});
