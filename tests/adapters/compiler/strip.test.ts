import { describe, expect, it } from "vitest";
import { maxCodeLength, strip } from "../../../src/adapters/compiler/strip.ts";

const plain = "export const x: number = 1;\n";

function messageOf(code: string): string {
  const result = strip(code);
  return result.ok ? `ok: ${result.code}` : result.failure.message;
}

/** Keeps a parser that tries every `<` as the start of type arguments busy for minutes. */
const hanging = `export const x = ${"a<".repeat(30_000)}b;`;

describe("strip", () => {
  it("gives up on syntax that keeps the parser busy, and takes the next program", { timeout: 60_000 }, () => {
    expect(messageOf(hanging)).toMatch(/nests too deeply to be compiled \(did not end within 5 s\)/);
    expect(messageOf(plain)).toBe("ok: export const x = 1;\n");
  });

  it("says at once of a program that it gave up on what it said before", { timeout: 60_000 }, () => {
    const first = messageOf(hanging);
    // A hundred times 5 s would be too late for this test.
    for (let i = 0; i < 100; i++) expect(messageOf(hanging)).toBe(first);
  });

  it("takes 60,000 operators and 10,000 brackets of one expression", { timeout: 60_000 }, () => {
    expect(messageOf(`export const x = ${"!".repeat(60_000)}1;`)).toMatch(/^ok: /);
    expect(messageOf(`export const x = ${"[".repeat(10_000)}${"]".repeat(10_000)};`)).toMatch(/^ok: /);
  });

  it("refuses a program of more than 65,536 characters unread", () => {
    expect(messageOf(`${plain}//${"x".repeat(maxCodeLength)}`)).toBe(
      `The program has ${maxCodeLength + plain.length + 2} characters; wanted at most 65536.`,
    );
  });

  it("names line and column of a syntax error", () => {
    expect(messageOf("const a = 1;\nconst b = = 2;")).toBe('Syntax error (line 2, column 11): Unexpected "="');
  });
});
