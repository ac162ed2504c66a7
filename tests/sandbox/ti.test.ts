import * as library from "technicalindicators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import { bars, decide, honest, honestTargets, limits } from "../attacks/support.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandboxPool({ workers: 1 });
});
afterAll(() => sandbox.close());

const generous = { ...limits, cpuMs: 5000 };

/** The targets of each program, one after another in one job; a failure as its message. */
async function run(...programs: readonly string[]): Promise<(number[] | string)[]> {
  const runs = programs.map((_, program) => ({ program, bars: 0 }));
  const result = await sandbox.run({ programs, bars: [bars], runs, limits: generous });
  return result.runs.map((each) => (each.ok ? [...each.positions.target] : each.failure.message));
}

/** A strategy that answers with the value of an expression on each bar. */
const each = (expression: string): string =>
  decide(`return { target: Array.from(bars.close, (_, t) => ${expression}) };`);

describe("the global ti", () => {
  it("finds the 9 bullish engulfing patterns that the library finds", async () => {
    const found = Array.from(bars.close, (_, t) => {
      const columns = [bars.open, bars.high, bars.low, bars.close].map((column) => [...column.subarray(t - 1, t + 1)]);
      const [open = [], high = [], low = [], close = []] = columns;
      return t > 0 && library.bullishengulfingpattern({ open, high, low, close }) ? 1 : 0;
    });
    expect(found.filter((target) => target === 1)).toHaveLength(9);
    const program = decide(`const two = (column, t) => [column[t - 1], column[t]];
const target = Array.from(bars.close, (_, t) => t > 0 && ti.bullishengulfingpattern({
  open: two(bars.open, t), high: two(bars.high, t), low: two(bars.low, t), close: two(bars.close, t),
}) ? 1 : 0);
return { target };`);
    expect(await run(program)).toEqual([found]);
  });

  it("knows a bullish engulfing pattern: a falling body of 10 … 9 within a rising one of 8.5 … 10.5", async () => {
    const days = "{ open: [10, 8.5], high: [10.2, 10.6], low: [8.9, 8.4], close: [9, 10.5] }";
    expect((await run(each(`ti.bullishengulfingpattern(${days}) ? 1 : -1`)))[0]).toEqual(Array(300).fill(1));
    expect((await run(each(`ti.bearishengulfingpattern(${days}) ? 1 : -1`)))[0]).toEqual(Array(300).fill(-1));
  });

  it("gives the numbers of the library, in arrays that lack the warm-up: rsi of 14 is 286 of 300 bars", async () => {
    const program = decide(`const rsi = ti.rsi({ period: 14, values: Array.from(bars.close) });
return { target: [...Array(bars.length - rsi.length).fill(NaN), ...rsi.map((x) => x / 100)] };`);
    const rsi = library.rsi({ period: 14, values: [...bars.close] });
    expect(rsi).toHaveLength(286);
    expect(await run(program)).toEqual([[...Array(14).fill(Number.NaN), ...rsi.map((x) => x / 100)]]);
  });

  it("has the library's 122 functions and classes", async () => {
    const described = new Set(["AvailableIndicators", "getAvailableIndicators"]);
    const names = Object.keys(library)
      .filter((name) => /^[a-zA-Z]+$/.test(name) && !described.has(name))
      .sort();
    const same = names.filter((name) => name !== "default").join();
    expect(same.split(",")).toHaveLength(122);
    const missing = `${JSON.stringify(same)} === Object.keys(ti).sort().join() ? 1 : -1`;
    expect((await run(each(missing)))[0]).toEqual(Array(300).fill(1));
  });

  it("is there for programs that mention it, in one job with others that do not find it", async () => {
    const hidden = each(`globalThis["t" + "i"] === undefined ? 1 : -1`);
    const open = each(`typeof ti === "object" ? 1 : -1`);
    const all = (target: number): number[] => Array(300).fill(target);
    expect(await run(hidden, open, hidden, honest, open)).toEqual([all(1), all(1), all(1), honestTargets, all(1)]);
  });

  it("is the only global that such a program finds more", async () => {
    const count = "Reflect.ownKeys(globalThis).length";
    expect(await run(each(`${count} / 1000`), each(`ti && ${count} / 1000`))).toEqual([
      Array(300).fill(0.057),
      Array(300).fill(0.058),
    ]);
  });
});
