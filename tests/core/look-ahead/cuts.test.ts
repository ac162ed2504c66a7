import { describe, expect, it } from "vitest";
import { auditPaths } from "../../../src/core/look-ahead/audit-paths.ts";
import { chooseCuts } from "../../../src/core/look-ahead/cuts.ts";

const path = auditPaths("cuts", 1)[0];
if (path === undefined) throw new Error("no path");
const { bars, warmupBars } = path;
const flat = new Float64Array(bars.length);
const base = { bars, target: flat, warmupBars, count: 12, seed: "s" };
const cutsOf = (target: Float64Array, count = 12): readonly number[] =>
  chooseCuts({ ...base, target, count }).map((probe) => probe.bar);

describe("cuts", () => {
  it("12 wanted are 12 different bars in rising order, none before the warm-up, none the last", () => {
    const cuts = cutsOf(flat);
    expect(new Set(cuts).size).toBe(12);
    expect(cuts).toEqual([...cuts].sort((a, b) => a - b));
    expect(cuts[0]).toBeGreaterThanOrEqual(250);
    expect(cuts.at(-1)).toBe(998);
  });

  it("the last bar but one and each third of the scored bars are among them", () => {
    const cuts = cutsOf(flat);
    for (const from of [250, 500, 750]) expect(cuts.some((bar) => bar >= from && bar < from + 250)).toBe(true);
  });

  it("of 12 probes 9 scramble and 3 truncate", () => {
    const kinds = chooseCuts(base).map((probe) => probe.kind);
    expect(kinds.filter((kind) => kind === "scramble")).toHaveLength(9);
    expect(kinds.filter((kind) => kind === "truncate")).toHaveLength(3);
  });

  it("no copy is truncated below four fifths of the path, however few bars change the target", () => {
    const target = new Float64Array(bars.length).fill(0.5);
    for (let t = 260; t < 700; t += 20) target[t] = -1;
    const probes = chooseCuts({ ...base, target, count: 60 });
    const truncated = probes.filter((probe) => probe.kind === "truncate").map((probe) => probe.bar);
    expect(truncated).toHaveLength(15);
    expect(Math.min(...truncated)).toBeGreaterThanOrEqual(800);
  });

  it("where all bars that may be truncated are used up, the rest scrambles", () => {
    const probes = chooseCuts({ ...base, warmupBars: 0, count: 998 });
    const truncated = probes.filter((probe) => probe.kind === "truncate").map((probe) => probe.bar);
    expect(probes).toHaveLength(998);
    expect(Math.min(...truncated)).toBeGreaterThanOrEqual(800);
  });

  it("a bar without volume has a cut", () => {
    const volume = bars.volume.slice();
    volume[555] = 0;
    expect(chooseCuts({ ...base, bars: { ...bars, volume } }).map((probe) => probe.bar)).toContain(555);
  });

  it("of 2 probes one scrambles and one truncates", () => {
    const kinds = chooseCuts({ ...base, count: 2 }).map((probe) => probe.kind);
    expect([...kinds].sort()).toEqual(["scramble", "truncate"]);
  });

  it("a target that steps aside on one bar of 1,000 has a cut there", () => {
    const target = new Float64Array(bars.length).fill(0.5);
    target[617] = -1;
    expect(cutsOf(target)).toContain(617);
  });

  it("the change that earned most on the next bar has a cut", () => {
    let best = 300;
    const move = (t: number): number => Math.log((bars.close[t + 1] as number) / (bars.close[t] as number));
    for (let t = 300; t < 900; t++) if (move(t) > move(best)) best = t;
    expect(cutsOf(flat.map((_, t) => (t >= best ? 1 : 0)))).toContain(best);
  });

  it("NaN keeps the target: it is no change", () => {
    const target = new Float64Array(bars.length).fill(Number.NaN);
    target[0] = 1;
    expect(cutsOf(target)).toEqual(cutsOf(new Float64Array(bars.length).fill(1)));
  });

  it("the same seed chooses the same cuts, another seed others", () => {
    expect(chooseCuts(base)).toEqual(chooseCuts(base));
    expect(chooseCuts(base)).not.toEqual(chooseCuts({ ...base, seed: "t" }));
  });

  it("more probes than bars are one a bar; no bars or no probes are none", () => {
    expect(chooseCuts({ ...base, warmupBars: 990, count: 50 })).toHaveLength(9);
    expect(chooseCuts({ ...base, warmupBars: 999 })).toEqual([]);
    expect(chooseCuts({ ...base, count: 0 })).toEqual([]);
  });
});
