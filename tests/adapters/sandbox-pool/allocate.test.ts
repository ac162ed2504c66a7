import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandboxPool } from "../../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../../src/bench/ports.ts";
import type { Bars } from "../../../src/core/bars.ts";
import type { RunResult } from "../../../src/core/job.ts";
import { bars, decide, honest, honestTargets, limits } from "../../attacks/support.ts";

const dear: Bars = { ...bars, close: bars.close.map((price) => 2 * price) };

/** A portfolio strategy whose `allocate` has this body. */
function allocate(body: string): string {
  return `export default { allocate(markets, ta) {\n${body}\n} }`;
}

let pool: Sandbox;
beforeAll(async () => {
  pool = await createSandboxPool({ workers: 1 });
});
afterAll(() => pool.close());

async function run(
  program: string,
  markets: readonly number[] = [0, 1],
  given: readonly Bars[] = [bars, dear],
): Promise<RunResult> {
  const { runs } = await pool.run({
    programs: [program],
    bars: given,
    runs: [{ program: 0, bars: markets[0] ?? 0, markets }],
    limits,
  });
  const [result] = runs;
  if (result === undefined) throw new Error("no result");
  return result;
}

async function fault(program: string, markets?: readonly number[]): Promise<string> {
  const result = await run(program, markets);
  return result.ok ? "ok" : `${result.failure.stage}, ${result.failure.kind}: ${result.failure.message}`;
}

it("allocate sees every market and answers with one Positions each, in their order", async () => {
  const body = `return markets.map(({ close, length }, i) => ({ target: close.map((price) => price / 1000), ...(i === 1 ? { stopLoss: Array(length).fill(0.1) } : {}) }));`;
  const result = await run(allocate(body), [1, 0]);
  const found = result.ok ? (result.allocations ?? []) : [];
  expect(found.map(({ target }) => [...target])).toEqual(
    [dear, bars].map(({ close }) => [...close.map((price) => price / 1000)]),
  );
  expect(found.map((each) => Object.keys(each))).toEqual([["target"], ["target", "stopLoss"]]);
  expect(found[1]?.stopLoss).toEqual(new Float64Array(300).fill(0.1));
  expect(result.ok && result.positions).toBe(found[0]);
});

it("a length that the program gives to all columns changes no answer", async () => {
  const body = `Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), "length", { get: () => 3 });
return [{ target: Array(300).fill(0.25) }, { target: Array(300).fill(0.5) }];`;
  const result = await run(allocate(body));
  expect(result.ok && result.allocations?.map(({ target }) => [target.length, target[299]])).toEqual([
    [300, 0.25],
    [300, 0.5],
  ]);
});

it("a stop under a name that is nearly its own is refused, with the market", async () => {
  const body = `return markets.map(({ close }, i) => ({ target: close.map(() => 0), [i ? "takeprofit" : "note"]: close }));`;
  expect(await fault(allocate(body))).toBe(
    "positions, bad-positions: market 1: nothing is called takeprofit: did you mean takeProfit?",
  );
});

it("columns are copies of their own: what a program writes to them no other market, run or caller sees", async () => {
  const before = bars.close.slice();
  const body = `markets[0].close.fill(1); return markets.map(({ close }) => ({ target: close.map((price) => price === 1 ? 1 : 0) }));`;
  const result = await run(allocate(body), [0, 0]);
  expect(result.ok && result.allocations?.map(({ target }) => target[7])).toEqual([1, 0]);
  expect(bars.close).toEqual(before);
});

it("100 markets with every stop, and none of 0 bars, come through", async () => {
  const body = `return markets.map(({ length }) => { const all = Array(length).fill(0.01); return { target: all, stopLoss: all, takeProfit: all, trailingStop: all }; });`;
  const many = await run(
    allocate(body),
    Array.from({ length: 100 }, () => 0),
  );
  expect(many.ok && many.allocations?.length).toBe(100);
  const empty = {
    ...bars,
    length: 0,
    time: bars.time.slice(0, 0),
    open: bars.open.slice(0, 0),
    high: bars.high.slice(0, 0),
    low: bars.low.slice(0, 0),
    close: bars.close.slice(0, 0),
    volume: bars.volume.slice(0, 0),
  };
  const none = await run(allocate(body), [0, 1], [empty, empty]);
  expect(none.ok && none.allocations?.map(({ target }) => target.length)).toEqual([0, 0]);
});

it("over one market decide counts as allocate; over none named allocate is not looked at", async () => {
  const one = await run(honest, [0]);
  expect(one.ok && one.allocations?.map(({ target }) => [...target])).toEqual([honestTargets]);
  const body = allocate("return [{ target: markets[0].close.map(() => 1) }];");
  expect(await fault(body, [0])).toBe("ok");
  const both = `let reads = 0; export default { decide: (bars) => ({ target: bars.close.map(() => reads) }), get allocate() { reads = 1; return 1; } }`;
  const { runs } = await pool.run({
    programs: [both, body],
    bars: [bars],
    runs: [
      { program: 0, bars: 0 },
      { program: 1, bars: 0 },
    ],
    limits,
  });
  expect(runs[0]?.ok && runs[0].positions.target[0]).toBe(0);
  expect(runs[1]?.ok === false && runs[1].failure.message).toContain("has no function decide");
});

it.each([
  [
    "decide over two markets",
    honest,
    "load, load-error: the default export has decide, for one market; wanted allocate(markets, ta) for 2",
  ],
  [
    "decide and allocate",
    "export default { decide() {}, allocate() {} }",
    "load, load-error: the default export has decide and allocate",
  ],
  [
    "neither",
    "export default { allocate: 3 }",
    "load, load-error: the default export has no function decide or allocate: decide is undefined, allocate is 3",
  ],
  ["nothing", allocate(""), "positions, bad-positions: allocate returned undefined; wanted a list of 2"],
  [
    "a promise",
    "export default { async allocate() { return []; } }",
    "positions, bad-positions: allocate returned a promise",
  ],
  [
    "one answer",
    allocate("return [{ target: markets[0].close.map(() => 0) }];"),
    "allocate returned a list of length 1; wanted a list of 2",
  ],
  [
    "a length that is no number",
    allocate("return { length: { valueOf: () => 2 } };"),
    "allocate returned a list of length an object",
  ],
  [
    "a hole",
    allocate("return new Array(2);"),
    "positions, bad-positions: for market 0 allocate gave undefined; wanted { target",
  ],
  [
    "a short target",
    allocate("return markets.map(({ length }, i) => ({ target: Array(length - i).fill(0) }));"),
    "positions, bad-positions: market 1: target has length 299; wanted 300",
  ],
  [
    "a target of 2",
    allocate("return markets.map(({ length }) => ({ target: Array(length).fill(2) }));"),
    "positions, bad-positions: market 0: target[0] is 2; wanted a number from -1 to 1",
  ],
  [
    "a stop of 0",
    allocate("return markets.map(({ close }) => ({ target: close.map(() => 0), stopLoss: close.map(() => 0) }));"),
    "market 0: stopLoss[0] is 0; wanted a number above 0",
  ],
  [
    "an answer that throws",
    allocate("return new Proxy([], { get() { throw new Error('no'); } });"),
    "positions, bad-positions: the answer of allocate cannot be read: Error: no",
  ],
  ["an allocate that throws", allocate("throw new Error('no idea');"), "run, run-error: Error: no idea (line 2)"],
  [
    "arrays that were tampered with",
    `Object.defineProperty(Array.prototype, "0", { set() { throw new Error("caught"); } });\n${allocate("return [];")}`,
    "run, run-error: Error: caught (line 1)",
  ],
])("%s is refused", async (_, program, message) => {
  expect(await fault(program)).toContain(message);
});

it("each answer and each number is read once, so that none changes after its check", async () => {
  const body = `let reads = 0;
const target = new Proxy([], { get: (_, key) => (key === "length" ? 300 : ++reads <= 600 ? 0.5 : 7) });
let answers = 0;
return new Proxy([], { get: (_, key) => (key === "length" ? 2 : ++answers <= 2 ? { target } : null) });`;
  const result = await run(allocate(body));
  expect(result.ok && result.allocations?.map(({ target }) => [...new Set(target)])).toEqual([[0.5], [0.5]]);
});

it("a run over markets that are not on one axis, or do not begin with its bars, is a fault of the caller", async () => {
  const short = { ...bars, length: 299 };
  const job = { programs: [honest], bars: [bars, short], limits };
  await expect(pool.run({ ...job, runs: [{ program: 0, bars: 0, markets: [0, 1] }] })).rejects.toThrow(
    "1 is not on the axis of 0",
  );
  await expect(pool.run({ ...job, runs: [{ program: 0, bars: 0, markets: [1] }] })).rejects.toThrow("begin with 1");
  await expect(pool.run({ ...job, runs: [{ program: 0, bars: 0, markets: [0, 2] }] })).rejects.toThrow("bars 2 of 2");
  await expect(pool.run({ ...job, runs: [{ program: 0, bars: 0, markets: [] }] })).rejects.toThrow(
    "begin with undefined",
  );
});

it("memory and time of a run hold for allocate as for decide", async () => {
  expect(await fault(allocate("for (;;) {}"))).toContain("timeout");
  expect(await fault(decide("return 1;"), [0])).toContain("decide returned 1");
});
