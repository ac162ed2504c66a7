import { expect, it } from "vitest";
import { auditPaths } from "../../../src/core/look-ahead/audit-paths.ts";

it("a path has 1,000 valid bars, 250 of them warm-up, on rising weekdays", () => {
  for (const { bars, warmupBars } of auditPaths("a", 3)) {
    expect([bars.length, warmupBars]).toEqual([1000, 250]);
    for (let t = 0; t < bars.length; t++) {
      const [o, h, l, c] = [bars.open[t], bars.high[t], bars.low[t], bars.close[t]] as [number, number, number, number];
      if (!(l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c))) throw new Error(`bar ${t} is not valid`);
      expect([0, 6]).not.toContain(new Date(bars.time[t] as number).getUTCDay());
      if (t > 0 && !((bars.time[t] as number) > (bars.time[t - 1] as number))) throw new Error(`time[${t}] falls back`);
    }
  }
});

it("the same seed gives the same paths, and more of them leave the first ones alone", () => {
  expect(auditPaths("a", 3).slice(0, 2)).toEqual(auditPaths("a", 2));
  expect(auditPaths("b", 1)).not.toEqual(auditPaths("a", 1));
});
