import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../src/core/market/parse-decimal.ts";

describe("parseDecimal", () => {
  it("equals Number for every double written in its shortest digits, in fixed digits and in sixteen", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 12 }),
        (value, digits) => {
          for (const text of [String(value), value.toFixed(digits), value.toPrecision(16)]) {
            expect(parseDecimal(text)).toBe(Number(text));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("equals Number for digits with a point anywhere", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,20}\.?\d{0,20}$/), (text) => {
        expect(parseDecimal(text)).toBe(text === "" || text === "." ? Number.NaN : Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["120.50", 120.5],
    ["0", 0],
    [".5", 0.5],
    ["5.", 5],
    [" 7 ", 7],
    ["-0.25", -0.25],
    ["1e-7", 1e-7],
    ["9007199254740993", 9007199254740992],
    ["0.1", 0.1],
  ])("%s is %d", (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    ".",
    "..",
    "1.2.3",
    "1,234",
    "0x10",
    "0b1",
    "Infinity",
    "-Infinity",
    "NaN",
    "null",
    "-",
    "1_000",
    "١",
  ])('"%s" is no number', (text) => {
    expect(parseDecimal(text)).toBeNaN();
  });
});
