import { describe, expect, it } from "vitest";
import { createNumberEvidence } from "../../../../src/adapters/import-market/numbers/number-evidence.ts";
import { type KnownStyle, numberStyle } from "../../../../src/adapters/import-market/numbers/number-style.ts";
import { importText } from "../import-text.ts";

function styleOf(cells: readonly string[], delimiter: string, given?: "." | ","): KnownStyle {
  const evidence = createNumberEvidence();
  for (const cell of cells) evidence.add(cell, 0);
  return numberStyle(evidence.found(), { delimiter, given, usual: undefined, name: "x.csv" }, false);
}

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
    ["1,234 between commas, 1.234 beside", ["1,234", "2.345"], ",", { decimal: ".", group: ",", known: "assumed" }],
    ["13.234 beside 950: thousands", ["950", "13.234"], ";", { decimal: ",", group: ".", known: "observed" }],
    ["13,234 beside 950: thousands", ["950", "13,234"], ";", { decimal: ".", group: ",", known: "observed" }],
    ["108.234 beside 1234567: decimals", ["108.234", "1234567"], ";", { decimal: ".", group: null, known: "observed" }],
    ["108,234 beside 1234567: decimals", ["108,234", "1234567"], ";", { decimal: ",", group: null, known: "observed" }],
  ] as const)("%s", (_, cells, delimiter, style) => {
    const { open: _open, ...found } = styleOf(cells, delimiter);
    expect(found).toEqual(style);
  });

  it("an option decides, and a contradiction without one is refused", () => {
    expect(styleOf(["1,5", "2.5"], ";", ",")).toEqual({ decimal: ",", group: null, known: "given", open: false });
    expect(() => styleOf(["1,5", "2.5"], ";")).toThrow('"2.5" has a decimal point and "1,5" a decimal comma');
  });
});

describe("numbers that leave a choice", () => {
  const bars = (numbers: readonly string[]): string =>
    `Datum;Open;High;Low;Close\n${numbers.map((n, i) => `${new Date(Date.UTC(2020, 0, 2 + i)).toISOString().slice(0, 10)};${n};${n};${n};${n}\n`).join("")}`;

  it.each([
    ["13.234", '"13.234" is 13234 if the file sets thousands apart (--decimal ,)'],
    ["13,234", '"13,234" is 13234 if the file sets thousands apart (--decimal .)'],
  ])("%s throughout is asked about, and the option answers", async (number, question) => {
    await expect(importText(bars([number, number]))).rejects.toThrow(question);
    const sign = number.charAt(2) as "." | ",";
    expect((await importText(bars([number]), { decimal: sign, interval: "1d" })).bars.close[0]).toBe(13.234);
    const other = sign === "." ? "," : ".";
    expect((await importText(bars([number]), { decimal: other, interval: "1d" })).bars.close[0]).toBe(13_234);
  });

  it("between commas 108.234 is a hundred and 13,234 in quotation marks is thousands", async () => {
    const text = (number: string): string => `Date,Close\n2020-01-02,${number}\n2020-01-03,${number}\n`;
    expect((await importText(text("108.234"))).bars.close[0]).toBe(108.234);
    expect((await importText(text('"13,234"'))).bars.close[0]).toBe(13_234);
  });

  it.each([
    ["1.050 behind 500 whole numbers", ["950"], "1.050", 1050],
    ["1,050 behind 500 whole numbers", ["950"], "1,050", 1050],
    ["950,25 behind 500 whole numbers", ["950"], "950,25", 950.25],
    ["950.25 behind 500 whole numbers", ["950"], "950.25", 950.25],
    ["1.050,5 behind 500 like 1.050", ["1.050"], "1.050,5", 1050.5],
  ])("%s decides", async (_, [first = ""], last, value) => {
    const { bars: read, understood } = await importText(bars([...Array<string>(500).fill(first), last]));
    expect(read.close.at(-1)).toBe(value);
    expect(read.close[0]).toBe(Number(first.replace(".", "")));
    expect(understood.unreadable).toEqual([]);
    expect(understood.numbers.known).toBe("observed");
  });

  it("HistData's 108.234 needs no question: its files have decimal points", async () => {
    const { bars: read } = await importText(
      "20200102 000000;108.234;108.300;108.200;108.250;0\n20200102 000100;108.234;108.300;108.200;108.250;0\n",
    );
    expect(read.open[0]).toBe(108.234);
  });
});
