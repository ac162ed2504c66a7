// A host for the test of its own death: two workers, one of them in an endless loop that nothing stops for a minute.

import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";

const pool = await createSandboxPool({ workers: 2 });
const one = Float64Array.of(1);
const bars = { length: 1, barsPerYear: 252, time: one, open: one, high: one, low: one, close: one, volume: one };
void pool.run({
  programs: ["export default { decide() { for (;;) {} } };"],
  bars: [bars],
  runs: [{ program: 0, bars: 0 }],
  limits: { cpuMs: 60_000, memoryMiB: 64 },
});
process.stdout.write(JSON.stringify(pool.pids));
