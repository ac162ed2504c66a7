import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bars, barColumns } from "../../../src/core/bars.ts";
import { auditPaths } from "../../../src/core/look-ahead/audit-paths.ts";
import { probeBars } from "../../../src/core/look-ahead/probe.ts";

const path = auditPaths("probe", 1)[0];
if (path === undefined) throw new Error("no path");
const { bars } = path;

function isValid({ open, high, low, close, volume }: Bars, t: number): boolean {
  const [o, h, l, c] = [open[t], high[t], low[t], close[t]] as [number, number, number, number];
  const v = volume[t] as number;
  return l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c) && h < Infinity && v >= 0 && v < Infinity;
}

describe("truncate", () => {
  it("keeps bars 0 … bar of every column", () => {
    const cut = probeBars(bars, { kind: "truncate", bar: 299 });
    expect(cut.length).toBe(300);
    for (const name of barColumns) expect(cut[name]).toEqual(bars[name].slice(0, 300));
  });
});

describe("scramble", () => {
  it("keeps the past, and gives valid bars that all differ, for any cut and seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bars.length - 2 }), fc.string(), (bar, seed) => {
        const scrambled = probeBars(bars, { kind: "scramble", bar, seed });
        expect(scrambled.length).toBe(bars.length);
        for (let t = 1; t < bars.length; t++) {
          if (!((scrambled.time[t] as number) > (scrambled.time[t - 1] as number))) throw new Error(`time[${t}] falls`);
        }
        for (const name of ["time", "open", "high", "low", "close", "volume"] as const) {
          expect(scrambled[name].subarray(0, bar + 1)).toEqual(bars[name].subarray(0, bar + 1));
          for (let t = bar + 1; name !== "time" && t < bars.length; t++) {
            if (scrambled[name][t] === bars[name][t]) throw new Error(`${name}[${t}] is unchanged`);
          }
        }
        for (let t = bar + 1; t < bars.length; t++)
          if (!isValid(scrambled, t)) throw new Error(`bar ${t} is not valid`);
      }),
      { numRuns: 60 },
    );
  });

  it("the first move after the cut turns round, for every cut", () => {
    for (let bar = 0; bar < bars.length - 1; bar += 7) {
      const scrambled = probeBars(bars, { kind: "scramble", bar, seed: `${bar}` });
      const anchor = bars.close[bar] as number;
      const move = Math.sign((bars.close[bar + 1] as number) - anchor);
      expect(Math.sign((scrambled.close[bar + 1] as number) - anchor)).toBe(-move);
    }
  });

  it("of 300 scrambles a third keeps the times, a third brings the next bar early, a third late", () => {
    const count = { same: 0, early: 0, late: 0 };
    for (let bar = 300; bar < 600; bar++) {
      const { time } = probeBars(bars, { kind: "scramble", bar, seed: `${bar}` });
      const [next, was] = [time[bar + 1] as number, bars.time[bar + 1] as number];
      count[next === was ? "same" : next < was ? "early" : "late"]++;
      expect(Number.isInteger(next)).toBe(true);
    }
    for (const share of Object.values(count)) expect(Math.abs(share - 100)).toBeLessThan(35);
  });

  it("no price is more than e² times or less than e⁻² of the close of the cut, up to the range of one bar", () => {
    for (let bar = 0; bar < bars.length - 1; bar += 50) {
      const { close } = probeBars(bars, { kind: "scramble", bar, seed: "s" });
      for (let t = bar; t < bars.length; t++) {
        expect(Math.abs(Math.log((close[t] as number) / (close[bar] as number)))).toBeLessThanOrEqual(2.001);
      }
    }
  });

  it("the same seed gives the same bars, another seed others", () => {
    const draw = (seed: string): Float64Array => probeBars(bars, { kind: "scramble", bar: 400, seed }).close;
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  it("a volume that is unknown up to the cut stays unknown", () => {
    const unknown = { ...bars, volume: new Float64Array(bars.length).fill(Number.NaN) };
    expect(probeBars(unknown, { kind: "scramble", bar: 400, seed: "a" }).volume.every(Number.isNaN)).toBe(true);
  });

  it("a market that stands still moves after the cut", () => {
    const still = new Float64Array(50).fill(100);
    const flat = { length: 50, open: still, high: still, low: still, close: still, volume: still.map(() => 0) };
    const time = bars.time.slice(0, 50);
    for (const seed of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
      const scrambled = probeBars({ ...flat, time, barsPerYear: 252 }, { kind: "scramble", bar: 20, seed });
      for (let t = 21; t < 50; t++) {
        expect(scrambled.close[t]).not.toBe(100);
        expect(scrambled.high[t]).toBeGreaterThanOrEqual(scrambled.low[t] as number);
      }
    }
  });

  it("at the last bar nothing is left to scramble", () => {
    expect(probeBars(bars, { kind: "scramble", bar: bars.length - 1, seed: "a" })).toEqual(bars);
  });
});

it("a probe never changes the bars that it is given", () => {
  const before = structuredClone(bars);
  const cut = probeBars(bars, { kind: "truncate", bar: 10 });
  cut.close[0] = -1;
  probeBars(bars, { kind: "scramble", bar: 10, seed: "a" }).time[0] = -1;
  expect(bars).toEqual(before);
});

it.each([-1, 1000, 1.5, Number.NaN])("a cut at bar %s of 1,000 is a RangeError", (bar) => {
  expect(() => probeBars(bars, { kind: "truncate", bar })).toThrow(RangeError);
});
