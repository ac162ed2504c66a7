import { expect, test } from "vitest";
import { misspeltName } from "../../src/core/misspelt-name.ts";

const known = ["target", "stopLoss", "takeProfit"];

test("stoploss is meant to be stopLoss, and Target target", () => {
  expect(misspeltName(["target", "stoploss"], known)).toEqual({ name: "stoploss", meant: "stopLoss" });
  expect(misspeltName(["Target"], known)).toEqual({ name: "Target", meant: "target" });
});

test("a name that is there itself is not meant by another: targets beside target is something else", () => {
  expect(misspeltName(["target", "targets"], known)).toBeNull();
});

test("names of other things, of nothing and of 2^20 characters are let through", () => {
  expect(misspeltName(["target", "note", "", "7", "stopLoss".repeat(2 ** 17)], known)).toBeNull();
});
