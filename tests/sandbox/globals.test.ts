import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandboxPool } from "../../src/adapters/sandbox-pool.ts";
import type { Sandbox } from "../../src/bench/ports.ts";
import { bars, decide, limits } from "../attacks/support.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandboxPool({ workers: 1 });
});
afterAll(() => sandbox.close());

/** The text that an expression comes to inside: thrown in pieces, since messages are short. */
async function textOf(expression: string): Promise<string> {
  const size = 500;
  const programs = Array.from({ length: 6 }, (_, part) =>
    decide(`throw { name: "part", message: (${expression}).slice(${part * size}, ${(part + 1) * size}) };`),
  );
  const runs = programs.map((_, program) => ({ program, bars: 0 }));
  const result = await sandbox.run({ programs, bars: [bars], runs, limits });
  return result.runs.map((run) => (run.ok ? "?" : run.failure.message.replace("part: ", ""))).join("");
}

it("a program finds these 57 globals and no others", async () => {
  const names = (await textOf("Reflect.ownKeys(globalThis).map(String).sort().join(' ')")).split(" ");
  expect(names.join(" ")).toBe(
    [
      "AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError",
      "Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Iterator JSON Map",
      "Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String SuppressedError",
      "Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet",
      "console decodeURI decodeURIComponent encodeURI encodeURIComponent eval globalThis isFinite isNaN parseFloat parseInt",
      "undefined",
    ].join(" "),
  );
});

it("no global is an accessor", async () => {
  const accessors = "Object.values(Object.getOwnPropertyDescriptors(globalThis)).filter((each) => 'get' in each)";
  expect(await textOf(`${accessors}.length + ' accessors'`)).toBe("0 accessors");
});

it("the global scope has no names beyond those of the global object", async () => {
  const guesses = "['decideProgram', 'fixGlobals', 'ta', 'guest_default', 'enterGuest', 'messageLength']";
  expect(await textOf(`${guesses}.filter((name) => eval('typeof ' + name) !== 'undefined').join() + '.'`)).toBe("ta.");
});

it("Math, JSON and Reflect have what the language gives them", async () => {
  expect(await textOf("typeof Math.random() + typeof JSON.parse('1') + typeof Reflect.ownKeys")).toBe(
    "numbernumberfunction",
  );
});
