import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCompiler } from "../../src/adapters/compiler.ts";

const compiler = createCompiler({ root: join(import.meta.dirname, "../..") });
const ending = "{ decide: (bars) => ({ target: new Float64Array(bars.length) }) } satisfies Strategy;";
const good = `export default ${ending}\n`;

describe("check", () => {
  it("a strategy has no diagnostics, with the types imported and without", async () => {
    const imported = `import type { Strategy } from "walkforward";\n${good}`;
    expect(await Promise.all([compiler.check(good), compiler.check(imported)])).toEqual([[], []]);
  });

  it("every type of the contract is there without import", async () => {
    const code = `
const column = (ta: Indicators, bars: Bars): Column => ta.sma(bars.close, 3);
const strategy: Strategy = { name: "x", decide(bars, ta): Positions { return { target: column(ta, bars) }; } };
export { strategy as default };`;
    expect(await compiler.check(code)).toEqual([]);
  });

  it("an error keeps the model's own line and column", async () => {
    const found = await compiler.check(`const a: string = 1;\n  const b: number = "x";\n${good}`);
    expect(found.map(({ line, column, code }) => ({ line, column, code }))).toEqual([
      { line: 1, column: 7, code: 2322 },
      { line: 2, column: 9, code: 2322 },
    ]);
  });

  it("a default export that is no strategy is an error on its line", async () => {
    const [found] = await compiler.check("const five = 5;\n\nexport default { decide: five };\n");
    expect(found).toMatchObject({ line: 3, column: 1 });
    expect(found?.message).toContain("Strategy");
  });

  it("a module without a default export is an error that says so", async () => {
    const found = await compiler.check("export const decide = 1;");
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toBe(
      "The module has no default export; wanted `export default { … } satisfies Strategy`.",
    );
  });

  it("50 type errors are 20 diagnostics, each of at most 400 characters", async () => {
    const long = "x".repeat(600);
    const found = await compiler.check(`${`const a: { ${long}: 1 } = { ${long}: 2 };\n`.repeat(50)}${good}`);
    expect(found).toHaveLength(20);
    expect(Math.max(...found.map((diagnostic) => diagnostic.message.length))).toBeLessThanOrEqual(400);
  });

  it.each([
    ["a value import of the contract", `import { Strategy as S } from "walkforward";\n${good}`],
    ["a built-in module", `import fs from "node:fs";\nfs;\n${good}`],
    ["a package", `import ta from "technicalindicators";\nta;\n${good}`],
    ["a type import of a file", `import type { X } from "/etc/passwd";\nexport type Y = X;\n${good}`],
    ["an import type of a file", `export type Y = import("./contract").Bars;\n${good}`],
    ["require", `const fs = require("fs");\nfs;\n${good}`],
    ["process", `process.exit(1);\n${good}`],
    ["the DOM", `document.title;\n${good}`],
    ["an error under @ts-nocheck", `// @ts-nocheck\nconst a: string = 1;\n${good}`],
    ["an error under @ts-ignore", `// @ts-ignore\nconst a: string = 1;\n${good}`],
    ["an error under @ts-expect-error", `// @ts-expect-error\nconst a: string = 1;\n${good}`],
    ["a reference to the types of node", `/// <reference types="node" />\nprocess.exit(1);\n${good}`],
    ["a reference to a library", `/// <reference lib="dom" />\ndocument.title;\n${good}`],
    ["an untyped parameter", "export default { decide: (bars) => ({ target: bars.close }) };"],
  ])("%s is an error", async (_, code) => {
    expect(await compiler.check(code)).not.toEqual([]);
  });

  it("a reference cannot bring in another file", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "walkforward-test-")), "secret.ts");
    writeFileSync(file, "interface Secret { readonly word: 1 }\n");
    const code = `/// <reference path="${file}" />\nconst s: Secret = { word: 1 };\ns;\n${good}`;
    const imported = `import type { Secret } from "${file.replace(".ts", "")}";\nexport type S = Secret;\n${good}`;
    const found = await Promise.all([compiler.check(code), compiler.check(imported)]);
    expect(found.map((list) => list.length)).toEqual([1, 1]);
  });

  it("50 programs with the same names do not see one another", async () => {
    const codes = Array.from({ length: 50 }, (_, i) => `const name = ${i};\nname;\n${good}`);
    const found = await Promise.all([...codes, "name;\nexport {};"].map((code) => compiler.check(code)));
    expect(found.slice(0, 50).every((list) => list.length === 0)).toBe(true);
    expect(found[50]?.[0]?.message).toContain("Cannot find name 'name'");
  });

  it.each([
    ["declared globals", `declare global { interface Array<T> { foo: T } var leaked: number }\n${good}`],
    ["an ambient module", `declare module "fs" { export const x: number }\n${good}`],
    ["a changed contract", `declare module "walkforward" { interface Bars { readonly leaked: number } }\n${good}`],
    ["an escaped keyword", `declare gl\\u006fbal { var leaked: number }\n${good}`],
    ["the default library gone", `/// <reference no-default-lib="true" />\n${good}`],
  ])("%s of one program do not reach another", async (_, poison) => {
    const honest = `const f = (bars: Bars): number => bars.close.length;\nf;\n${good}`;
    const curious = `export const a = leaked;\n${good}`;
    const bar = `export const a = (bars: Bars): number => bars.leaked;\n${good}`;
    const found = await Promise.all([poison, honest, curious, bar].map((code) => compiler.check(code)));
    expect(found[1]).toEqual([]);
    expect(found[2]?.[0]?.code).toBe(2304);
    expect(found[3]?.[0]?.code).toBe(2339);
  });

  it.each([
    ["that esbuild finds too", "export default {"],
    ["that only tsc finds", `const a = 1 as const satisfies;\nexport default {`],
    ["of the checker's grammar", `abstract class A { abstract f() {} }\nnew A();\n${good}`],
    ["of modifiers", `export export const a = 1;\n${good}`],
    ["of a stray brace", `${good}}`],
    ["of a label", `class A { public public x = 1 }\nnew A();\n${good}`],
  ])("a syntax error %s does not hide the type errors of others", async (_, broken) => {
    const wrong = `const a: string = 1;\na;\n${good}`;
    const found = await Promise.all([broken, wrong, good].map((code) => compiler.check(code)));
    expect(found[0]).not.toEqual([]);
    expect(found[1]?.map(({ code }) => code)).toEqual([2322]);
    expect(found[2]).toEqual([]);
  });

  it("syntax that needs global types of its own keeps nobody from being checked", async () => {
    const using = `{ using r = { [Symbol.dispose]() {} }; void r; }\n${good}`;
    const wrong = `const a: string = 1;\na;\n${good}`;
    const found = await Promise.all([wrong, using, good].map((code) => compiler.check(code)));
    expect(found.map((list) => list.length)).toEqual([1, 0, 0]);
  });

  it.each([
    ["./contract.ts", "./contract"],
    ["./tsconfig.json", "./tsconfig.json"],
    ["technicalindicators", "technicalindicators"],
    ["node:fs", "node:fs"],
  ])("a type from %s is refused, and the message says what may be imported", async (_, name) => {
    const found = await compiler.check(`import type { X } from "${name}";\nexport type Y = X;\n${good}`);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/imports nothing but types: import type \{ Strategy \} from "walkforward"\.$/);
  });

  it.each([
    ["a function", "export default function decide(bars: Bars): Positions { return { target: bars.close }; }"],
    ["a class", "export default class { decide(bars: Bars): Positions { return { target: bars.close }; } }"],
    ["a promise", `export default Promise.resolve(${ending.replace("satisfies Strategy;", "as Strategy)")};`],
  ])("%s as the default export is told what is wanted", async (_, code) => {
    const found = await compiler.check(code);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/wanted an object with a method decide\(bars, ta\)/);
  });

  it("an untyped parameter is told where types come from, unless the program names Strategy", async () => {
    const untyped = await compiler.check("export default { decide: (bars) => ({ target: bars.close }) };");
    expect(untyped[0]?.message).toMatch(/satisfies Strategy` gives the parameters of decide their types\.$/);
    const named = await compiler.check(`const f = (x) => x;\nf(1);\n${good}`);
    expect(named[0]?.message).toBe("Parameter 'x' implicitly has an 'any' type.");
  });

  it("console has the nine methods of the sandbox's", async () => {
    expect(await compiler.check(`console.log(1, {}); console.table([]); console.assert(true);\n${good}`)).toEqual([]);
    expect(await compiler.check(`console.profile();\n${good}`)).toHaveLength(1);
  });

  it("types that never end are an error of their program alone", async () => {
    const impatient = createCompiler({ root: join(import.meta.dirname, "../.."), limitMs: 1500 });
    const union = Array.from({ length: 300 }, (_, i) => `{ a: ${i}; b: ${i}; c: ${i} }`).join(" | ");
    const bomb = `type N = [0,0,0,0,0,0,0,0,0,0];
type Cross<A> = A extends unknown ? (A extends unknown ? { [K in keyof A]: A[K] } & (${union}) : never) : never;
type F<D extends 0[], A> = D extends [0, ...infer R extends 0[]] ? F<R, Cross<A>> | F<R, Cross<Cross<A>>> : A;
export const x: F<N, ${union}> = null as unknown as F<N, { z: 1 } & (${union})>;\n${good}`;
    const found = await Promise.all([good, bomb, `${good}\n`].map((code) => impatient.check(code)));
    expect(found[0]).toEqual([]);
    expect(found[1]?.length).toBeGreaterThan(0);
    expect(found[2]).toEqual([]);
  });

  it("a program of 300,000 characters is an error without a check", async () => {
    expect((await compiler.check(`${good}${"/".repeat(300_000)}`))[0]?.message).toMatch(/at most 65536/);
  });

  it("the types of the contract stand once for each program in error messages without temporary paths", async () => {
    const found = await compiler.check(`import x from "./p-00";\nx;\n${good}`);
    expect(JSON.stringify(found)).not.toContain(tmpdir());
  });
});

describe("strip", () => {
  it("types go, code stays", () => {
    const stripped = compiler.strip(
      `import type { Strategy } from "walkforward";\nconst a: number = 1;\nexport default a;`,
    );
    expect(stripped).toMatchObject({ ok: true, code: "const a = 1;\nexport default a;\n" });
  });

  it.each([
    `import type { Strategy } from "walkforward";`,
    `import { type Strategy } from "walkforward";`,
    `import type * as W from "walkforward";`,
  ])("%s leaves nothing, and is no error", async (line) => {
    const code = `${line}\n${good}`;
    expect(JSON.stringify(compiler.strip(code))).not.toContain("walkforward");
    expect(await compiler.check(code)).toEqual([]);
  });

  it("decorators, accessors and using become code that V8 has", () => {
    const code =
      "const d = (f: unknown) => f; class A { @d m() {} accessor n = 1; } { using r = null; void r; } new A();";
    const stripped = compiler.strip(code);
    expect(() => new Function(stripped.ok ? stripped.code : "no code")()).not.toThrow();
  });

  it("an enum becomes code", () => {
    expect(compiler.strip("enum Side { Long, Short }\nexport default Side.Short;").ok).toBe(true);
  });

  it("a value import stays, for the sandbox to refuse", () => {
    expect(compiler.strip(`import fs from "fs";\nexport default fs;`)).toMatchObject({
      code: expect.stringContaining(`"fs"`),
    });
  });

  it("a syntax error names its line", () => {
    const stripped = compiler.strip("const a = 1;\nconst = 2;\n");
    expect(stripped).toMatchObject({
      ok: false,
      failure: { stage: "type-check", kind: "type-error", message: expect.stringContaining("line 2") },
    });
  });

  it("5 MB are refused without being read", () => {
    expect(compiler.strip(" ".repeat(5_000_000)).ok).toBe(false);
  });
});
