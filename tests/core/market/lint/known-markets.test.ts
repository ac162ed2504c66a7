import { describe, expect, test } from "vitest";
import { lintMarket } from "../../../../src/core/market/lint.ts";
import type { MarketFinding } from "../../../../src/core/market/market-finding.ts";
import type { RawBars } from "../../../../src/core/market/raw-bars.ts";
import { haveMarkets, knownFacts, type ManifestEntry, manifest, rawOf } from "./known-markets.ts";

if (!haveMarkets) console.log("skipped: ../shared/market-data is not there");

const entries = manifest();

function entryOf(part: string): ManifestEntry {
  const entry = entries.find(({ file }) => file.includes(part));
  if (entry === undefined) throw new Error(`no file of the manifest has ${part} in its name`);
  return entry;
}

const cache = new Map<string, { readonly raw: RawBars; readonly findings: readonly MarketFinding[] }>();

function linted(part: string): { readonly raw: RawBars; readonly findings: readonly MarketFinding[] } {
  const entry = entryOf(part);
  const facts = knownFacts[entry.file];
  if (facts === undefined) throw new Error(`no facts of ${entry.file}`);
  const known = cache.get(part);
  if (known !== undefined) return known;
  const raw = rawOf(entry);
  const made = { raw, findings: lintMarket(raw, facts) };
  cache.set(part, made);
  return made;
}

function found(part: string, rule: string): readonly MarketFinding[] {
  return linted(part).findings.filter((finding) => finding.rule === rule);
}

const total = (findings: readonly MarketFinding[]): number => findings.reduce((sum, { count }) => sum + count, 0);

/** Dates of the first bars of the findings of a rule. */
function dates(part: string, rule: string): readonly string[] {
  return found(part, rule).map(({ time }) => new Date(time ?? Number.NaN).toISOString().slice(0, 10));
}

/** Dates of all rows of the findings of a rule. */
function rowDates(part: string, rule: string): readonly string[] {
  const { raw } = linted(part);
  return found(part, rule).flatMap(({ rows }) =>
    rows.map((row) => new Date(raw.time[row] as number).toISOString().slice(0, 10)),
  );
}

/** Rules of level error or warning of a file. */
function graver(part: string): readonly string[] {
  return [
    ...new Set(
      linted(part)
        .findings.filter(({ level }) => level !== "note")
        .map(({ rule }) => rule),
    ),
  ].sort();
}

describe.skipIf(!haveMarkets)("every check of the manifest", () => {
  const files = entries.map((entry) => [entry.file, entry] as const);

  test.each(files)("of %s is met with its count", (file, { checks }) => {
    const count = (name: string): number => Number(checks[name] ?? 0);
    const sum = (...rules: readonly string[]): number => rules.reduce((all, rule) => all + total(found(file, rule)), 0);
    expect(sum("missing-price")).toBe(count("rowsWithMissingOHLC"));
    expect(sum("unsorted")).toBe(checks["fileOrder"] === "unsorted" ? count("orderInversions") : 0);
    expect(sum("duplicate-time", "duplicate-conflict")).toBe(count("duplicateTimestamps"));
    expect(sum("negative-volume")).toBe(count("negativeVolumeRows"));
    expect(found(file, "newest-first")).toHaveLength(
      checks["fileOrder"] === "ascending" || checks["fileOrder"] === "ascending with duplicates" ? 0 : 1,
    );
    if (file.includes("/dirty/")) return;
    expect(sum("non-positive-price")).toBe(count("nonPositivePrices"));
    expect(sum("flat-bars", "close-only")).toBe(count("flatBars"));
    expect(sum("zero-volume", "no-trades")).toBe(count("zeroVolumeRows"));
    const broken = count("highBelowOpenOrClose") + count("lowAboveOpenOrClose");
    expect(sum("high-low", "high-low-rounding")).toBe(broken);
  });

  test("all nine clean markets have no error, and these warnings only, each of them true", () => {
    const clean = entries.filter(({ file }) => file.startsWith("markets/"));
    expect(clean).toHaveLength(9);
    const rules = Object.fromEntries(clean.map(({ file }) => [file.replace(/^markets\/|\.csv$/g, ""), graver(file)]));
    expect(rules).toEqual({
      // Highs and lows 15 to 23 % off, in years in which SPY moved 1 % a day.
      "us-spy-daily-1998-2021": ["outlier"],
      "us-msft-daily-1990-2022": ["zero-volume"],
      "idx-spx-daily-1990-2022": ["stale-price", "zero-volume"],
      "idx-kospi-daily-2006-2019": [],
      "fx-eurusd-daily-2007-2021": ["volume-scale"],
      "fx-eurusd-hourly-2022-2025": [],
      "crypto-btcusdt-daily-2017-2021": [],
      "crypto-btcusd-hourly-2018-2019": ["outlier"],
      "metal-xauusd-daily-2012-2022": [],
    });
    const errors = clean.flatMap(({ file }) => linted(file).findings.filter(({ level }) => level === "error"));
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!haveMarkets)("every note of the manifest", () => {
  test("AAPL unadjusted: four splits on their days, and the fall of 52 % of 2000-09-29 is none", () => {
    expect(dates("AAPL-daily-1998", "split")).toEqual(["2000-06-21", "2005-02-28", "2014-06-09", "2020-08-31"]);
    expect(found("AAPL-daily-1998", "split").map((finding) => finding.found.split(": ")[1])).toEqual([
      "a 2:1 split",
      "a 2:1 split",
      "a 7:1 split",
      "a 4:1 split",
    ]);
  });

  test("AAPL: three lows of a tenth, their last digit lost, which the manifest does not know", () => {
    expect(graver("AAPL-daily-1998")).toEqual(["outlier", "split"]);
    expect(rowDates("AAPL-daily-1998", "outlier")).toEqual(["2009-09-21", "2010-08-31", "2011-01-03"]);
    expect(found("AAPL-daily-1998", "outlier")[0]?.found).toBe(
      "3 bars far off and back again, first low 10.59 (-94 %) on 2009-09-21",
    );
  });

  test("TCS: three bonus issues of 1:1, 20 special sessions at weekends", () => {
    expect(dates("TCS", "split")).toEqual(["2006-07-28", "2009-06-16", "2018-05-31"]);
    expect(found("TCS", "weekend")).toMatchObject([{ count: 20, level: "note" }]);
  });

  test("SH600000: seven ex-dates beyond the limit, the day there twice, the suspensions of 2006 and 2016", () => {
    expect(rowDates("SH600000", "price-limit")).toEqual([
      "2002-08-22",
      "2008-04-24",
      "2009-06-09",
      "2010-06-10",
      "2011-06-03",
      "2016-06-23",
      "2017-05-25",
    ]);
    expect(rowDates("SH600000", "duplicate-time")).toEqual(["2022-07-21"]);
    expect(dates("SH600000", "hole")).toEqual(["2006-05-12", "2016-03-11"]);
  });

  test("HSI: 257 rows without prices, two periods of closes only until 1989, volume 0 until 2001, two Saturdays", () => {
    expect(total(found("HSI", "missing-price"))).toBe(257);
    expect(found("HSI", "close-only").map((finding) => finding.found)).toEqual([
      "193 bars of one price, 1986-12-31 to 1987-10-09",
      "380 bars of one price, 1988-03-28 to 1989-10-10",
    ]);
    expect(found("HSI", "zero-volume")[0]).toMatchObject({ row: 0, count: 3590 });
    expect(rowDates("HSI", "weekend")).toEqual(["2011-12-24", "2011-12-31"]);
    expect(found("HSI", "split")).toEqual([]);
  });

  test("WIG20: a single fixing until the end of 1996, rare sessions until 1993, no false hole", () => {
    expect(found("WIG20", "close-only")[0]?.found).toBe("975 bars of one price, 1991-04-16 to 1996-12-31");
    expect(found("WIG20", "rare-sessions")).toMatchObject([{ row: 0 }]);
    expect(found("WIG20", "hole")).toEqual([]);
  });

  test("Nikkei: 27 Sundays of 2017, newest first, volume missing on 1,373 rows and in thousands for a while", () => {
    expect(found("Nikkei", "weekend")).toMatchObject([{ count: 27, level: "warning" }]);
    expect(rowDates("Nikkei", "weekend").every((date) => date.startsWith("2017"))).toBe(true);
    expect(total(found("Nikkei", "missing-volume"))).toBe(1373);
    expect(dates("Nikkei", "volume-scale")).toHaveLength(1);
    expect(found("Nikkei", "hole")).toEqual([]);
  });

  test("Coinbase hours: five copies of 2017-11-11/12 on the lines that are out of order, 28 hours without a trade", () => {
    const lines = (rule: string): readonly number[] =>
      found("BTCUSD-Coinbase", rule).flatMap(({ rows }) =>
        rows.map((row) => linted("BTCUSD-Coinbase").raw.line[row] as number),
      );
    expect(lines("unsorted")).toEqual([16901, 16903, 16905, 16907, 16909]);
    expect(lines("copied-bars")).toEqual(lines("unsorted"));
    expect(total(found("BTCUSD-Coinbase", "no-trades"))).toBe(28);
  });

  test("VIX: 47 bars that contradict themselves, closes only in 1990 and 1991, the closed day of 2004-06-11; +116 % is no split", () => {
    expect(found("VIX", "high-low")).toMatchObject([{ count: 47, level: "error", time: Date.parse("1992-02-11") }]);
    expect(found("VIX", "close-only")[0]?.found).toBe("505 bars of one price, 1990-01-02 to 1991-12-31");
    expect(rowDates("VIX", "flat-bars")).toEqual(["2004-06-11"]);
    expect(rowDates("VIX", "closed-day")[0]).toBe("2004-06-11");
    expect([...found("VIX", "split"), ...found("VIX", "scale-change")]).toEqual([]);
  });

  test("SPY minutes: pre- and post-market bars, and the print at 17:04 that is 1 % off until 17:08", () => {
    const [outlier] = found("SPY-minute", "outlier");
    expect(outlier?.rows.map((row) => linted("SPY-minute").raw.open[row])).toContain(167.3);
    expect(found("SPY-minute", "flat-bars")).toMatchObject([{ count: 162 }]);
  });

  test("NinjaTrader minutes in UTC fit New York; read as New York's own time they are about five hours late", () => {
    expect(found("ninjatrader", "time-zone")).toEqual([]);
    expect(found("ninjatrader", "extended-hours")).toHaveLength(1);
    const entry = entryOf("ninjatrader");
    const raw = rawOf(entry);
    const misread = { ...raw, time: raw.time.map((time) => time + 5 * 3_600_000) };
    const facts = { class: "equity", interval: "1m", timezone: "America/New_York" };
    const [shift] = lintMarket(misread, facts).filter(({ rule }) => rule === "time-zone");
    expect(shift?.found).toContain("5 hours late");
  });

  test("EURUSD by the day: counts of ticks change their scale in July 2009 and elsewhere; Sundays are sessions", () => {
    expect(dates("fx-eurusd-daily", "volume-scale")).toContain("2009-07-01");
    expect(found("fx-eurusd-daily", "weekend")).toEqual([]);
    expect(found("dukascopy", "weekend")).toEqual([]);
  });

  test("the spoiled file: rows without a date and prices, negative and zero prices, prices near 1e7 and 1e-8", () => {
    expect(total(found("dirty", "missing-time"))).toBe(50);
    expect(total(found("dirty", "missing-price"))).toBe(51);
    expect(total(found("dirty", "non-positive-price"))).toBe(54);
    expect(total(found("dirty", "high-low"))).toBe(3);
    expect(found("dirty", "scale-change").map(({ row, count }) => [row, count])).toEqual([
      [100, 50],
      [150, 50],
      [250, 50],
    ]);
  });

  test("ORCL: the row with a dash for its open; few bars in the short files", () => {
    expect(rowDates("ORCL", "missing-price")).toEqual(["2010-12-30"]);
    for (const part of ["ORCL", "WIKI", "GOOGL", "ADABTC", "alphavantage"]) {
      expect(found(part, "few-bars"), part).toHaveLength(1);
    }
  });
});
