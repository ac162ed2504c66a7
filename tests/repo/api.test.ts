import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import * as api from "../../src/index.ts";
import type * as contract from "../../strategies/contract.ts";
import { apiExamples } from "./api-examples.ts";
import { root } from "./source-files.ts";

const examples = apiExamples();

/** Runs an example in a function of its own, with the package's exports for its import; gives the lines it printed. */
async function run(code: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const log = { log: (...values: unknown[]) => lines.push(format(...values)) };
  const body = stripTypeScriptTypes(code).replace(/^import (\{[^}]*\}) from "walkforward";/gm, "const $1 = api;");
  const AsyncFunction = (async () => {}).constructor as new (
    ...parameters: string[]
  ) => (exports: typeof api, console: typeof log) => Promise<void>;
  await new AsyncFunction("api", "console", body)(api, log);
  return lines;
}

describe("examples of the documents", () => {
  it("are found: five on the page, one a metric, one each of createBars and loadMarket", () => {
    expect(examples.filter(({ name }) => name.startsWith("src/README.md")).length).toBe(5);
    expect(examples.filter(({ name }) => name.startsWith("src/core/metrics/")).length).toBeGreaterThanOrEqual(14);
    expect(examples.filter(({ prints }) => prints.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it.each(examples)("$name prints what it says", async ({ code, prints }) => {
    expect(await run(code)).toEqual(prints);
  });
});

describe("a project that depends on the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-consumer-"));

  beforeAll(() => {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules/walkforward"), "junction");
    const compilerOptions = {
      strict: true,
      target: "es2024",
      module: "nodenext",
      moduleDetection: "force",
      allowImportingTsExtensions: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: true,
      typeRoots: [join(root, "node_modules/@types")],
      types: ["node"],
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    for (const [i, { code, name }] of examples.entries()) {
      writeFileSync(join(folder, `example-${i}.ts`), `// ${name}\n${code}`);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("type-checks every example against it", () => {
    const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  });

  it("runs the first example against it", () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "example-0.ts")], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toEqual(examples[0]?.prints);
  });
});

describe("the public interface", () => {
  it("hands out the types of the contract themselves", () => {
    expectTypeOf<api.Strategy>().toEqualTypeOf<contract.Strategy>();
    expectTypeOf<api.Bars>().toEqualTypeOf<contract.Bars>();
  });

  it("has the formula of every metric under `metrics`, by the metric's name", () => {
    const bars = api.createBars({ close: [1, 2] });
    const options = { initial: 1, costs: { feeBps: 0, slippageBps: 0 }, rebalance: "on-change" } as const;
    const names = Object.keys(api.computeMetrics(bars, api.backtest(bars, [1, 1], options)));
    const renamed: Readonly<Record<string, string>> = { var95: "valueAtRisk", es95: "expectedShortfall" };
    const formulas = names.filter((name) => name !== "finalEquity").map((name) => renamed[name] ?? name);
    expect(formulas.filter((name) => !(name in api.metrics))).toEqual([]);
  });
});
