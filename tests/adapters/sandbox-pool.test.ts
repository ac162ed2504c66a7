import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import { type Bars, sliceBars } from "../../src/core/bars.ts";
import type { Job, JobResult, Run } from "../../src/core/job.ts";
import { probeBars } from "../../src/core/look-ahead/probe.ts";
import { bars, decide, honest, honestTargets, limits } from "../attacks/support.ts";

type Pool = Awaited<ReturnType<typeof createSandboxPool>>;

function jobOf(
  programs: readonly string[],
  runs: readonly Run[] = programs.map((_, program) => ({ program, bars: 0 })),
): Job {
  return { programs, bars: [bars], runs, limits };
}

function kinds(result: JobResult): string[] {
  return result.runs.map((run) => (run.ok ? "ok" : run.failure.kind));
}

function targets(result: JobResult, run = 0): number[] | undefined {
  const found = result.runs[run];
  return found?.ok === true ? [...found.positions.target] : undefined;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilDead(pids: readonly number[]): Promise<boolean> {
  for (let i = 0; i < 200 && pids.some(lives); i++) await wait(50);
  return !pids.some(lives);
}

const loop = decide("for (;;) {}");
const echo = decide("return { target: Array.from(bars.close, (close) => close / 1000) };");

describe("a pool of two workers", () => {
  let pool: Pool;
  beforeAll(async () => {
    pool = await createSandboxPool({ workers: 2 });
  });
  afterAll(() => pool.close());

  it("a program's targets come back as a Float64Array with its CPU time and the heap of the isolate", async () => {
    const result = await pool.run(jobOf([honest]));
    expect(targets(result)).toEqual(honestTargets);
    const [run] = result.runs;
    expect(run?.ok === true && run.positions.target instanceof Float64Array).toBe(true);
    expect(run?.cpuMs).toBeGreaterThan(0);
    expect(run?.cpuMs).toBeLessThan(limits.cpuMs);
    expect(result.heapMiB).toBeGreaterThan(0.1);
    expect(result.heapMiB).toBeLessThan(limits.memoryMiB);
  });

  it("results stand in the order of the runs, over several programs and markets", async () => {
    const half = { ...bars, close: bars.close.map((close) => close / 2) };
    const result = await pool.run({
      programs: [honest, echo],
      bars: [bars, half],
      runs: [
        { program: 1, bars: 1 },
        { program: 0, bars: 0 },
        { program: 1, bars: 0 },
      ],
      limits,
    });
    expect(targets(result, 0)?.[0]).toBe(0.05);
    expect(targets(result, 1)).toEqual(honestTargets);
    expect(targets(result, 2)?.[0]).toBe(0.1);
  });

  it("a probe changes the bars of its run alone", async () => {
    const cut = { kind: "truncate", bar: 99 } as const;
    const scramble = { kind: "scramble", bar: 99, seed: "s" } as const;
    const runs = [cut, undefined, scramble].map((probe) => ({ program: 0, bars: 0, ...(probe && { probe }) }));
    const result = await pool.run(jobOf([echo], runs));
    const wanted = [probeBars(bars, cut), bars, probeBars(bars, scramble)];
    wanted.forEach(({ close }, run) => {
      expect(targets(result, run)).toEqual(Array.from(close, (each) => each / 1000));
    });
    expect(targets(result, 0)).toHaveLength(100);
  });

  it("every column arrives as it was sent", async () => {
    const names = ["time", "open", "high", "low", "close", "volume"] as const;
    const programs = names.map((name) => decide(`return { target: bars.${name}.map((x) => x / 2 ** 41) };`));
    const result = await pool.run(jobOf(programs));
    names.forEach((name, run) => {
      expect(targets(result, run)).toEqual(Array.from(bars[name], (x) => x / 2 ** 41));
    });
  });

  it("any numbers from -1 to 1, and NaN, come back bit for bit", async () => {
    const column = fc.float64Array({ min: -1, max: 1, minLength: 0, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 10 }), async (columns) => {
        const markets = columns.map((close) => ({ ...sliceBars(bars, 0, close.length), close }));
        const runs = columns.map((_, market) => ({ program: 0, bars: market }));
        const program = decide("return { target: bars.close };");
        const result = await pool.run({ programs: [program], bars: markets, runs, limits });
        expect(columns.map((_, run) => targets(result, run))).toEqual(columns.map((each) => [...each]));
      }),
      { numRuns: 20 },
    );
  });

  it("every choice of stops comes back under its names, bit for bit", async () => {
    const stops = ["stopLoss", "takeProfit", "trailingStop"] as const;
    const column = (i: number): number[] =>
      Array.from({ length: 300 }, (_, t) => (t % 5 === i ? Number.NaN : (t + 1) / (i + 3)));
    const choices = Array.from({ length: 8 }, (_, bits) => stops.filter((_, i) => ((bits >> i) & 1) === 1));
    const programs = choices.map((choice) => {
      const fields = choice.map((name) => {
        const i = stops.indexOf(name);
        return `${name}: bars.close.map((_, t) => (t % 5 === ${i} ? NaN : (t + 1) / ${i + 3}))`;
      });
      return decide(`return { ${["target: bars.close.map(() => -1)", ...fields].join(", ")} };`);
    });
    const result = await pool.run(jobOf(programs));
    choices.forEach((choice, i) => {
      const run = result.runs[i];
      const positions = run?.ok === true ? run.positions : undefined;
      expect(Object.keys(positions ?? {})).toEqual(["target", ...choice]);
      expect([...(positions?.target ?? [])]).toEqual(Array(300).fill(-1));
      for (const name of choice) expect([...(positions?.[name] ?? [])]).toEqual(column(stops.indexOf(name)));
    });
  });

  it("a failure of one run does not touch the next", async () => {
    const result = await pool.run(jobOf([decide("throw new Error('x');"), honest, "import 'x'", honest]));
    expect(kinds(result)).toEqual(["run-error", "ok", "load-error", "ok"]);
    expect(result.runs.map((run) => (run.ok ? "" : run.failure.stage))).toEqual(["run", "", "load", ""]);
    expect(targets(result, 3)).toEqual(honestTargets);
  });

  it("after a run that ends the worker, the runs behind it fail and say which run it was", async () => {
    const result = await pool.run(jobOf([honest, loop, honest, honest]));
    expect(kinds(result)).toEqual(["ok", "timeout", "timeout", "timeout"]);
    expect(result.heapMiB).toBeNull();
    const messages = result.runs.map((run) => (run.ok ? "" : run.failure.message));
    expect(messages[1]).toBe("used more than 200 ms of CPU time");
    expect(messages[3]).toBe("used more than 200 ms of CPU time (run 2 of this job ended the worker)");
    expect(targets(await pool.run(jobOf([honest])))).toEqual(honestTargets);
  });

  it("a module that loops while it loads fails at the stage load, decide at the stage run", async () => {
    for (const [program, stage] of [
      ["for (;;) {} export default {};", "load"],
      [loop, "run"],
    ] as const) {
      const [run] = (await pool.run(jobOf([program]))).runs;
      expect(run?.ok === false && run.failure).toMatchObject({ stage, kind: "timeout" });
    }
  });

  it("markets of 0 and 1 bars are run like any other", async () => {
    const short = (length: number): Bars => sliceBars(bars, 0, length);
    const runs = [0, 1].map((length) => ({ program: 0, bars: length }));
    const result = await pool.run({ ...jobOf([honest], runs), bars: [short(0), short(1)] });
    expect([targets(result, 0), targets(result, 1)]).toEqual([[], [0]]);
  });

  it("the limit on CPU time holds for each run, not for the job", async () => {
    const busy = decide(
      "let x = 0; for (let i = 0; i < 3e7; i++) x += i % 7; return { target: bars.close.map(() => 1) };",
    );
    const result = await pool.run({ ...jobOf(Array(8).fill(busy)), limits: { cpuMs: 1000, memoryMiB: 64 } });
    expect(kinds(result)).toEqual(Array(8).fill("ok"));
    expect(result.runs.reduce((sum, run) => sum + run.cpuMs, 0)).toBeGreaterThan(50);
  });

  it("a second in which the machine does something else is no CPU time of the program", async () => {
    const busy = decide(
      "let x = 0; for (let i = 0; i < 2e7; i++) x += i % 7; return { target: bars.close.map(() => 1) };",
    );
    const job = pool.run({ ...jobOf([busy]), limits: { cpuMs: 900, memoryMiB: 64 } });
    await wait(15);
    for (const pid of pool.pids) process.kill(pid, "SIGSTOP");
    await wait(1000);
    for (const pid of pool.pids) process.kill(pid, "SIGCONT");
    const result = await job;
    expect(kinds(result)).toEqual(["ok"]);
    expect(result.runs[0]?.cpuMs).toBeLessThan(900);
  });

  it("the line of a run error is the line in the module", async () => {
    const result = await pool.run(
      jobOf(["// one\n// two\nexport default { decide(bars) {\n  return bars.nothing.at(0);\n} };"]),
    );
    const [run] = result.runs;
    expect(run?.ok === false && run.failure.message).toBe(
      "TypeError: Cannot read properties of undefined (reading 'at') (line 4)",
    );
  });

  it("thirty jobs at once, three of them hostile, come back to their callers", async () => {
    const jobs = Array.from({ length: 30 }, (_, i) =>
      jobOf([i % 10 === 3 ? loop : decide(`return { target: bars.close.map(() => ${i / 100}) };`)]),
    );
    const results = await Promise.all(jobs.map((job) => pool.run(job)));
    results.forEach((result, i) => {
      if (i % 10 === 3) expect(kinds(result)).toEqual(["timeout"]);
      else expect(targets(result)?.[0]).toBe(i / 100);
    });
    expect(pool.workers).toBe(2);
  });

  it("a worker that is killed from outside is replaced", async () => {
    for (const pid of pool.pids) process.kill(pid, "SIGKILL");
    await untilDead(pool.pids);
    const results = await Promise.all([1, 2, 3].map(() => pool.run(jobOf([honest]))));
    for (const result of results) expect(targets(result)).toEqual(honestTargets);
  });

  it("a job whose worker is killed from outside runs once more", async () => {
    const before = pool.pids;
    const busy = decide(
      "let x = 0; for (let i = 0; i < 1e8; i++) x += i % 7; return { target: bars.close.map(() => 1) };",
    );
    const jobs = [1, 2].map(() => pool.run({ ...jobOf([busy]), limits: { cpuMs: 20_000, memoryMiB: 64 } }));
    await wait(50);
    for (const pid of before) process.kill(pid, "SIGKILL");
    for (const result of await Promise.all(jobs)) expect(kinds(result)).toEqual(["ok"]);
    expect(pool.pids.filter((pid) => before.includes(pid))).toEqual([]);
  });

  it("a job without runs has no results", async () => {
    expect(await pool.run(jobOf([honest], []))).toEqual({ runs: [], heapMiB: null });
  });

  it("a job that names what it does not have is a fault of ours", async () => {
    for (const run of [
      { program: 1, bars: 0 },
      { program: 0, bars: 1 },
      { program: 0, bars: 0, probe: { kind: "truncate", bar: 300 } },
    ] as const) {
      await expect(pool.run(jobOf([honest], [run]))).rejects.toThrow(RangeError);
    }
  });
});

describe("the end of a pool", () => {
  it("close leaves no process behind, and ends jobs under way and in the queue with an error", async () => {
    const pool = await createSandboxPool({ workers: 2 });
    const { pids } = pool;
    expect(pids).toHaveLength(2);
    const jobs = [1, 2, 3, 4].map(() => pool.run(jobOf([loop])));
    const settled = Promise.allSettled(jobs);
    await pool.close();
    expect(pids.some(lives)).toBe(false);
    expect((await settled).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    await expect(pool.run(jobOf([honest]))).rejects.toThrow(/closed/);
  });

  it("a host that is killed takes its workers along, even one in an endless loop", async () => {
    const script = fileURLToPath(new URL("sandbox-pool.host.ts", import.meta.url));
    const host = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [chunk] = (await once(host.stdout, "data")) as [Buffer];
    const pids = JSON.parse(chunk.toString()) as number[];
    expect(pids.filter(lives)).toHaveLength(2);
    host.kill("SIGKILL");
    expect(await untilDead(pids)).toBe(true);
  });
});
