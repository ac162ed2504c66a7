import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import { bars, limits } from "./support.ts";

let pool: Sandbox;
beforeAll(async () => {
  pool = await createSandboxPool({ workers: 1 });
});
afterAll(() => pool.close());

const decide = "decide: (bars) => ({ target: bars.close.map(() => 1) })";

/** The name that comes out of the sandbox, or the kind of the failure; the positions must be right beside it. */
async function nameOf(member: string): Promise<string | undefined> {
  const programs = [`export default { ${member} ${decide} };`];
  const result = (await pool.run({ programs, bars: [bars], runs: [{ program: 0, bars: 0 }], limits })).runs[0];
  if (result?.ok !== true) return result?.failure.kind;
  expect([...new Set(result.positions.target)]).toEqual([1]);
  return result.name;
}

it.each([
  ["a name is handed over", 'name: "trend 50/200",', "trend 50/200"],
  ["one in Chinese too", 'name: "均线 📈",', "均线 📈"],
  ["no name is none", "", undefined],
  ["an empty one is none", 'name: " \\n ",', undefined],
  ["a number is none", "name: 7,", undefined],
  ["a getter that throws is none", 'get name() { throw new Error("no"); },', undefined],
  ["a getter that never ends is stopped", "get name() { for (;;); },", "timeout"],
  ["80 units are the most", 'name: "n".repeat(1e6),', "n".repeat(80)],
  ["it is one line without control characters", 'name: "a\\u001b[2J\\n\\u202eb",', "a\ufffd[2J \ufffdb"],
  ["half a character is replaced", 'name: "n".repeat(79) + "📈",', `${"n".repeat(79)}\ufffd`],
  ["an object that pretends to be a text is none", 'name: { length: 3, toString: () => "abc" },', undefined],
])("%s", async (_, member, name) => {
  expect(await nameOf(member)).toBe(name);
});

it("the name of a portfolio strategy comes with its answers", async () => {
  const allocate = "allocate: (markets) => markets.map(({ close }) => ({ target: close.map(() => 0.5) }))";
  const job = { bars: [bars, bars], runs: [{ program: 0, bars: 0, markets: [0, 1] }], limits };
  const [result] = (await pool.run({ programs: [`export default { name: "two", ${allocate} };`], ...job })).runs;
  expect(result).toMatchObject({ ok: true, name: "two" });
  expect(result?.ok && result.allocations?.map(({ target }) => target[299])).toEqual([0.5, 0.5]);
});
