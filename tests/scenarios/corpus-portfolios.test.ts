import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompiler } from "../../src/adapters/compiler.ts";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { evaluateProgram, type ProgramEvaluation } from "../../src/bench/evaluate-program.ts";
import type { Compiler, Sandbox } from "../../src/bench/ports.ts";
import { auditPortfolios } from "../../src/core/look-ahead/audit-portfolios.ts";

const root = join(import.meta.dirname, "../..");
const files = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, "tests/corpus/portfolios", folder)).map((name) => [
    basename(name, ".ts"),
    join(root, "tests/corpus/portfolios", folder, name),
  ]);
const paths = auditPortfolios("corpus", 2);

let sandbox: Sandbox;
let compiler: Compiler;
beforeAll(async () => {
  sandbox = await createSandboxPool({ workers: 2 });
  compiler = createCompiler({ root, contract: "PortfolioStrategy" });
});
afterAll(() => sandbox.close());

function evaluate(file: string): Promise<ProgramEvaluation> {
  const code = readFileSync(file, "utf8");
  const limits = { cpuMs: 2000, memoryMiB: 128 };
  return evaluateProgram({ code, paths, limits, sandbox, compiler, seed: "corpus", audits: true, probes: 30 });
}

describe("every leaking portfolio is caught as look-ahead, with the market that changes", () => {
  it.concurrent.each(files("leaking"))("%s", async (_, file) => {
    const { failure, lookAhead, offendingMarket } = await evaluate(file);
    expect(failure?.kind, failure?.message).toBe("look-ahead");
    expect(offendingMarket).toEqual(expect.any(Number));
    expect(lookAhead?.offence?.firstOffendingBar).toBeLessThanOrEqual(lookAhead?.offence?.cutBar ?? -1);
  });
});

describe("every honest portfolio is scored, with the answers for all of its markets", () => {
  it.concurrent.each(files("honest"))("%s", async (_, file) => {
    const { stage, failure, allocations, offendingMarket, lookAhead } = await evaluate(file);
    expect([stage, failure, offendingMarket]).toEqual(["scored", null, null]);
    expect(allocations.map((each) => each?.length)).toEqual([3, 3]);
    expect(lookAhead?.probes).toBeGreaterThan(40);
  });
});
