import { describe, expect, it } from "vitest";
import { summaryChart } from "../../../src/cli/data/summary-chart.ts";
import { createBars } from "../../../src/core/create-bars.ts";

const size = { columns: 30, rows: 4, unicode: true };
const ascii = { ...size, unicode: false };

describe("summaryChart", () => {
  it("draws a price that doubles as a rising line, with its ends as labels and dates below", () => {
    const close = Array.from({ length: 20 }, (_, t) => 100 + (100 * t) / 19);
    expect(summaryChart(createBars({ close, open: close }), ascii)).toEqual([
      "      200                 ####",
      "                    ######",
      "              ######",
      "      100 ####",
      "          1970-01-01  1970-01-20",
    ]);
  });

  it("is logarithmic where the range is wider than fourfold: ten times the price is half of the way to a hundred times", () => {
    const bars = createBars({ close: [1, 10, 100], open: [1, 10, 100] });
    const rows = summaryChart(bars, { ...ascii, rows: 3 });
    expect(rows.slice(0, 3).map((line) => line.slice(10).indexOf("#"))).toEqual([2, 1, 0]);
    expect(
      summaryChart(
        createBars({
          close: Array(99)
            .fill(1)
            .map((_, t) => 1 + t),
        }),
        { ...ascii, columns: 60 },
      )[4],
    ).toContain("log scale");
  });

  it("shows the volume of each stretch, blank where it is unknown, and no line where none is known", () => {
    const close = [100, 100, 100];
    expect(summaryChart(createBars({ close, volume: [1, Number.NaN, 8] }), ascii).at(-1)).toBe("   volume . @");
    expect(summaryChart(createBars({ close, volume: [0, 0, 0] }), ascii).at(-1)).toBe("   volume");
    expect(summaryChart(createBars({ close }), ascii)).toHaveLength(5);
  });

  it("a bar's range is drawn from low to high, in braille two bars and four levels a character", () => {
    const bars = createBars({ close: [100, 100], open: [100, 100], high: [200, 100], low: [100, 100] });
    expect(summaryChart(bars, { ...size, rows: 1 })[0]).toBe("      200 ⣇");
  });

  it.each([1, 2, 1000, 5000])("%i bars fit into the columns", (count) => {
    const close = Array.from({ length: count }, (_, t) => 100 + Math.sin(t / 50));
    for (const columns of [40, 80, 300]) {
      const lines = summaryChart(createBars({ close, volume: close }), { columns, rows: 8, unicode: true });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.max(columns, 31));
    }
  });

  it("prices that never move, are tiny or huge have labels of at most eight characters", () => {
    for (const price of [1e-8, 0.000123456, 1.23456789, 45_678_912, 1e12]) {
      const [line = ""] = summaryChart(createBars({ close: [price, price] }), ascii);
      expect(line.slice(0, 9).trim().length).toBeLessThanOrEqual(8);
      expect(Number(line.slice(0, 9))).toBeCloseTo(price, -Math.floor(Math.log10(price)) + 1);
    }
  });
});
