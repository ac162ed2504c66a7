import { describe, expect, it } from "vitest";
import { powerWarning } from "../../src/cli/run/power-warning.ts";
import type { DatasetInfo } from "../../src/core/market/dataset.ts";
import { datasetOf, randomMarket } from "../core/paths/random-market.ts";

const task = { id: "trade", track: "design", classes: ["equity"], interval: "1d" } as const;

/** A dataset of so many years of days, without the bars. */
function years(id: string, count: number, instruments = 1): DatasetInfo {
  const { info } = datasetOf(id, randomMarket(id, 2));
  const one = { symbol: "ONE", sha256: "0".repeat(64), bars: count * 252 + 1 };
  return { ...info, instruments: Array(instruments).fill(one) };
}

describe("powerWarning", () => {
  it("four years of days tell a difference of 1.4, and eight of 1.0: too short, and just long enough", () => {
    expect(powerWarning([task], [years("four", 4)])).toMatch(
      /the markets of 1 of 1 trading task are .* they tell trade \(1\.4\)/,
    );
    expect(powerWarning([task], [years("eight", 8)])).toBeNull();
    expect(powerWarning([task], [years("seven", 7)])).not.toBeNull();
  });

  it("years of several datasets add up, those of a dataset's instruments do not", () => {
    expect(powerWarning([task], [years("a", 4), years("b", 4)])).toBeNull();
    expect(powerWarning([task], [years("a", 4, 8)])).toMatch(/trade \(1\.4\)/);
  });

  it("only trading tasks are looked at, and only datasets of their class that are fit for scoring", () => {
    expect(powerWarning([{ ...task, track: "implement" }], [years("a", 1)])).toBeNull();
    expect(powerWarning([task], [years("a", 2), { ...years("b", 90), class: "fx" }])).toMatch(/trade \(2\.0\)/);
    expect(powerWarning([task], [{ ...years("b", 90), fitForScoring: false }])).toMatch(/trade \(none\)/);
    expect(powerWarning([], [])).toBeNull();
  });
});
