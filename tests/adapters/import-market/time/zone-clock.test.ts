import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownZone, momentsOf } from "../../../../src/adapters/import-market/time/zone-clock.ts";

const wall = (...times: readonly string[]): Float64Array => Float64Array.from(times, (time) => Date.parse(`${time}Z`));
const texts = (moments: Float64Array): readonly string[] =>
  Array.from(moments, (time) => new Date(time).toISOString().slice(0, 16));

/** New York's clocks went back from 02:00 to 01:00 on 1 November 2020, and forward from 02:00 to 03:00 on 8 March 2020. */
const november = ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00"].map((time) => `2020-11-01T${time}`);
const utc = ["04:30", "05:00", "05:30", "06:00", "06:30", "07:00"].map((time) => `2020-11-01T${time}`);

describe("momentsOf", () => {
  it("tells the two hours from 01:00 apart by the order of the rows, both ways round", () => {
    const forward = momentsOf(wall(...november), "America/New_York", false);
    expect(texts(forward.utc)).toEqual(utc);
    expect(forward.ambiguous).toBe(4);
    const backward = momentsOf(wall(...november.toReversed()), "America/New_York", true);
    expect(texts(backward.utc)).toEqual(utc.toReversed());
  });

  it("names the rows of an hour that does not exist", () => {
    const { utc: moments, skipped } = momentsOf(
      wall("2020-03-08T01:59", "2020-03-08T02:30", "2020-03-08T03:00"),
      "America/New_York",
      false,
    );
    expect(skipped).toEqual([1]);
    expect(moments[1]).toBeNaN();
    expect(texts(moments.filter((time) => !Number.isNaN(time)))).toEqual(["2020-03-08T06:59", "2020-03-08T07:00"]);
  });

  it("fixed offsets and zones without daylight saving are one subtraction", () => {
    expect(texts(momentsOf(wall("2020-07-01T09:15"), "Asia/Kolkata", false).utc)).toEqual(["2020-07-01T03:45"]);
    expect(texts(momentsOf(wall("2020-07-01T00:00"), "-05:00", false).utc)).toEqual(["2020-07-01T05:00"]);
  });

  it("is the inverse of Intl's clock at every moment that the clock shows once", () => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Berlin",
      dateStyle: "short",
      timeStyle: "medium",
    });
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 1_900_000 }), (kiloseconds) => {
        const moment = kiloseconds * 1_000_000;
        const shown = Date.parse(`${format.format(moment).replace(" ", "T")}Z`);
        const found = momentsOf(Float64Array.of(shown), "Europe/Berlin", false);
        if (found.ambiguous === 0) expect(found.utc[0]).toBe(moment);
      }),
    );
  });

  it("every half hour of a year in local time comes back in order", () => {
    const start = Date.parse("2020-01-01T00:00Z");
    const moments = Float64Array.from({ length: 366 * 48 }, (_, t) => start + t * 1_800_000);
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "medium",
    });
    const local = moments.map((moment) => Date.parse(`${format.format(moment).replace(" ", "T")}Z`));
    expect(momentsOf(local, "America/New_York", false).utc).toEqual(moments);
    expect(momentsOf(local.toReversed(), "America/New_York", true).utc).toEqual(moments.toReversed());
  });
});

describe("knownZone", () => {
  it("takes names and offsets, and guesses at what is neither", () => {
    expect(knownZone("+02:00")).toBe("+02:00");
    expect(() => knownZone("Europe/Berln")).toThrow(
      'no time zone "Europe/Berln"; wanted an IANA name such as America/New_York, or +02:00; did you mean Europe/Berlin?',
    );
  });
});
