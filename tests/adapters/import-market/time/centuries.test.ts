import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inCenturies } from "../../../../src/adapters/import-market/time/centuries.ts";
import { importText } from "../import-text.ts";

const short = (...years: readonly number[]): Float64Array =>
  Float64Array.from(years, (year) => Date.UTC(year % 100 < 70 ? 2000 + (year % 100) : 1900 + (year % 100), 5, 15));
const yearsOf = (wall: Float64Array): readonly number[] => Array.from(wall, (time) => new Date(time).getUTCFullYear());

describe("inCenturies", () => {
  it.each([
    ["65 to 69, long ago", [1965, 1966, 1967, 1968, 1969]],
    ["50 to 77", [1950, 1960, 1969, 1970, 1977]],
    ["28 to 20: 1928 to 2020", Array.from({ length: 93 }, (_, i) => 1928 + i)],
    ["newest first", [2019, 1999, 1969, 1962]],
    ["this year", [2024, 2025, 2026]],
    ["one year", [1987]],
  ])("%s", (_, years) => {
    expect(yearsOf(inCenturies(short(...years), 2026))).toEqual(years);
  });

  it("27 is 1927 in 2026, and 2027 in 2027", () => {
    expect(yearsOf(inCenturies(short(1927), 2026))).toEqual([1927]);
    expect(yearsOf(inCenturies(short(1927), 2027))).toEqual([2027]);
  });

  it("any run of up to 99 years that ends by this year comes back, day and time of day too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1928, max: 2026 }), fc.integer({ min: 0, max: 45 }), (last, length) => {
        const years = Array.from({ length: length + 1 }, (_, i) => last - i);
        expect(yearsOf(inCenturies(short(...years), 2026))).toEqual(years);
      }),
    );
    const leap = Float64Array.of(Date.UTC(2068, 1, 29, 9, 30), Number.NaN);
    expect(inCenturies(leap, 2026)).toEqual(Float64Array.of(Date.UTC(1968, 1, 29, 9, 30), Number.NaN));
  });

  it("1/3/50 to 12/31/69 in a file is not of the future", async () => {
    const { bars } = await importText("Date,Close\n1/3/50,16.66\n1/13/50,16.67\n12/31/69,92.06\n");
    expect(yearsOf(bars.time)).toEqual([1950, 1950, 1969]);
  });

  it("years of four digits stay what they are", async () => {
    const { bars } = await importText("Date,Close\n2050-01-03,16.66\n2050-01-04,16.85\n");
    expect(yearsOf(bars.time)).toEqual([2050, 2050]);
  });
});
