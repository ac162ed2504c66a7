import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, dotBox, overlap, placeLabels, textWidth } from "../../../src/report/charts/place-labels.ts";
import { spreadOut } from "../../../src/report/charts/spread-out.ts";

const frame: Box = { left: 0, right: 600, top: 0, bottom: 360 };
const dot = fc.record({
  x: fc.double({ min: 6, max: 594, noNaN: true }),
  y: fc.double({ min: 6, max: 354, noNaN: true }),
  radius: fc.constant(5),
  width: fc.integer({ min: 10, max: 170 }),
});

describe("placeLabels", () => {
  it("no name covers another or a dot, and none leaves the frame", () => {
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 40 }), (dots) => {
        const boxes = placeLabels(dots, frame).flatMap((place) => place?.box ?? []);
        for (const [i, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 600 && box.top >= 0 && box.bottom <= 360).toBe(true);
          expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
          expect(dots.some((one) => overlap(box, dotBox(one)))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a dot alone has its name on the right, one at the right edge on the left", () => {
    const [alone] = placeLabels([{ x: 300, y: 180, radius: 5, width: 100 }], frame);
    expect(alone).toEqual({ box: { left: 308, right: 408, top: 173.5, bottom: 186.5 }, leader: false });
    const [edge] = placeLabels([{ x: 590, y: 180, radius: 5, width: 100 }], frame);
    expect(edge?.box.right).toBe(582);
  });

  it("a name keeps clear of a line where it can, and crosses it rather than be left out", () => {
    const one = [{ x: 300, y: 180, radius: 5, width: 100 }];
    const right: Box = { left: 350, right: 352, top: 0, bottom: 360 };
    expect(placeLabels(one, frame, [right])[0]?.box.right).toBeLessThan(300);
    const everywhere = [frame];
    expect(placeLabels(one, frame, everywhere)[0]?.box.left).toBe(308);
  });

  it("where there is no room there is no name", () => {
    expect(placeLabels([{ x: 20, y: 20, radius: 5, width: 100 }], { left: 0, right: 40, top: 0, bottom: 40 })).toEqual([
      null,
    ]);
  });
});

describe("textWidth", () => {
  it("counts a Chinese character as 11 pixels and a letter as 6.2", () => {
    expect(textWidth("ab中")).toBeCloseTo(23.4);
  });
});

describe("spreadOut", () => {
  it("sets labels a gap apart in their order, inside the edge while there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 20 }), (heights) => {
        const placed = spreadOut(heights, 13, 0, 300);
        const order = heights.map((_, i) => i).sort((i, j) => (heights[i] as number) - (heights[j] as number));
        for (const [k, i] of order.entries()) {
          const before = order[k - 1];
          if (before !== undefined) {
            expect((placed[i] as number) - (placed[before] as number)).toBeGreaterThanOrEqual(13 - 1e-9);
          }
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[i]).toBeLessThanOrEqual(300);
        }
      }),
    );
  });

  it("leaves alone what is far apart", () => {
    expect(spreadOut([200, 50, 100], 13, 0, 300)).toEqual([200, 50, 100]);
  });
});
