// Speed of the sandbox: `node tests/bench/sandbox.ts` prints it.

import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Bars } from "../../src/core/bars.ts";
import type { Job } from "../../src/core/job.ts";
import { createRandom } from "../../src/core/random.ts";

/** One figure of a bench. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const program = `export default { decide(bars, ta) {
  const fast = ta.sma(bars.close, 20);
  const slow = ta.sma(bars.close, 100);
  return { target: fast.map((value, t) => (value > slow[t] ? 1 : 0)) };
} };`;

function walk(length: number): Bars {
  const random = createRandom("bench|sandbox");
  const close = new Float64Array(length);
  let price = 100;
  for (let t = 0; t < length; t++) {
    price *= Math.exp(0.01 * random.normal());
    close[t] = price;
  }
  const time = close.map((_, t) => t * 86_400_000);
  const [high, low] = [close.map((x) => x * 1.01), close.map((x) => x / 1.01)];
  return { length, barsPerYear: 252, time, open: close, high, low, close, volume: close };
}

function jobOf(runs: number): Job {
  const run = { program: 0, bars: 0 };
  return {
    programs: [program],
    bars: [walk(2500)],
    runs: Array.from({ length: runs }, () => run),
    limits: { cpuMs: 2000, memoryMiB: 128 },
  };
}

async function latencies(times: number, run: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b);
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

/** Evaluations per second on one worker, their latency, and memory. */
export async function bench(): Promise<readonly Figure[]> {
  const begin = performance.now();
  const sandbox = await createSandboxPool({ workers: 1 });
  const startMs = performance.now() - begin;
  try {
    const single = jobOf(1);
    const many = jobOf(36);
    await latencies(20, () => sandbox.run(single));
    const before = performance.now();
    const round = await latencies(200, () => sandbox.run(single));
    const perSecond = 200_000 / (performance.now() - before);
    const batch = await latencies(10, () => sandbox.run(many));
    const { heapMiB } = await sandbox.run(many);
    return [
      { name: "sandbox: pool of one worker starts", value: startMs, unit: "ms" },
      { name: "sandbox: jobs of one run (2,500 bars) on one worker", value: perSecond, unit: "1/s" },
      { name: "sandbox: round trip of such a job, p50", value: middle(round), unit: "ms" },
      { name: "sandbox: runs (fresh isolate, 2,500 bars) in jobs of 36", value: 36_000 / middle(batch), unit: "1/s" },
      { name: "sandbox: largest heap of an isolate", value: heapMiB ?? 0, unit: "MiB" },
      { name: "sandbox: memory of the host", value: process.memoryUsage.rss() / 2 ** 20, unit: "MiB" },
    ];
  } finally {
    await sandbox.close();
  }
}

if (import.meta.main) {
  for (const { name, value, unit } of await bench()) console.log(`${name}: ${value.toPrecision(4)} ${unit}`);
}
