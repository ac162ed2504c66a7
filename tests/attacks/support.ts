import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import type { Bars } from "../../src/core/bars.ts";
import type { FailureKind } from "../../src/core/failure.ts";
import type { JobResult, Limits, RunResult } from "../../src/core/job.ts";

const length = 300;

function column(value: (t: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, t) => value(t));
}

/** The market of every attack: 300 daily bars of a noisy wave. */
export const bars: Bars = {
  length,
  barsPerYear: 252,
  time: column((t) => Date.UTC(2020, 0, 1) + t * 86_400_000),
  open: column((t) => 100 + Math.sin(t / 7)),
  high: column((t) => 102 + Math.sin(t / 7)),
  low: column((t) => 98 + Math.sin(t / 7)),
  close: column((t) => 100 + Math.sin(t / 7) + 0.2 * Math.sin(t * 1.7)),
  volume: column((t) => 1000 + t),
};

/** Limits of small jobs. */
export const limits: Limits = { cpuMs: 200, memoryMiB: 64 };

/** Limits of attacks that may end by a limit: small, so that the folder stays fast. */
const hurried: Limits = { cpuMs: 100, memoryMiB: 64 };

/** Limits of programs that must end by themselves, on the slowest machine. */
const generous: Limits = { cpuMs: 5000, memoryMiB: 64 };

/** A strategy without malice: long above its 5-bar average, short below it, flat where there is none. */
export const honest = `export default { decide(bars, ta) {
  const average = ta.sma(bars.close, 5);
  return { target: Array.from(bars.close, (close, t) => Math.sign(close - average[t]) || 0) };
} }`;

/** The targets of `honest`, computed here. */
export const honestTargets: readonly number[] = Array.from(bars.close, (close, t) => {
  if (t < 4) return 0;
  const average = bars.close.slice(t - 4, t + 1).reduce((sum, each) => sum + each, 0) / 5;
  return Math.sign(close - average);
});

/** A strategy whose `decide` has this body. */
export function decide(body: string): string {
  return `export default { decide(bars, ta) {\n${body}\n} }`;
}

/** A strategy that answers 1 on every bar if the expression holds, and -1 if it does not. */
export function holds(expression: string): string {
  return decide(`const answer = (${expression}) ? 1 : -1; return { target: bars.close.map(() => answer) };`);
}

/** What an attack must come to: a failure of one of these kinds, or the same target on every bar. */
export type Outcome =
  | { readonly kinds: readonly FailureKind[]; readonly message?: RegExp }
  | { readonly target: number };

/** It is stopped from outside; which limit it meets first depends on the machine. */
export const stopped: Outcome = { kinds: ["timeout", "memory", "crashed"] };

/** It is stopped, or V8 refuses it with an error that the program could have caught. */
export const stoppedOrRefused: Outcome = { kinds: ["timeout", "memory", "crashed", "run-error"] };

/** Failure of one kind. */
export function fails(kind: FailureKind, message?: RegExp): Outcome {
  return message === undefined ? { kinds: [kind] } : { kinds: [kind], message };
}

function expectOk(result: RunResult | undefined): void {
  expect(result?.ok === false ? result.failure : undefined).toBeUndefined();
  expect(result?.ok).toBe(true);
}

function expectOutcome(result: RunResult | undefined, outcome: Outcome): void {
  if ("target" in outcome) {
    expectOk(result);
    if (result?.ok !== true) return;
    expect([...new Set(result.positions.target)]).toEqual([outcome.target]);
  } else {
    expect(result).toMatchObject({ ok: false });
    if (result?.ok !== false) return;
    expect(outcome.kinds, result.failure.message).toContain(result.failure.kind);
    expect(result.failure.message.length).toBeLessThanOrEqual(2001);
    expect(result.failure.message).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(result.failure.message).not.toMatch(/node_modules|file:|guest\.js|\/home\//);
    if (outcome.message !== undefined) expect(result.failure.message).toMatch(outcome.message);
  }
}

function expectHonest(result: RunResult | undefined): void {
  expectOk(result);
  if (result?.ok === true) expect([...result.positions.target]).toEqual(honestTargets);
}

async function runAll(sandbox: Sandbox, programs: readonly string[], within: Limits): Promise<JobResult> {
  const runs = programs.map((_, program) => ({ program, bars: 0 }));
  return await sandbox.run({ programs, bars: [bars], runs, limits: within });
}

/**
 * One attack: each program runs twice in one job, before and after the honest one, and comes to the same outcome. If it
 * did not end the worker, the honest program was right in between; in any case it is right in the next job.
 */
export function attack(name: string, cases: Readonly<Record<string, readonly [code: string, outcome: Outcome]>>): void {
  describe(name, () => {
    let sandbox: Sandbox;
    beforeAll(async () => {
      sandbox = await createSandboxPool({ workers: 1 });
    });
    afterAll(() => sandbox.close());
    for (const [fact, [code, outcome]] of Object.entries(cases)) {
      it(fact, async () => {
        const mayBeLate = "kinds" in outcome && outcome.kinds.includes("timeout");
        const result = await runAll(sandbox, [code, honest, code], mayBeLate ? hurried : generous);
        expect(result.runs).toHaveLength(3);
        expectOutcome(result.runs[0], outcome);
        expectOutcome(result.runs[2], outcome);
        if (result.heapMiB !== null) expectHonest(result.runs[1]);
        expectHonest((await runAll(sandbox, [honest], generous)).runs[0]);
      });
    }
  });
}
