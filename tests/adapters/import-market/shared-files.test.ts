import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ImportedMarket, importMarket } from "../../../src/adapters/import-market.ts";
import type { RawBars } from "../../../src/core/market/raw-bars.ts";
import { sharedData, withoutSharedData } from "../market-data/shared-data.ts";
import { naiveRows, sharedFiles } from "./shared-files.ts";

const files = sharedFiles();
const raw = files.filter(({ file }) => file.startsWith("vendor-formats/"));
const minute = 60_000;

/** What lies between the open in UTC, which we give, and the time as the file states it, which the manifest gives. */
const shifts: Readonly<Record<string, number>> = {
  // Stamped with the end of the minute.
  "vendor-formats/ninjatrader/SPY-1m-2011-01.csv": minute,
  // Stamped in New York, four hours behind Greenwich in October.
  "vendor-formats/lean/SPY-minute-2013-10-07.zip": -4 * 60 * minute,
};

/** Vendors by folder, where the folder is not the vendor's id. */
const vendorOf: Readonly<Record<string, string>> = { skinok: "plain", dirty: "plain" };

const known = new Map<string, Promise<ImportedMarket>>();

function imported(file: string): Promise<ImportedMarket> {
  const found = known.get(file) ?? importMarket(join(sharedData, file), { name: file });
  known.set(file, found);
  return found;
}

const stated = (time: number): string => new Date(time).toISOString().slice(0, 19).replace("T", " ");

function countBars(bars: RawBars, holds: (o: number, h: number, l: number, c: number, v: number) => boolean): number {
  let count = 0;
  for (let t = 0; t < bars.length; t++) {
    const [o, h, l, c, v] = [bars.open, bars.high, bars.low, bars.close, bars.volume].map((column) => column[t]);
    if (holds(o as number, h as number, l as number, c as number, v as number)) count += 1;
  }
  return count;
}

describe.skipIf(withoutSharedData).each(raw)("$file without --vendor", (entry) => {
  const { file, checks } = entry;
  const shift = shifts[file] ?? 0;

  it(`has ${entry.rows} bars from ${entry.first} to ${entry.last}, as the manifest says`, async () => {
    const { bars, understood } = await imported(file);
    const folder = file.split("/")[1] as string;
    expect(understood.vendor.id).toBe(vendorOf[folder] ?? folder);
    expect(understood.interval.value).toBe(entry.interval);
    expect(bars.length).toBe(entry.rows);
    const times = Array.from(bars.time, (time) => time + shift).sort((a, b) => a - b);
    // Days stamped with the opening of their session become the exchange's dates.
    const digits = entry.interval === "1d" ? 10 : 19;
    expect(stated(times[0] as number).slice(0, digits)).toBe(entry.first.slice(0, digits));
    expect(stated(times.at(-1) as number).slice(0, digits)).toBe(entry.last.slice(0, digits));
  });

  it("has the manifest's counts of missing, broken, flat and odd bars", async () => {
    const { bars, understood } = await imported(file);
    const isOdd = Number.isNaN;
    const times = Array.from(bars.time, (time) => time + shift);
    expect({
      rowsWithMissingOHLC: countBars(bars, (o, h, l, c) => [o, h, l, c].some(isOdd)),
      highBelowOpenOrClose: countBars(bars, (o, h, _, c) => h < Math.max(o, c)),
      lowAboveOpenOrClose: countBars(bars, (o, _, l, c) => l > Math.min(o, c)),
      highBelowLow: countBars(bars, (_, h, l) => h < l),
      nonPositivePrices: countBars(bars, (o, h, l, c) => [o, h, l, c].some((price) => price <= 0)),
      flatBars: countBars(bars, (o, h, l, c) => o === h && h === l && l === c),
      weekendBars: times.filter((time) => [0, 6].includes(new Date(time).getUTCDay())).length,
      duplicateTimestamps: times.length - new Set(times).size,
      orderInversions: understood.order.inversions,
      unparsableRows: understood.skipped.reduce((sum, { count }) => sum + count, 0),
    }).toEqual({
      rowsWithMissingOHLC: checks.rowsWithMissingOHLC,
      highBelowOpenOrClose: checks.highBelowOpenOrClose,
      lowAboveOpenOrClose: checks.lowAboveOpenOrClose,
      highBelowLow: checks.highBelowLow,
      nonPositivePrices: checks.nonPositivePrices,
      flatBars: checks.flatBars,
      weekendBars: checks.weekendBars,
      duplicateTimestamps: checks.duplicateTimestamps,
      orderInversions: checks.orderInversions,
      unparsableRows: checks.unparsableRows,
    });
  });

  it("has the manifest's order and counts of volumes that are 0, missing and negative", async () => {
    const { bars, understood } = await imported(file);
    const orders = { ascending: "oldest first", descending: "newest first", unsorted: "unsorted" };
    const word = checks.fileOrder.split(" ")[0] as keyof typeof orders;
    expect(understood.order.value).toBe(orders[word]);
    const { zeros, missing, source } = understood.volume;
    if (checks.zeroVolumeRows === null) expect(source).toBeNull();
    else {
      expect([zeros, missing]).toEqual([checks.zeroVolumeRows, checks.missingVolumeRows]);
      expect(countBars(bars, (_o, _h, _l, _c, volume) => volume < 0)).toBe(checks.negativeVolumeRows);
    }
  });

  it("has bar for bar the numbers that the manifest's specification gives", async () => {
    const { bars } = await imported(file);
    const rows = naiveRows(entry);
    const columns = [bars.open, bars.high, bars.low, bars.close, bars.volume];
    expect(rows.length).toBe(bars.length);
    const differing = rows.flatMap((row, t) =>
      row.every((value, i) => Object.is(value, columns[i]?.[t])) ? [] : [{ line: bars.line[t], row }],
    );
    expect(differing).toEqual([]);
  });

  it("is understood in words that JSON keeps", async () => {
    const { understood } = await imported(file);
    expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
  });
});

describe.skipIf(withoutSharedData)("files that exist raw and clean", () => {
  const pairs = files.flatMap(({ file, derivation }) =>
    derivation?.rawAlsoAt ? [{ clean: file, rawFile: derivation.rawAlsoAt }] : [],
  );

  it("are two", () => {
    expect(pairs.length).toBe(2);
  });

  it.each(pairs)("$rawFile holds every bar of $clean, bit for bit", async ({ clean, rawFile }) => {
    const [wanted, { bars }] = [(await imported(clean)).bars, await imported(rawFile)];
    const rowOf = new Map(Array.from(bars.time, (time, t) => [time, t]));
    const columns = ["open", "high", "low", "close", "volume"] as const;
    let differing = 0;
    for (let t = 0; t < wanted.length; t++) {
      const row = rowOf.get(wanted.time[t] as number) ?? -1;
      if (columns.some((column) => bars[column][row] !== wanted[column][t])) differing += 1;
    }
    expect(differing).toBe(0);
    expect(wanted.length).toBeGreaterThan(15_000);
  });
});

describe.skipIf(withoutSharedData)("the dirty file", () => {
  it("leaves out its 50 rows without a date and names their lines", async () => {
    const { understood } = await imported("vendor-formats/dirty/SPY-daily-2017-2018-bad.csv");
    expect(understood.skipped).toHaveLength(1);
    const [skipped] = understood.skipped;
    expect(skipped).toMatchObject({ what: "no date", count: 50, example: ",245.21,245.26,244.83,245.04,42670820" });
    expect(skipped?.lines.slice(0, 3)).toEqual([202, 203, 204]);
  });
});
