import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDollars,
  formatDuration,
  formatNumber,
  formatP,
  formatPercent,
  formatShortCount,
  formatSigned,
} from "../../src/report/format.ts";

describe("numbers of a page", () => {
  it("null is an en dash everywhere", () => {
    const shown = [
      formatNumber(null, 2),
      formatSigned(null, 2),
      formatPercent(null),
      formatCount(null),
      formatShortCount(null),
      formatDuration(null),
      formatDollars(null),
      formatP(null),
    ];
    expect(new Set(shown)).toEqual(new Set(["–"]));
  });

  it.each([
    [formatNumber(-1.234, 2), "−1.23"],
    [formatNumber(-0.001, 2), "0.00"],
    [formatSigned(0.314, 2), "+0.31"],
    [formatSigned(0.001, 2), "0.00"],
    [formatPercent(0.1234), "12.3\u00a0%"],
    [formatPercent(-12.5, 0), "−1\u2009250\u00a0%"],
    [formatCount(1234567), "1\u2009234\u2009567"],
    [formatShortCount(940), "940"],
    [formatShortCount(63_120), "63.1k"],
    [formatShortCount(1_200_000), "1.2M"],
    [formatDuration(0), "0\u00a0ms"],
    [formatDuration(0.314), "0.31\u00a0ms"],
    [formatDuration(45.4), "45\u00a0ms"],
    [formatDuration(1200), "1.20\u00a0s"],
    [formatDuration(150_000), "2.5\u00a0min"],
    [formatDollars(0), "$0"],
    [formatDollars(0.0031), "$0.0031"],
    [formatDollars(1.25), "$1.25"],
    [formatP(0.0314), "0.031"],
    [formatP(0.00001), "<\u00a00.001"],
  ])("%s is %s", (shown, wanted) => {
    expect(shown).toBe(wanted);
  });
});
