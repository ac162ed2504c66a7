import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCompiler } from "../../src/adapters/compiler.ts";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { measureSpeed } from "../../src/bench/measure-speed.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import type { Path } from "../../src/core/paths/path.ts";

const length = 400;
const column = Float64Array.from({ length }, (_, t) => 100 + Math.sin(t / 5));
const bars = {
  ...{ length, barsPerYear: 252, time: column.map((_, t) => t * 86_400_000), volume: column },
  ...{ open: column, high: column.map((x) => x + 1), low: column.map((x) => x - 1), close: column },
};
const path: Path = {
  ...{ id: "p1", kind: "history", regime: "flat", stress: false, dataset: "wave", symbol: "WAVE", start: 0 },
  ...{ bars, warmupBars: 100, costs: { feeBps: 0, slippageBps: 0 } },
};

/** Works through `n` million additions before it answers. */
const working = (n: number): string => `export default { decide(bars) {
  let sum = 0;
  for (let i = 0; i < ${n} * 1e6; i++) sum += Math.sqrt(i);
  return { target: new Float64Array(bars.length).fill(sum > 0 ? 1 : 0) };
} }`;
const compiler = createCompiler({ root: join(import.meta.dirname, "../..") });
const task = { id: "speed-x", starter: working(60), reference: working(2), limits: { cpuMs: 3000, memoryMiB: 64 } };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandboxPool({ workers: 1 });
});
afterAll(() => sandbox.close());

it("the starter itself scores near 0, far from the 1 of the reference", async () => {
  const speed = await measureSpeed({ task, path, program: working(60), sandbox, compiler });
  expect(Math.abs(speed.score)).toBeLessThan(0.5);
  expect(speed.starterMs).toBeGreaterThan(speed.referenceMs);
});

it("a program that throws while it is timed is as slow as the limit: its score is negative", async () => {
  const program = `export default { decide() { throw new Error("no"); } }`;
  const speed = await measureSpeed({ task, path, program, sandbox, compiler });
  expect(speed.programMs).toBe(3000);
  expect(speed.score).toBeLessThan(0);
});

it("a starter that fails is the task's own fault: it throws", async () => {
  const broken = { ...task, starter: `export default { decide() { throw new Error("no"); } }` };
  const timed = measureSpeed({ task: broken, path, program: working(2), sandbox, compiler });
  await expect(timed).rejects.toThrow("speed-x: the starter fails on p1");
});

it("without a program or a path there is nothing to time", async () => {
  await expect(measureSpeed({ task, path: undefined, program: "", sandbox, compiler })).rejects.toThrow(
    "nothing to time",
  );
  await expect(measureSpeed({ task, path, program: null, sandbox, compiler })).rejects.toThrow("nothing to time");
});
