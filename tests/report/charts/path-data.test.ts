import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandData, curveData, px } from "../../../src/report/charts/plot/path-data.ts";
import { pathPoints } from "./path-points.ts";

const columns = (points: readonly (readonly [number, number])[]): { x: Float64Array; y: Float64Array } => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

describe("px", () => {
  it.each([
    [0, "0"],
    [-0.04, "0"],
    [0.3, ".3"],
    [-1.44, "-1.4"],
    [12, "12"],
    [1234.56, "1234.6"],
  ])("%d pixels read %s", (value, text) => expect(px(value)).toBe(text));
});

describe("curveData", () => {
  it("goes on by tenths from its start: M10,20 then 1.5 right and 0.5 up", () => {
    expect(
      curveData(
        columns([
          [10, 20],
          [11.5, 19.5],
        ]),
        false,
        null,
      ),
    ).toBe("M10,20l1.5-.5");
  });

  it("what stays level for three points is one stroke", () => {
    const level = columns([
      [0, 5],
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 8],
    ]);
    expect(curveData(level, false, null)).toBe("M0,5h3l1 3");
    expect(curveData(level, true, null)).toBe("M0,5h4v3");
  });

  it("an area begins and ends on its base line", () => {
    expect(
      curveData(
        columns([
          [0, 5],
          [10, 8],
        ]),
        false,
        20,
      ),
    ).toBe("M0,20V5l10 3V20z");
  });

  it("passes within a twentieth of a pixel of every point, pieces broken at NaN", () => {
    const y = fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -500, max: 500, noNaN: true }) },
      fc.constant(Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(y, { maxLength: 60 }), (ys) => {
        const x = Float64Array.from(ys, (_, i) => 3.3 * i);
        const pieces = pathPoints(curveData({ x, y: Float64Array.from(ys) }, false, null));
        const starts = ys.filter((value, i) => !Number.isNaN(value) && Number.isNaN(ys[i - 1] ?? Number.NaN));
        expect(pieces.length).toBe(starts.length);
        const passed = pieces.flat();
        ys.forEach((value, i) => {
          if (Number.isNaN(value)) return;
          const near = passed.filter(([, py]) => Math.abs(py - value) <= 0.0501);
          expect(near.length, `${i}`).toBeGreaterThan(0);
        });
      }),
    );
  });
});

describe("bandData", () => {
  it("goes along the upper curve and back along the lower one", () => {
    const points = pathPoints(bandData(Float64Array.of(0, 1), Float64Array.of(9, 8), Float64Array.of(2, 3)));
    expect(points).toEqual([
      [
        [0, 2],
        [1, 3],
        [1, 8],
        [0, 9],
      ],
    ]);
  });

  it("is broken where one of the two is not known", () => {
    const gap = Float64Array.of(1, Number.NaN, 1);
    expect(bandData(Float64Array.of(0, 1, 2), gap, Float64Array.of(0, 0, 0)).match(/M/g)).toHaveLength(2);
  });
});
