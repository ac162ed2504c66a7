import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../adapters/compiler.ts";
import { createMarketData } from "../../adapters/market-data.ts";
import { keyOf } from "../../adapters/models/open-model-clients.ts";
import { readModelCatalog } from "../../adapters/models/resolve-model.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { UserError } from "../../core/failure.ts";
import type { Model } from "../../core/model.ts";
import type { Io } from "../io.ts";

/** One thing that a run needs. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, and what to do if it is wrong. */
  readonly found: string;
}

/** Tries everything that a run needs, each by using it once. */
export async function examine(io: Io): Promise<readonly Finding[]> {
  return [
    await attempt(
      "node",
      async () => `${process.version}, wanted 26 or newer`,
      Number(process.versions.node.split(".")[0]) >= 26,
    ),
    await attempt("sandbox", trySandbox),
    await attempt("compiler", () => tryCompiler(io)),
    await attempt("market data", () => tryMarketData(io)),
    await attempt("reports", () => tryWriting(io)),
    ...(await tryKeys(io)),
  ];
}

async function attempt(name: string, work: () => Promise<string>, ok = true): Promise<Finding> {
  try {
    return { name, ok, found: await work() };
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

async function trySandbox(): Promise<string> {
  const pool = await createSandboxPool({ workers: 1 });
  try {
    const column = (): Float64Array => new Float64Array([1, 2]);
    const bars = { length: 2, time: column(), open: column(), high: column(), low: column(), close: column() };
    const { runs } = await pool.run({
      programs: ["export default { decide: (bars) => ({ target: bars.close.map(() => 1) }) };"],
      bars: [{ ...bars, volume: column(), barsPerYear: 252 }],
      runs: [{ program: 0, bars: 0 }],
      limits: { cpuMs: 1000, memoryMiB: 64 },
    });
    const [run] = runs;
    if (!run?.ok) throw new Error(`a strategy of one line fails: ${run?.failure.message}. Run "npm ci" again.`);
    return "a worker runs a strategy without files, network or environment";
  } finally {
    await pool.close();
  }
}

async function tryCompiler(io: Io): Promise<string> {
  const compiler = createCompiler({ root: io.root });
  const clean = await compiler.check(
    "export default { decide: (bars) => ({ target: bars.close }) } satisfies Strategy;",
  );
  const wrong = await compiler.check("export default { decide: 5 } satisfies Strategy;");
  if (clean.length > 0) throw new Error(`an honest strategy gets the error ${clean[0]?.message}. Run "npm ci" again.`);
  if (wrong.length === 0) throw new Error('a type error is not found. Run "npm ci" again.');
  return "tsc accepts a strategy and refuses a wrong one";
}

async function tryMarketData(io: Io): Promise<string> {
  const data = createMarketData({ folder: join(io.root, "market-data"), cacheFolder: null });
  const datasets = await data.list();
  for (const { id } of datasets) await data.load(id);
  return `${datasets.length} datasets load and match their hashes`;
}

async function tryWriting(io: Io): Promise<string> {
  for (const folder of [io.cwd, tmpdir()]) rmSync(mkdtempSync(join(folder, ".walkforward-")), { recursive: true });
  return "this folder and the temporary folder can be written";
}

async function tryKeys(io: Io): Promise<readonly Finding[]> {
  let configured: readonly Model[];
  try {
    ({ configured } = await readModelCatalog({ cwd: io.cwd, root: io.root }));
  } catch (error) {
    if (error instanceof UserError) return [{ name: "models.yaml", ok: false, found: error.message }];
    throw error;
  }
  if (configured.length === 0) return [{ name: "keys", ok: true, found: "no models.yaml here, so no key is needed" }];
  return Promise.all(
    configured.map((model) =>
      attempt(`key`, async () => `${model.id}: ${keyOf(model, io.env) === null ? "needs none" : "is set"}`),
    ),
  );
}
