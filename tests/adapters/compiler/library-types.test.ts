import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as library from "technicalindicators";
import { expect, it } from "vitest";
import { libraryTypes } from "../../../src/adapters/compiler/library-types.ts";
import { createCompiler } from "../../../src/adapters/compiler.ts";

const root = join(import.meta.dirname, "../../..");
const types = await libraryTypes(root);
const compiler = createCompiler({ root });
const good = "export default { decide: (bars) => ({ target: bars.close.map(() => 1) }) } satisfies Strategy;\n";

it("the declarations of ti stand by themselves, without an error", () => {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-ti-"));
  try {
    const compilerOptions = { strict: true, target: "es2024", lib: ["es2024"], types: [], noEmit: true };
    writeFileSync(join(folder, "ti.d.ts"), types);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["ti.d.ts"] }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("every name that they export is one of the library's", () => {
  const [, list = ""] = /^export \{ (.*) \};$/m.exec(types) ?? [];
  const names = list.split(", ");
  expect(names.length).toBeGreaterThan(120);
  expect(names.filter((name) => !(name in library))).toEqual([]);
});

it("indicators and candlesticks of ti have their types", async () => {
  const code = `
const rsi: number[] = ti.rsi({ period: 14, values: [1, 2] });
const macd: (number | undefined)[] = ti
  .macd({ values: rsi, fastPeriod: 5, slowPeriod: 8, signalPeriod: 3, SimpleMAOscillator: false, SimpleMASignal: false })
  .map((each) => each.histogram);
const next: number | undefined = new ti.SMA({ period: 2, values: [] }).nextValue(1);
const day = { open: [1], high: [2], low: [1], close: [1] };
export const all = [macd, next, ti.doji(day), ti.bullish(day)];
${good}`;
  expect(await compiler.check(code)).toEqual([]);
});

it("a name that ti has not, a column for an array, and an import are errors", async () => {
  const [name, column, imported] = await Promise.all([
    compiler.check(`ti.dojo;\n${good}`),
    compiler.check(`ti.sma({ period: 2, values: new Float64Array(3) });\n${good}`),
    compiler.check(`import { sma } from "technicalindicators";\nsma;\n${good}`),
  ]);
  expect(name[0]).toMatchObject({ line: 1, column: 4 });
  expect(name[0]?.message).toMatch(/'dojo' does not exist on type 'typeof ti'/);
  expect(column[0]?.message).toMatch(/Float64Array.*number\[\]/);
  expect(imported[0]?.message).toMatch(/imports nothing but types/);
});

it("a program may give the name ti to something of its own", async () => {
  expect(await compiler.check(`const ti = 1;\nexport const x: number = ti;\n${good}`)).toEqual([]);
});
