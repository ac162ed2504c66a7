import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import { bars, decide } from "./support.ts";

/** How much memory is left, to the 8 KiB: how many buffers V8 grants before it refuses one. */
const probe = decide(`const kept = [];
let bytes = 0;
for (const size of [2 ** 20, 2 ** 16, 2 ** 13]) {
  try { for (;;) { kept.push(new ArrayBuffer(size)); bytes += size; } } catch {}
}
// The answer itself needs a buffer: less than 8 KiB may be left for it.
kept.length = 0;
return { target: bars.close.map(() => bytes / 2 ** 30) };`);

const flat = "return { target: bars.close.map(() => 0) };";

/** What one run may leave behind to be found by the next. */
const marks = {
  "objects that its globals hold": decide(`globalThis.kept = Array.from({ length: 2e5 }, (_, i) => ({ i })); ${flat}`),
  "buffers that its globals hold": decide(`globalThis.kept = new Float64Array(2e6); ${flat}`),
  "a registered symbol of 8 MB": decide(`Symbol.for("x".repeat(8e6)); ${flat}`),
  "compiled code of its own": decide(
    `for (let i = 0; i < 500; i++) eval("(() => 1" + "+1".repeat(500) + i + ")()"); ${flat}`,
  ),
  "compiled code of the indicators": decide(`ta.rsi(bars.close, 5); ta.macd(bars.close, 3, 5, 2); ${flat}`),
  "compiled expressions": decide(`for (let i = 0; i < 500; i++) new RegExp("a{" + i + "}b").test("aaab"); ${flat}`),
};

describe("a message to the next run, by way of the memory that is left", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandboxPool({ workers: 1 });
  });
  afterAll(() => sandbox.close());

  it.each(Object.entries(marks))("%s does not arrive", async (_, mark) => {
    const runs = [0, 1, 0, 1, 1, 0].map((program) => ({ program, bars: 0 }));
    const limits = { cpuMs: 5000, memoryMiB: 64 };
    const result = await sandbox.run({ programs: [probe, mark], bars: [bars], runs, limits });
    const left = result.runs.map((run) => (run.ok ? run.positions.target[0] : run.failure.message));
    expect(left[0]).toBeGreaterThan(0.05);
    expect([left[2], left[5]]).toEqual([left[0], left[0]]);
    expect([left[1], left[3], left[4]]).toEqual([0, 0, 0]);
  });
});
