// Whole evaluations, from TypeScript to metrics, on one worker: with and without the audits.
import { resolve } from "node:path";
import { createCompiler } from "../../src/adapters/compiler.ts";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { evaluateProgram } from "../../src/bench/evaluate-program.ts";
import { scorePath } from "../../src/bench/score-program.ts";
import type { Bars } from "../../src/core/bars.ts";
import type { Path } from "../../src/core/paths/path.ts";
import { createRandom } from "../../src/core/random.ts";
import type { Figure } from "./figure.ts";

const code = `export default {
  decide(bars, ta) {
    const fast = ta.sma(bars.close, 20);
    const slow = ta.sma(bars.close, 100);
    return { target: Array.from(fast, (value, t) => (value > (slow[t] ?? NaN) ? 1 : 0)) };
  },
} satisfies Strategy;`;

const mandate = { minTarget: -1, maxTarget: 1, maxDrawdown: null };

function walk(seed: string, length: number): Bars {
  const random = createRandom(`bench|${seed}`);
  const close = new Float64Array(length);
  let price = 100;
  for (let t = 0; t < length; t++) {
    price *= Math.exp(0.01 * random.normal());
    close[t] = price;
  }
  const open = close.map((_, t) => (t === 0 ? 100 : (close[t - 1] as number)));
  const high = close.map((x, t) => Math.max(x, open[t] as number) * 1.002);
  const low = close.map((x, t) => Math.min(x, open[t] as number) / 1.002);
  return { length, barsPerYear: 252, time: close.map((_, t) => t * 86_400_000), open, high, low, close, volume: close };
}

const pathOf = (id: string): Path => ({
  id,
  kind: "history",
  regime: "flat",
  stress: false,
  dataset: "walk",
  symbol: "WALK",
  start: 0,
  bars: walk(id, 2500),
  warmupBars: 250,
  costs: { feeBps: 1, slippageBps: 1 },
});

/** Evaluations per second on one worker. */
export async function bench(): Promise<readonly Figure[]> {
  const root = resolve(import.meta.dirname, "../..");
  const compiler = createCompiler({ root });
  const sandbox = await createSandboxPool({ workers: 1 });
  const limits = { cpuMs: 2000, memoryMiB: 128 };
  const evaluate = async (paths: readonly Path[], audits: boolean): Promise<void> => {
    const evaluation = await evaluateProgram({ code, paths, limits, sandbox, compiler, seed: "1", audits });
    if (evaluation.failure) throw new Error(`the bench's strategy fails: ${evaluation.failure.message}`);
    paths.forEach((path, i) => {
      scorePath({ path, positions: evaluation.positions[i] ?? null, failure: null }, mandate);
    });
  };
  const rate = async (paths: readonly Path[], audits: boolean, count: number): Promise<number> => {
    await evaluate(paths, audits);
    const start = performance.now();
    // Side by side, as in a run, so that one tsc checks many programs.
    await Promise.all(Array.from({ length: count }, () => evaluate(paths, audits)));
    return (count * 1000) / (performance.now() - start);
  };
  const one = [pathOf("p1")];
  const eight = Array.from({ length: 8 }, (_, i) => pathOf(`p${i + 1}`));
  const figures = [
    {
      name: "1 path of 2,500 bars, type check to metrics, no audits",
      value: await rate(one, false, 200),
      unit: "evaluations/s",
    },
    {
      name: "1 path of 2,500 bars, with determinism and look-ahead audits",
      value: await rate(one, true, 100),
      unit: "evaluations/s",
    },
    { name: "8 paths of 2,500 bars, with audits", value: await rate(eight, true, 20), unit: "evaluations/s" },
  ];
  await sandbox.close();
  return figures;
}
