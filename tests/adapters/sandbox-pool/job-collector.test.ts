import { expect, it } from "vitest";
import { JobCollector, replyBytes } from "../../../src/adapters/sandbox-pool/job-collector.ts";
import type { Job } from "../../../src/core/job.ts";
import { bars, honest, limits } from "../../attacks/support.ts";

const none = new Float64Array(0);
const job: Job = {
  programs: [honest],
  bars: [bars],
  runs: [
    { program: 0, bars: 0 },
    { program: 0, bars: 0, probe: { kind: "truncate", bar: 9 } },
  ],
  limits,
};

const done = JSON.stringify({ kind: "done", cpuMs: 1, stops: [] });
const doneWith = (...stops: readonly string[]): string => JSON.stringify({ kind: "done", cpuMs: 1, stops });
const end = JSON.stringify({ kind: "end", heapMiB: 2 });

function say(...messages: readonly (readonly [string, Float64Array])[]): { states: string[]; collector: JobCollector } {
  const collector = new JobCollector(job);
  return { states: messages.map(([header, body]) => collector.take(header, body)), collector };
}

function firstKind(collector: JobCollector): string {
  const [run] = collector.result().runs;
  return run?.ok === false ? `${run.failure.kind}: ${run.failure.message}` : "ok";
}

it("targets of 300 and 10 bars and the end are a whole job", () => {
  const { states, collector } = say([done, new Float64Array(300)], [done, new Float64Array(10)], [end, none]);
  expect(states).toEqual(["more", "more", "ended"]);
  expect(collector.result()).toMatchObject({ heapMiB: 2, runs: [{ ok: true, cpuMs: 1 }, { ok: true }] });
});

it("an answer with two stops is three columns, each with a buffer of its own", () => {
  const body = new Float64Array(900).fill(1).fill(0.1, 300).fill(0.2, 600);
  const { states, collector } = say([doneWith("stopLoss", "trailingStop"), body]);
  expect(states).toEqual(["more"]);
  const [run] = collector.result().runs;
  const positions = run?.ok === true ? run.positions : undefined;
  expect(Object.keys(positions ?? {})).toEqual(["target", "stopLoss", "trailingStop"]);
  for (const [name, value] of [
    ["target", 1],
    ["stopLoss", 0.1],
    ["trailingStop", 0.2],
  ] as const) {
    expect(positions?.[name]).toEqual(new Float64Array(300).fill(value));
    expect(positions?.[name]?.buffer.byteLength).toBe(2400);
  }
});

it("a worker that was taken over and breaks the protocol is dead", () => {
  const fault = { stage: "run", kind: "timeout", message: "late" };
  for (const [header, body] of [
    ["", none],
    ["{", none],
    [JSON.stringify({ kind: "ready" }), none],
    [end, none],
    [done, none],
    [done, new Float64Array(299)],
    [done, new Float64Array(301)],
    [done, new Float64Array(300).fill(1.5)],
    [done, new Float64Array(300).fill(Number.POSITIVE_INFINITY)],
    [doneWith("stopLoss"), new Float64Array(300).fill(1)],
    [doneWith("stopLoss"), new Float64Array(600)],
    [doneWith("stopLoss"), new Float64Array(600).fill(0.1).fill(-0.1, 300)],
    [doneWith("stopLoss"), new Float64Array(600).fill(1.5)],
    [doneWith("stopLoss", "stopLoss"), new Float64Array(900).fill(1)],
    [doneWith("target"), new Float64Array(600).fill(1)],
    [JSON.stringify({ kind: "failed", cpuMs: 1, fault }), new Float64Array(1)],
    [JSON.stringify({ kind: "done", cpuMs: null }), new Float64Array(300)],
  ] as const) {
    const { states, collector } = say([header, body]);
    expect(states).toEqual(["dead"]);
    expect(collector.result().runs).toHaveLength(2);
    expect(firstKind(collector)).toBe("crashed: the sandbox worker broke the protocol");
  }
});

it("results beyond the last run are a breach that changes no result", () => {
  const { states, collector } = say(
    [done, new Float64Array(300)],
    [done, new Float64Array(10)],
    [done, new Float64Array(10)],
  );
  expect(states).toEqual(["more", "more", "dead"]);
  expect(collector.result().runs.map(({ ok }) => ok)).toEqual([true, true]);
});

it("a fatal message fails its run and those behind it", () => {
  const fault = { stage: "load", kind: "timeout", message: "late" };
  const { states, collector } = say([JSON.stringify({ kind: "fatal", cpuMs: 200, fault }), none]);
  expect(states).toEqual(["dead"]);
  expect(collector.result().runs.map((run) => (run.ok ? "" : run.failure.stage))).toEqual(["load", "load"]);
});

it("a message of 5,000 characters is cut", () => {
  const fault = { stage: "run", kind: "run-error", message: "x".repeat(5000) };
  const { collector } = say([JSON.stringify({ kind: "failed", cpuMs: 1, fault }), none]);
  expect(firstKind(collector).length).toBeLessThan(2100);
});

it("the largest reply to a job over 300 bars is 9,600 bytes: targets and three stops", () => {
  expect(replyBytes(job)).toBe(9600);
  expect(replyBytes({ ...job, runs: job.runs.slice(1) })).toBe(320);
  expect(replyBytes({ ...job, runs: [] })).toBe(0);
});

const allocated = (...stops: readonly (readonly string[])[]): string =>
  JSON.stringify({ kind: "allocated", cpuMs: 1, stops });
const pair: Job = { programs: [honest], bars: [bars, bars], runs: [{ program: 0, bars: 0, markets: [0, 1] }], limits };

it("a run over two markets is the targets of the first, then targets and stops of the second", () => {
  const collector = new JobCollector(pair);
  const body = new Float64Array(900).fill(0.1).fill(0.2, 300).fill(0.3, 600);
  expect(collector.take(allocated([], ["takeProfit"]), body)).toBe("more");
  expect(collector.take(end, none)).toBe("ended");
  const [run] = collector.result().runs;
  const found = run?.ok === true ? run.allocations : undefined;
  expect(
    found?.map((each) => Object.entries(each).map(([name, column]) => [name, column[299], column.length])),
  ).toEqual([
    [["target", 0.1, 300]],
    [
      ["target", 0.2, 300],
      ["takeProfit", 0.3, 300],
    ],
  ]);
  expect(replyBytes(pair)).toBe(8 * 4 * 600);
});

it("an allocation of another size, of other markets, out of range or for a run over one market breaks the protocol", () => {
  const whole = new Float64Array(600);
  for (const [header, body, to] of [
    [allocated([], []), new Float64Array(599), pair],
    [allocated([]), new Float64Array(300), pair],
    [allocated([], [], []), new Float64Array(900), pair],
    [allocated(), none, pair],
    [allocated([], []), whole.slice().fill(2, 599), pair],
    [allocated(["stopLoss"], []), new Float64Array(900), pair],
    [done, new Float64Array(300), pair],
    [allocated([]), new Float64Array(300), job],
  ] as const) {
    const collector = new JobCollector(to);
    expect(collector.take(header, body)).toBe("dead");
    expect(firstKind(collector)).toContain("crashed");
  }
});
