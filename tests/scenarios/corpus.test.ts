import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompiler } from "../../src/adapters/compiler.ts";
import { loadMarket } from "../../src/adapters/market-data.ts";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { evaluateProgram, type ProgramEvaluation } from "../../src/bench/evaluate-program.ts";
import type { Compiler, Sandbox } from "../../src/bench/ports.ts";
import { sliceBars } from "../../src/core/bars.ts";
import { auditPaths } from "../../src/core/look-ahead/audit-paths.ts";
import type { Path } from "../../src/core/paths/path.ts";

const root = join(import.meta.dirname, "../..");
const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(root, folder, name));

let sandbox: Sandbox;
let compiler: Compiler;
let paths: readonly Path[];

/** Three random walks (of weekdays, with volumes of 0, of 5 minutes) and three windows of the S&P 500. */
async function corpusPaths(): Promise<readonly Path[]> {
  const walks = auditPaths("corpus", 5).filter((_, i) => i !== 1 && i !== 2);
  const market = await loadMarket("us-sp500-daily", {
    folder: join(root, "market-data"),
    cacheFolder: null,
    cwd: root,
  });
  const windows = [0, 2000, 3500].map((start, i): Path => {
    const base = walks[i] as Path;
    return { ...base, id: `sp500-${start}`, kind: "history", bars: sliceBars(market.bars, start, start + 1000) };
  });
  return [...walks, ...windows];
}

beforeAll(async () => {
  sandbox = await createSandboxPool({ workers: 2 });
  compiler = createCompiler({ root });
  paths = await corpusPaths();
});

afterAll(() => sandbox.close());

function evaluate(file: string): Promise<ProgramEvaluation> {
  return evaluateProgram({
    code: readFileSync(file, "utf8"),
    paths,
    limits: { cpuMs: 2000, memoryMiB: 128 },
    sandbox,
    compiler,
    seed: "corpus",
    audits: true,
  });
}

const shown = (evaluation: ProgramEvaluation): string => `${evaluation.stage} ${evaluation.failure?.message ?? ""}`;

describe("every leaking program is caught as look-ahead", () => {
  it.concurrent.each(files("tests/corpus/leaking").map((file) => [basename(file), file]))("%s", async (_, file) => {
    const evaluation = await evaluate(file);
    expect(evaluation.failure?.kind, shown(evaluation)).toBe("look-ahead");
    const offence = evaluation.lookAhead?.offence;
    expect(offence?.firstOffendingBar).toBeLessThanOrEqual(offence?.cutBar ?? -1);
  });
});

describe("every honest program is scored", () => {
  const honest = [...files("tests/corpus/honest"), ...files("strategies/baselines")];
  it.concurrent.each(honest.map((file) => [basename(file), file]))("%s", async (_, file) => {
    const evaluation = await evaluate(file);
    expect(shown(evaluation)).toBe("scored ");
    expect(evaluation.pathFailures).toEqual(paths.map(() => null));
    expect(evaluation.lookAhead?.probes).toBe(10 * paths.length);
  });
});
