import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barGroups } from "../../../src/core/paths/bar-groups.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Three hours a day from 14:30 for twenty days, then from 13:30 for twenty. */
const summer = Float64Array.from({ length: 120 }, (_, t) => {
  const session = Math.floor(t / 3);
  return session * day + (session < 20 ? 14.5 : 13.5) * hour + (t % 3) * hour;
});

describe("barGroups", () => {
  it("bars of a day or longer are one group, whatever their weekdays and times", () => {
    for (const step of [day, 7 * day]) {
      const { of, members } = barGroups(Float64Array.from({ length: 50 }, (_, t) => t * step + (t > 25 ? hour : 0)));
      expect(members).toHaveLength(1);
      expect(of[0]).toBe(-1);
      expect(of.slice(1).every((group) => group === 0)).toBe(true);
    }
  });

  it("hours without breaks: a group a time of day", () => {
    const { members, timesOfDay } = barGroups(Float64Array.from({ length: 240 }, (_, t) => t * hour));
    expect(members).toHaveLength(24);
    expect(timesOfDay).toBe(24);
  });

  it("an open at 14:30 in winter and the second bar of 14:30 in summer are two groups", () => {
    const { of, members, timesOfDay } = barGroups(summer);
    expect(timesOfDay).toBe(4);
    expect(members).toHaveLength(5);
    expect(of[3]).not.toBe(of[61]);
    for (let t = 1; t < 120; t++) {
      const opens = t % 3 === 0;
      for (const other of members[of[t] as number] as Int32Array) expect(other % 3 === 0).toBe(opens);
    }
  });

  it("the first bar of another axis, before which nothing is known, goes by its time of day alone", () => {
    const groups = barGroups(summer);
    expect(groups.groupAt(Float64Array.of(13.5 * hour), 0)).toBe(groups.of[63]);
    expect(groups.groupAt(Float64Array.of(15.5 * hour), 0)).toBe(groups.of[4]);
    expect(groups.groupAt(Float64Array.of(3 * hour), 0)).toBe(-1);
  });

  it("two bars after holes join the others of their hour: alone they would stand everywhere", () => {
    const time = Float64Array.from({ length: 480 }, (_, t) => (t + (t > 100 ? 1 : 0) + (t > 300 ? 1 : 0)) * hour);
    const { members } = barGroups(time);
    expect(members).toHaveLength(24);
    expect(Math.min(...members.map((list) => list.length))).toBeGreaterThan(15);
  });

  it("every bar but the first is in one group, in order, and its own place gives that group", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 200 }), (steps) => {
        let at = 0;
        const time = Float64Array.from([0, ...steps.map((step) => (at += step * 1_800_000))]);
        const { of, members, groupAt } = barGroups(time);
        const all = members.flatMap((list) => Array.from(list));
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from(steps, (_, i) => i + 1));
        for (const list of members) expect(Array.from(list)).toEqual(Array.from(list).toSorted((a, b) => a - b));
        for (let t = 1; t < time.length; t++) expect(groupAt(time, t)).toBe(of[t]);
      }),
    );
  });
});
