import { expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { bars, decide } from "./support.ts";

it("a program that keeps 20 MiB in each of 20 runs never comes to its limit of 64 MiB", async () => {
  const program = decide(`globalThis.kept = Array.from({ length: 5e5 }, (_, i) => ({ i }));
return { target: bars.close.map(() => 1) };`);
  const sandbox = await createSandboxPool({ workers: 1 });
  try {
    const runs = Array.from({ length: 20 }, () => ({ program: 0, bars: 0 }));
    const limits = { cpuMs: 5000, memoryMiB: 64 };
    const result = await sandbox.run({ programs: [program], bars: [bars], runs, limits });
    expect(result.runs.filter((run) => !run.ok)).toEqual([]);
    expect(result.heapMiB).toBeGreaterThan(10);
    expect(result.heapMiB).toBeLessThan(64);
  } finally {
    await sandbox.close();
  }
});
