import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeScale, timeLabel } from "../../../src/report/charts/plot/scale.ts";
import { plot } from "../../../src/report/charts/plot.ts";
import { pathPoints } from "./path-points.ts";

const panel = { height: 100, format: String };

/** The points of the line of a colour. */
function points(svg: string, color: string): readonly (readonly [number, number])[] {
  const [, d = ""] = svg.match(new RegExp(`<path d="([^"]*)" fill="none" stroke="${color}"`)) ?? [];
  return pathPoints(d).flat();
}

describe("plot", () => {
  it("draws a line from 0 to 10 from the lower left to the upper right of its panel", () => {
    const { text } = plot({
      label: "a line",
      width: 200,
      left: 50,
      right: 0,
      x: { kind: "linear", domain: [0, 1] },
      panels: [{ ...panel, layers: [{ kind: "line", y: [0, 10], color: "red" }] }],
    });
    expect(points(text, "red")).toEqual([
      [50, 110],
      [200, 10],
    ]);
  });

  it("a gap in a column is a gap in its line", () => {
    const { text } = plot({
      label: "",
      width: 200,
      x: { kind: "linear", domain: [0, 4] },
      panels: [{ ...panel, layers: [{ kind: "line", y: [1, 2, Number.NaN, 3, 4], color: "red" }] }],
    });
    expect(text.match(/d="(M[^"]*)" fill="none" stroke="red"/)?.[1]?.match(/M/g)).toHaveLength(2);
  });

  it("no picture holds NaN, Infinity or undefined, whatever is drawn", () => {
    const column = fc.array(fc.double({ min: -1e9, max: 1e9 }), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(column, fc.boolean(), (y, step) => {
        const { text } = plot({
          label: "",
          width: 300,
          x: { kind: "linear", domain: [0, Math.max(1, y.length - 1)] },
          panels: [
            {
              ...panel,
              layers: [
                { kind: "line", y, color: "red", step },
                { kind: "area", y, color: "red", base: 0, step },
                { kind: "bars", y, color: "red", base: 0, width: 1 },
                { kind: "marks", y, color: "red", shape: "up" },
                { kind: "marks", y, color: (i) => (i % 2 === 0 ? "red" : "blue"), shape: "ring" },
                { kind: "band", low: y, high: y, color: "red" },
                { kind: "candles", open: y, high: y, low: y, close: y, up: "red", down: "blue" },
                { kind: "rule", y: 3, color: "red" },
                { kind: "span", x0: 0, x1: 1, color: "red" },
              ],
            },
          ],
        });
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it("names itself for those who do not see it, escaped", () => {
    const { text } = plot({ label: 'a "b"', width: 100, x: { kind: "linear", domain: [0, 1] }, panels: [] });
    expect(text).toContain('role="img" aria-label="a &quot;b&quot;"');
  });
});

describe("makeScale", () => {
  it("gives a domain without width some: a flat line lies in the middle", () => {
    const scale = makeScale("linear", [5, 5], [100, 0], false);
    expect(scale.at(5)).toBe(50);
  });

  it("labels a logarithmic axis by decades where it is wide and by round numbers where it is narrow", () => {
    expect(makeScale("log", [0.001, 1000], [0, 1], true).ticks(4)).toEqual([0.01, 1, 100]);
    expect(makeScale("log", [1, 3], [0, 1], false).ticks(4)).toEqual([1, 2, 3]);
  });
});

describe("timeLabel", () => {
  it.each([
    [2000, "2004"],
    [400, "2004-03"],
    [30, "03-09"],
    [1, "15:30"],
  ])("over %d days a time reads %s", (days, label) => {
    expect(timeLabel(days * 86_400_000)(Date.UTC(2004, 2, 9, 15, 30))).toBe(label);
  });
});
