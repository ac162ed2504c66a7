import { expect, it } from "vitest";
import { auditPaths } from "../../../src/core/look-ahead/audit-paths.ts";

const all = auditPaths("a", 7);
const gaps = (time: Float64Array): number[] =>
  [...new Set(Array.from(time.subarray(1), (at, i) => at - (time[i] as number)))].sort((a, b) => a - b);
const hour = 3_600_000;

it("a path has 1,000 valid bars, 250 of them warm-up", () => {
  for (const { bars, warmupBars } of all) {
    expect([bars.length, warmupBars]).toEqual([1000, 250]);
    for (let t = 0; t < bars.length; t++) {
      const [o, h, l, c] = [bars.open[t], bars.high[t], bars.low[t], bars.close[t]] as [number, number, number, number];
      if (!(l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c))) throw new Error(`bar ${t} is not valid`);
      if (t > 0 && !((bars.time[t] as number) > (bars.time[t - 1] as number))) throw new Error(`time[${t}] falls back`);
    }
  }
});

it("bars come each weekday on four of seven paths, each day on one, each hour on one, in sessions of 5 minutes on one", () => {
  expect(all.map(({ bars }) => bars.barsPerYear)).toEqual([252, 365, 252, 252, 19_656, 252, 8760]);
  const days = [24 * hour, 72 * hour];
  const session = [hour / 12, 17.5 * hour + hour / 12, 65.5 * hour + hour / 12];
  expect(all.map(({ bars }) => gaps(bars.time))).toEqual([days, [24 * hour], days, days, session, days, [hour]]);
  for (const { bars } of all.filter((path) => path.bars.barsPerYear % 252 === 0)) {
    for (const time of bars.time) expect([0, 6]).not.toContain(new Date(time).getUTCDay());
  }
});

it("some volumes are 0 on the fourth path, some unknown on the sixth", () => {
  const count = (of: (volume: number) => boolean): number[] =>
    all.map(({ bars }) => [...bars.volume].filter(of).length);
  const near40 = expect.toSatisfy((n: number) => n > 20 && n < 70);
  expect(count((volume) => volume === 0)).toEqual([0, 0, 0, near40, 0, 0, 0]);
  expect(count(Number.isNaN)).toEqual([0, 0, 0, 0, 0, near40, 0]);
});

it("the same seed gives the same paths, and more of them leave the first ones alone", () => {
  expect(auditPaths("a", 3).slice(0, 2)).toEqual(auditPaths("a", 2));
  expect(auditPaths("b", 1)).not.toEqual(auditPaths("a", 1));
});
