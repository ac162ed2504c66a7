import { describe, expect, test } from "vitest";
import { repairMarket, repairsOnRequest, safeRepairs } from "../../../../src/core/market/repair.ts";
import { validateBars } from "../../../../src/core/market/validate-bars.ts";
import { haveMarkets, knownFacts, manifest, rawOf } from "../lint/known-markets.ts";
import { calmRows, type Row, rawOfRows, rescale, shareFacts } from "../lint/spoil.ts";

const facts = shareFacts();

function repaired(rows: readonly Row[], rules?: readonly string[]): ReturnType<typeof repairMarket> {
  return repairMarket(rawOfRows(rows), facts, { rules });
}

const done = (rows: readonly Row[], rules?: readonly string[]): readonly string[] =>
  repaired(rows, rules).repairs.map((repair) => repair.done);

describe("what is safe", () => {
  test("rows without a time, without a price and with a price of zero are dropped, each with its line", () => {
    const rows = calmRows(400);
    (rows[3] as Row).time = Number.NaN;
    (rows[5] as Row).close = Number.NaN;
    (rows[7] as Row).low = 0;
    const { bars, repairs, remaining } = repaired(rows);
    expect(bars.length).toBe(397);
    expect(repairs).toEqual([
      { rule: "missing-time", done: "1 row without a time dropped", count: 1, lines: [5], changes: [] },
      { rule: "missing-price", done: "1 row without a price dropped", count: 1, lines: [7], changes: [] },
      {
        rule: "non-positive-price",
        done: "1 row with a price of zero or less dropped",
        count: 1,
        lines: [9],
        changes: [],
      },
    ]);
    expect(remaining).toEqual([]);
  });

  test("a copy of a bar is dropped, the first of the file stays", () => {
    const rows = calmRows(400);
    rows.push({ ...(rows[50] as Row) });
    expect(done(rows)).toEqual(["1 bar out of order: all sorted by time", "1 row repeating a bar dropped"]);
  });

  test("a file newest first is turned round, which is no repair", () => {
    const sorted = repaired(calmRows(400));
    const turned = repaired(calmRows(400).reverse());
    expect(turned.repairs).toEqual([]);
    expect(turned.bars).toEqual(sorted.bars);
  });

  test("high one tick below close is widened to the close", () => {
    const rows = calmRows(400);
    Object.assign(rows[9] as Row, { open: 99, high: 99.99, low: 98, close: 100 });
    const { bars, repairs } = repaired(rows);
    expect(bars.high[9]).toBe(100);
    expect(repairs[0]?.changes).toEqual([{ line: 11, column: "high", before: 99.99, after: 100 }]);
  });

  test("volumes of 0 for unknown, and negative ones, become unknown: null in the record", () => {
    const rows = calmRows(400);
    for (const row of rows.slice(0, 30)) row.volume = 0;
    (rows[100] as Row).volume = -5;
    const { bars, repairs } = repaired(rows);
    expect(bars.volume.slice(0, 30).every(Number.isNaN)).toBe(true);
    expect(repairs.map(({ rule, count }) => [rule, count])).toEqual([
      ["negative-volume", 1],
      ["zero-volume", 30],
    ]);
    expect(repairs[0]?.changes).toEqual([{ line: 102, column: "volume", before: -5, after: null }]);
    expect(JSON.parse(JSON.stringify(repairs))).toEqual(repairs);
  });
});

describe("what must be asked for", () => {
  test("bars that contradict themselves stay errors, and are left out so that the rest loads", () => {
    const rows = calmRows(400);
    (rows[9] as Row).high = 50;
    const { bars, repairs, remaining } = repaired(rows);
    expect(remaining).toMatchObject([{ rule: "high-low", level: "error" }]);
    expect(bars.length).toBe(399);
    expect(repairs).toMatchObject([{ rule: "high-low", lines: [11] }]);
    expect(repairs[0]?.done).toBe("so that it loads: 1 bar whose high or low contradicts open or close left out");
  });

  test("asked for, high-low keeps the bar and widens it", () => {
    const rows = calmRows(400);
    const row = rows[9] as Row;
    row.high = 50;
    const { bars, remaining } = repaired(rows, [...safeRepairs, "high-low"]);
    expect(bars.length).toBe(400);
    expect(bars.high[9]).toBe(Math.max(row.open, row.close));
    expect(bars.low[9]).toBe(50 < row.low ? 50 : row.low);
    expect(remaining.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("asked for, split divides what came before, and takes two splits together", () => {
    const rows = calmRows(900);
    const before = calmRows(900);
    rescale(rows, 300, 900, 1 / 2);
    rescale(rows, 600, 900, 1 / 5);
    rows.forEach((row, i) => {
      row.volume *= i < 300 ? 1 : i < 600 ? 2 : 10;
    });
    const { bars, repairs, remaining } = repaired(rows, [...safeRepairs, "split"]);
    for (const t of [0, 299, 300, 599, 600, 899]) {
      expect(bars.close[t]).toBeCloseTo((before[t] as Row).close / 10, 9);
      expect(bars.volume[t]).toBeCloseTo((before[t] as Row).volume * 10, 3);
    }
    expect(repairs[0]?.done).toContain("2 splits (2:1, 5:1)");
    expect(repairs[0]?.lines).toEqual([302, 602]);
    expect(remaining).toEqual([]);
  });

  test("not asked for, a split stays as it is", () => {
    const rows = calmRows(900);
    rescale(rows, 300, 900, 1 / 2);
    const { bars, remaining } = repaired(rows);
    expect(bars.close[0]).toBe((rows[0] as Row).close);
    expect(remaining).toMatchObject([{ rule: "split", level: "error" }]);
  });

  test("asked for, of bars of one time the first is kept", () => {
    const rows = calmRows(400);
    rows.splice(51, 0, { ...(rows[50] as Row), close: (rows[50] as Row).open });
    const { bars } = repaired(rows, [...safeRepairs, "duplicate-conflict"]);
    expect(bars.length).toBe(400);
    expect(bars.close[50]).toBe((rows[50] as Row).close);
  });

  test("nothing asked for, bars are sorted and made to load, and every finding remains", () => {
    const rows = calmRows(400);
    (rows[5] as Row).close = Number.NaN;
    for (const row of rows.slice(20, 50)) row.volume = 0;
    const { bars, remaining } = repaired(rows, []);
    expect(validateBars(bars)).toEqual([]);
    expect(bars.volume[25]).toBe(0);
    expect(remaining.map(({ rule }) => rule)).toEqual(["missing-price", "zero-volume"]);
  });

  test("the two lists hold every rule that can be mended, and no rule twice", () => {
    expect([...safeRepairs, ...repairsOnRequest].sort()).toEqual(
      [
        "copied-bars",
        "duplicate-conflict",
        "duplicate-time",
        "high-low",
        "high-low-rounding",
        "missing-price",
        "missing-time",
        "negative-volume",
        "non-positive-price",
        "outlier",
        "split",
        "unsorted",
        "weekend",
        "zero-volume",
      ].sort(),
    );
  });
});

describe.skipIf(!haveMarkets)("real files", () => {
  const repairOf = (part: string, rules?: readonly string[]): ReturnType<typeof repairMarket> => {
    const entry = manifest().find(({ file }) => file.includes(part));
    const known = entry === undefined ? undefined : knownFacts[entry.file];
    if (entry === undefined || known === undefined) throw new Error(`no file ${part}`);
    return repairMarket(rawOf(entry), known, { rules });
  };

  test("Coinbase hours lose the five copies and have a gap of five hours", () => {
    const { bars, remaining } = repairOf("BTCUSD-Coinbase");
    expect(bars.length).toBe(20_106);
    expect(remaining.filter(({ level }) => level === "error")).toEqual([]);
    expect(remaining.find(({ rule }) => rule === "missing-bars")?.count).toBe(5);
  });

  test("AAPL's four splits adjusted: the close of 2000-06-20 is 101/112, as in adjusted histories", () => {
    const { bars } = repairOf("AAPL-daily-1998", [...safeRepairs, "split"]);
    const day = bars.time.indexOf(Date.parse("2000-06-20"));
    expect(bars.close[day]).toBeCloseTo(101 / 112, 12);
    expect(bars.close.at(-1)).toBeCloseTo(122.15, 2);
  });

  test("special sessions of TCS are kept though weekend bars are asked to go; Nikkei's Sundays go", () => {
    const all = [...safeRepairs, ...repairsOnRequest];
    expect(repairOf("TCS", all).bars.length).toBe(4746);
    expect(repairOf("Nikkei", all).bars.length).toBe(3435 - 27);
  });
});
