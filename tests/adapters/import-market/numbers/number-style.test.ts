import { describe, expect, it } from "vitest";
import { numberStyle } from "../../../../src/adapters/import-market/numbers/number-style.ts";

describe("numberStyle", () => {
  it.each([
    ["both signs, point last", ["23,293.91", "998.5"], ",", { decimal: ".", group: ",", known: "observed" }],
    ["both signs, comma last", ["13.233,71", "998,5"], ";", { decimal: ",", group: ".", known: "observed" }],
    ["four decimals behind a comma", ["1,1234", "1,2345"], ";", { decimal: ",", group: null, known: "observed" }],
    ["a lone 0 before a comma", ["0,123", "0,456"], ";", { decimal: ",", group: null, known: "observed" }],
    ["thousands twice", ["1,234,567", "12,345"], ",", { decimal: ".", group: ",", known: "observed" }],
    [
      "points twice: thousands, so commas are decimal",
      ["1.234.567", "12.345"],
      ";",
      { decimal: ",", group: ".", known: "observed" },
    ],
    ["1,234 between commas", ["1,234", "2,345"], ",", { decimal: ".", group: ",", known: "assumed" }],
    ["1,234 between semicolons", ["1,234", "2,345"], ";", { decimal: ",", group: null, known: "assumed" }],
    ["whole numbers", ["1234", "2345"], ",", { decimal: ".", group: null, known: "observed" }],
    ["three decimals behind points", ["1.234", "2.345"], ",", { decimal: ".", group: null, known: "observed" }],
    ["apostrophes", ["10'639.5"], ";", { decimal: ".", group: "'", known: "observed" }],
    ["blanks", ["10 639,5"], ";", { decimal: ",", group: " ", known: "observed" }],
    ["words beside", ["null", "-", "$1.5", "2.5M"], ",", { decimal: ".", group: null, known: "observed" }],
  ] as const)("%s", (_, cells, delimiter, style) => {
    expect(numberStyle(cells, delimiter, undefined, "x.csv")).toEqual(style);
  });

  it("an option decides, and a contradiction without one is refused", () => {
    expect(numberStyle(["1,5", "2.5"], ";", ",", "x.csv")).toEqual({ decimal: ",", group: null, known: "given" });
    expect(() => numberStyle(["1,5", "2.5"], ";", undefined, "x.csv")).toThrow(
      '"2.5" has a decimal point and "1,5" a decimal comma',
    );
  });
});
