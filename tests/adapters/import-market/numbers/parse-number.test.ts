import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type NumberStyle,
  parseNumber,
  unreadable,
} from "../../../../src/adapters/import-market/numbers/parse-number.ts";

const point: NumberStyle = { decimal: ".", group: null };
const comma: NumberStyle = { decimal: ",", group: null };

describe("parseNumber with decimal points", () => {
  it.each([
    ["212.61", 212.61],
    [" 212.61 ", 212.61],
    ["-3.5", -3.5],
    ["+3.5", 3.5],
    [".5", 0.5],
    ["1.00532e+11", 100_532_000_000],
    ["23,293.91", 23293.91],
    ["1,234,567", 1_234_567],
    ["46,55,761", 4_655_761],
    ["10'639.5", 10639.5],
    ["4 560 000", 4_560_000],
    ["4\u00a0560\u202f000.5", 4_560_000.5],
    ["$1419.85", 1419.85],
    ["$ 1,419.85", 1419.85],
    ["USD 1,419.85", 1419.85],
    ["1,419.85 €", 1419.85],
    ["12.5 PLN", 12.5],
    ["-$5", -5],
    ["(1.23)", -1.23],
    ["1.25%", 1.25],
    ["520.90M", 520_900_000],
    ["3.4K", 3400],
    ["5B", 5_000_000_000],
    ["1.2T", 1_200_000_000_000],
    ["26.15B", 26_150_000_000],
    ["73,25M", 73_250_000],
    ["1,2万", 12_000],
    ["3.5万手", 35_000],
    ["1.5亿", 150_000_000],
    ["2.5 mio", 2_500_000],
    ["1.5 Cr", 15_000_000],
    ["2 lakh", 200_000],
    ["1.1 млн", 1_100_000],
    ["１２３．４５", 123.45],
    ["−7", -7],
  ])("%s is %d", (text, value) => {
    expect(parseNumber(text, point)).toBe(value);
  });

  it.each([
    "",
    " ",
    "-",
    "--",
    "–",
    "null",
    "NULL",
    "N/A",
    "#N/A",
    "#N/A N/A",
    "NaN",
    "nan",
    "None",
    "n.a.",
    ".",
    "\\N",
    "NA",
    "x",
  ])("%j is missing", (text) => {
    expect(parseNumber(text, point)).toBeNaN();
  });

  it.each([
    "abc",
    "1,5",
    "12,34",
    "0x10",
    "Infinity",
    "-Infinity",
    "1.2.3",
    "1..2",
    "12:30",
    "2020-01-02",
    "1.5Q",
    "1 2",
    "$",
    "9 ".repeat(40),
    "1,23,45",
  ])("%s is unreadable, not a number", (text) => {
    expect(parseNumber(text, point)).toBe(unreadable);
  });
});

describe("parseNumber with decimal commas", () => {
  it.each([
    ["13.233,71", 13233.71],
    ["1,05236", 1.05236],
    ["69.331.100", 69_331_100],
    ["121,00", 121],
    ["1234", 1234],
    ["4 560 000,5", 4_560_000.5],
    ["1,2M", 1_200_000],
    ["73,25M", 73_250_000],
  ])("%s is %d", (text, value) => {
    expect(parseNumber(text, comma)).toBe(value);
  });

  it("1.05236 is unreadable, neither 1.05236 nor 105236", () => {
    expect(parseNumber("1.05236", comma)).toBe(unreadable);
  });
});

describe("laws of parseNumber", () => {
  it("every double reads back from its own text", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        Object.is(parseNumber(String(value), point), value === 0 ? 0 : value),
      ),
    );
  });

  it("grouped numbers are what their digits are: 1.234,5 and 1,234.5 and -1234,5 to the last bit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.nat({ max: 6 }),
        fc.constantFrom(".", ",") as fc.Arbitrary<"." | ",">,
        (digits, decimals, decimal) => {
          const text = (Math.abs(digits) / 10 ** decimals).toFixed(decimals);
          const [whole = "", fraction] = text.split(".");
          const group = decimal === "." ? "," : ".";
          const dressed =
            whole.replace(/\B(?=(\d{3})+(?!\d))/g, group) + (fraction === undefined ? "" : decimal + fraction);
          const sign = digits < 0 ? "-" : "";
          return Object.is(parseNumber(sign + dressed, { decimal, group }), Number(sign + text));
        },
      ),
    );
  });

  it.each(["1.2345,5", "1.23", "12.34.567", "1.234.56", ".234", "1..234", "1234.567"])(
    "%s has no groups of three before a decimal comma",
    (text) => {
      expect(parseNumber(text, { decimal: ",", group: "." })).toBe(text === "12.34.567" ? 1_234_567 : unreadable);
    },
  );

  it("thousands separators, the other decimal sign and currency change no bit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const fraction = String(cents).padStart(2, "0");
        const value = Number(`${whole}.${fraction}`);
        const grouped = (sign: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(parseNumber(`${grouped(",")}.${fraction}`, point)).toBe(value);
        expect(parseNumber(`${grouped("'")}.${fraction}`, point)).toBe(value);
        expect(parseNumber(`$${grouped(",")}.${fraction}`, point)).toBe(value);
        expect(parseNumber(`${grouped(".")},${fraction}`, comma)).toBe(value);
        expect(parseNumber(`${grouped(" ")},${fraction} €`, comma)).toBe(value);
      }),
    );
  });

  it("a suffix is a power of ten to the last bit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom("K", "M", "B"), (cents, suffix) => {
        const power = { K: 3, M: 6, B: 9 }[suffix] as number;
        const digits = (cents / 100).toFixed(2);
        expect(parseNumber(digits + suffix, point)).toBe(Number(`${digits}e${power}`));
      }),
    );
  });

  it("never throws and never takes a word for a number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const value = parseNumber(text, point);
        if (!/\d/.test(text.normalize("NFKC"))) expect(Number.isFinite(value)).toBe(false);
      }),
    );
  });
});
