import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import type { Bars } from "../../src/core/bars.ts";
import { ta } from "../../src/core/indicators/index.ts";
import type { Bars as ContractBars, Indicators } from "../../strategies/contract.ts";

const contract = readFileSync(new URL("../../strategies/contract.ts", import.meta.url), "utf8");

// The type checker is the one that compares; it reads the tests too.
test("Bars of the contract and of the core are one type", () => {
  expectTypeOf<ContractBars>().toEqualTypeOf<Bars>();
});

test("ta has every indicator of the contract, with its parameters and result, and no other", () => {
  expectTypeOf<typeof ta>().toExtend<Indicators>();
  expectTypeOf<keyof typeof ta>().toEqualTypeOf<keyof Indicators>();
  const documented = [...contract.matchAll(/\*\/\n {2}(\w+)\(\s/g)].map((match) => match[1]);
  const short = [...contract.matchAll(/\*\/\n {2}(\w+)\(\S/g)].map((match) => match[1]);
  expect([...documented, ...short].filter((name) => name !== "decide").sort()).toEqual(Object.keys(ta).sort());
});

test("the contract imports nothing: models get it whole in one file", () => {
  expect(contract).not.toMatch(/^import/m);
});
