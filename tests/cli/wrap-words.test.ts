import { expect, it } from "vitest";
import { wrapWords } from "../../src/cli/wrap-words.ts";

const text = "Overall is three quarters of Trading and a quarter of Quiz.";

it("without a bound a text is one line", () => {
  expect(wrapWords(text)).toEqual([text]);
});

it("no line is longer than 24 characters, and joined again they are the text", () => {
  const lines = wrapWords(text, 24);
  expect(lines).toEqual(["Overall is three", "quarters of Trading and", "a quarter of Quiz."]);
  expect(lines.join(" ")).toBe(text);
});

it("a word longer than the line stands alone, uncut", () => {
  expect(wrapWords(`see ${"x".repeat(30)} there`, 24)).toEqual(["see", "x".repeat(30), "there"]);
});

it("a bound below 20 is taken for 20", () => {
  expect(wrapWords("aaaa bbbb cccc dddd", 3)).toEqual(["aaaa bbbb cccc dddd"]);
});
