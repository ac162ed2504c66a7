import { expect, it } from "vitest";
import { evaluateProgram, type ProgramEvaluation } from "../../src/bench/evaluate-program.ts";
import type { Compiler, Sandbox } from "../../src/bench/ports.ts";
import { type Failure, failure } from "../../src/core/failure.ts";
import type { Job, Run, RunResult } from "../../src/core/job.ts";
import { auditPaths } from "../../src/core/look-ahead/audit-paths.ts";

// A sandbox that answers as each test says: the faults of machines (a crash, a crowded processor, a clock) cannot be had
// from a real one on demand. Real programs in real sandboxes are in tests/corpus and tests/scenarios/audit.test.ts.

const paths = auditPaths("evaluate", 4);
const compiler: Compiler = {
  check: async () => [],
  strip: (code) => ({ ok: true, code, sourceLine: (line) => 10 * line }),
};

type Answer = (run: Run, job: number, length: number) => RunResult;

function sandboxOf(answer: Answer): Sandbox & { readonly jobs: Job[] } {
  const jobs: Job[] = [];
  return {
    workers: 1,
    jobs,
    close: async () => {},
    run: async (job) => {
      jobs.push(job);
      const runs = job.runs.map((run) => answer(run, jobs.length - 1, lengthOf(job, run)));
      // As the real one: a worker's death is the failure of its run and of those after.
      const dead = runs.findIndex((result) => !result.ok && result.failure.kind === "crashed");
      const last = runs[dead];
      return { runs: runs.map((result, i) => (last && i > dead ? last : result)), heapMiB: dead < 0 ? 10 : null };
    },
  };
}

function lengthOf(job: Job, run: Run): number {
  return run.probe?.kind === "truncate" ? run.probe.bar + 1 : (job.bars[run.bars]?.length ?? 0);
}

const flat: Answer = (_run, _job, length) => ({ ok: true, positions: { target: new Float64Array(length) }, cpuMs: 1 });
const fails = (why: Failure): RunResult => ({ ok: false, failure: why, cpuMs: 1 });
const runError = failure("run", "run-error", "no");
const timeout = failure("run", "timeout", "slow");
const crash = failure("run", "crashed", "dead");

function evaluate(sandbox: Sandbox, audits = true): Promise<ProgramEvaluation> {
  const limits = { cpuMs: 100, memoryMiB: 16 };
  return evaluateProgram({ code: "x", paths, limits, sandbox, compiler, seed: "s", audits });
}

it("a program that answers always is scored, with 10 probes a path", async () => {
  const evaluation = await evaluate(sandboxOf(flat));
  expect(evaluation).toMatchObject({ stage: "scored", failure: null, lookAhead: { probes: 40, offence: null } });
});

it("without audits nothing runs twice", async () => {
  const sandbox = sandboxOf(flat);
  expect(await evaluate(sandbox, false)).toMatchObject({ stage: "scored", lookAhead: null });
  expect(sandbox.jobs.flatMap((job) => job.runs)).toHaveLength(4);
});

it("the second runs come in another job than the first: a fresh isolate", async () => {
  const sandbox = sandboxOf(flat);
  await evaluate(sandbox);
  expect(sandbox.jobs.map((job) => job.runs.length)).toEqual([1, 3, 14, 30]);
});

it("a failure on one path of four is that path's own", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, ...rest) => (run.bars === 2 ? fails(runError) : flat(run, ...rest))),
  );
  expect(evaluation).toMatchObject({ stage: "scored", failure: null, pathFailures: [null, null, runError, null] });
  expect(evaluation.positions[2]).toBeNull();
  expect(evaluation.lookAhead?.probes).toBe(30);
});

it("failures on all paths are the attempt's, with the stage of the first", async () => {
  expect(await evaluate(sandboxOf(() => fails(runError)))).toMatchObject({ stage: "run", failure: runError });
});

it("a program that times out on two paths is not run on the others", async () => {
  const sandbox = sandboxOf(() => fails(timeout));
  expect(await evaluate(sandbox)).toMatchObject({ stage: "run", failure: timeout });
  expect(sandbox.jobs.flatMap((job) => job.runs)).toHaveLength(2);
});

it("a crash on path 2 does not fail paths 3 and 4", async () => {
  const evaluation = await evaluate(sandboxOf((run, ...rest) => (run.bars === 1 ? fails(crash) : flat(run, ...rest))));
  expect(evaluation.pathFailures).toEqual([null, crash, null, null]);
});

it("targets that differ between two runs fail their path as non-deterministic, and name the bar", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, job, length) => {
      const target = new Float64Array(length);
      if (run.bars === 1 && job === 2) target[7] = 1;
      return { ok: true, positions: { target }, cpuMs: 1 };
    }),
  );
  expect(evaluation.pathFailures[1]).toMatchObject({ stage: "determinism", kind: "non-deterministic" });
  expect(evaluation.pathFailures[1]?.message).toContain("bar 7: 0 and 1");
  expect(evaluation).toMatchObject({ stage: "scored", failure: null });
});

it("stops that differ between two runs fail their path too, and the column is named", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, job, length) => {
      const stopLoss = new Float64Array(length).fill(0.1);
      if (run.bars === 1 && job === 2) stopLoss[7] = 0.2;
      return { ok: true, positions: { target: new Float64Array(length), stopLoss }, cpuMs: 1 };
    }),
  );
  expect(evaluation.pathFailures[1]).toMatchObject({ stage: "determinism", kind: "non-deterministic" });
  expect(evaluation.pathFailures[1]?.message).toContain("in stopLoss at bar 7: 0.1 and 0.2");
});

it("stops that change with later bars are look-ahead, and the column is named", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, _job, length) => {
      const trailingStop = new Float64Array(length).fill(run.probe === undefined ? 0.1 : 0.2);
      return { ok: true, positions: { target: new Float64Array(length), trailingStop }, cpuMs: 1 };
    }),
  );
  expect(evaluation).toMatchObject({ stage: "look-ahead", lookAhead: { offence: { firstOffendingBar: 0 } } });
  expect(evaluation.failure?.message).toContain("the trailingStop of bar 0 changes when the bars after bar");
});

it("targets that differ on every path fail the attempt at determinism", async () => {
  const evaluation = await evaluate(
    sandboxOf((_run, job, length) => ({
      ok: true,
      positions: { target: new Float64Array(length).fill(job / 9) },
      cpuMs: 1,
    })),
  );
  expect(evaluation).toMatchObject({ stage: "determinism", failure: { kind: "non-deterministic" } });
});

it("an error on truncated bars is look-ahead at the cut", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, ...rest) => (run.probe?.kind === "truncate" ? fails(runError) : flat(run, ...rest))),
  );
  const { offence } = evaluation.lookAhead ?? {};
  expect(evaluation).toMatchObject({ stage: "look-ahead", failure: { stage: "look-ahead", kind: "look-ahead" } });
  expect(offence?.firstOffendingBar).toBe(offence?.cutBar);
});

it("a program that dies of truncated bars is sent once more, tried once more, and is look-ahead", async () => {
  const sandbox = sandboxOf((run, ...rest) => {
    return run.probe?.kind === "truncate" ? fails(crash) : flat(run, ...rest);
  });
  expect((await evaluate(sandbox)).stage).toBe("look-ahead");
  expect(sandbox.jobs.map((job) => job.runs.length)).toEqual([1, 3, 14, 6, 1]);
});

it("a program that looks ahead on the first path is not probed on the others", async () => {
  const sandbox = sandboxOf((run, _job, length) => {
    return { ok: true, positions: { target: new Float64Array(length).fill(run.probe ? 1 : 0) }, cpuMs: 1 };
  });
  const evaluation = await evaluate(sandbox);
  expect(evaluation.lookAhead).toMatchObject({ probes: 10, offence: { path: "p1", firstOffendingBar: 0 } });
});

it("a program that takes more than a quarter of its CPU limit is probed twice a path", async () => {
  const evaluation = await evaluate(sandboxOf((...of) => ({ ...flat(...of), cpuMs: 26 })));
  expect(evaluation.lookAhead?.probes).toBe(8);
});

it("an error on some scrambled bars says nothing, on all of them it is look-ahead", async () => {
  let seen = 0;
  const scrambled =
    (share: number): Answer =>
    (run, ...rest) => {
      const hit = run.probe?.kind === "scramble" && seen++ % share === 0;
      return hit ? fails(failure("positions", "bad-positions", "2")) : flat(run, ...rest);
    };
  expect((await evaluate(sandboxOf(scrambled(2)))).stage).toBe("scored");
  expect((await evaluate(sandboxOf(scrambled(1)))).stage).toBe("look-ahead");
});

it("a time-out of a probe that a second try does not meet says nothing", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, job, length) => (run.probe && job === 2 ? fails(timeout) : flat(run, job, length))),
  );
  expect(evaluation).toMatchObject({ stage: "scored", failure: null });
});

it("a time-out of the second run that a third does not meet says nothing", async () => {
  const evaluation = await evaluate(
    sandboxOf((run, job, length) => (!run.probe && job === 2 ? fails(timeout) : flat(run, job, length))),
  );
  expect(evaluation).toMatchObject({ stage: "scored", pathFailures: [null, null, null, null] });
});

it("what the sandbox throws (our fault, or the world's) is thrown", async () => {
  const broken = { ...sandboxOf(flat), run: () => Promise.reject(new Error("no worker")) };
  await expect(evaluate(broken)).rejects.toThrow("no worker");
});
