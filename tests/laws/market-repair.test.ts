import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bars } from "../../src/core/bars.ts";
import type { LintFacts } from "../../src/core/market/lint/lint-facts.ts";
import { lintMarket, rulesOfLint } from "../../src/core/market/lint.ts";
import { type PresetId, presetIds } from "../../src/core/market/market-presets.ts";
import type { RawBars } from "../../src/core/market/raw-bars.ts";
import { rawOfBars } from "../../src/core/market/raw-of-bars.ts";
import { repairMarket, repairsOnRequest, safeRepairs } from "../../src/core/market/repair.ts";
import { validateBars } from "../../src/core/market/validate-bars.ts";
import { haveMarkets, knownFacts, manifest, rawOf } from "../core/market/lint/known-markets.ts";
import { type Row, rawOfRows, rowsOf, soundMarket } from "../core/market/lint/spoil.ts";

const hour = 3_600_000;

const price = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 90, max: 110 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 0, -3, 1e-8, 1e7, 50, 200, Number.POSITIVE_INFINITY) },
);

const wildRow: fc.Arbitrary<Row> = fc.record({
  time: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 150 }).map((k) => Date.UTC(2020, 0, 1) + k * 6 * hour) },
    { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 0, Number.POSITIVE_INFINITY) },
  ),
  open: price,
  high: price,
  low: price,
  close: price,
  volume: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY)),
});

/** Files of no order whatever. */
const wildFile = fc.array(wildRow, { maxLength: 120 }).map(rawOfRows);

const wildFacts: fc.Arbitrary<LintFacts> = fc.record({
  class: fc.constantFrom("equity", "equity-index", "crypto", "fx", "weather"),
  interval: fc.constantFrom("1d", "6h", "1h", "fortnight"),
  timezone: fc.constantFrom("UTC", "America/New_York", "Asia/Shanghai", "nowhere"),
});

const rules = fc.subarray([...safeRepairs, ...repairsOnRequest]);

/** What people do to a sound file: one thing of many, at a place between 0 and 1. */
const spoilers: readonly ((rows: Row[], i: number) => void)[] = [
  (rows, i) => rows.splice(i, 0, { ...(rows[i] as Row) }),
  (rows, i) => rows.splice(i, 0, { ...(rows[i] as Row), close: (rows[i] as Row).open }),
  (rows, i) => rows.push(...rows.splice(i, 5)),
  (rows, i) => Object.assign(rows[i] as Row, { close: Number.NaN }),
  (rows, i) => Object.assign(rows[i] as Row, { time: Number.NaN }),
  (rows, i) => Object.assign(rows[i] as Row, { high: (rows[i] as Row).low }),
  (rows, i) => Object.assign(rows[i] as Row, { volume: -1 }),
  (rows, i) => change(rows, i, i + 30, () => ({ volume: 0 })),
  (rows, i) => change(rows, i, i + 4, ({ time }, k) => ({ ...(rows[k - 6] as Row), time })),
  (rows, i) => change(rows, i, rows.length, (row) => scaled(row, 0.5)),
  (rows, i) => Object.assign(rows[i] as Row, { close: (rows[i] as Row).close * 3 }),
  (rows) => rows.reverse(),
  (rows, i) => rows.splice(i, 40),
];

function change(rows: readonly Row[], from: number, to: number, by: (row: Row, k: number) => Partial<Row>): void {
  for (let k = from; k < to && k < rows.length; k++) Object.assign(rows[k] as Row, by(rows[k] as Row, k));
}

function scaled({ open, high, low, close }: Row, factor: number): Partial<Row> {
  return { open: open * factor, high: high * factor, low: low * factor, close: close * factor };
}

const spoiltMarket = fc
  .record({
    id: fc.constantFrom<PresetId>("syn-equity-daily", "syn-crypto-1h", "syn-fx-daily"),
    spoils: fc.array(fc.tuple(fc.integer({ min: 0, max: spoilers.length - 1 }), fc.integer({ min: 10, max: 400 })), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ id, spoils }) => {
    const { raw, facts } = soundMarket(id, 600);
    const rows = rowsOf(raw);
    for (const [which, i] of spoils) spoilers[which]?.(rows, i);
    return { raw: rawOfRows(rows), facts };
  });

const columns = ["time", "open", "high", "low", "close", "volume"] as const;

function expectSameBits(a: Bars | RawBars, b: Bars | RawBars): void {
  for (const name of columns) expect(Buffer.compare(bytes(a[name]), bytes(b[name])), name).toBe(0);
}

function bytes(column: Float64Array): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}

/** Laws of one file, one set of facts and one choice of rules. */
function checkLaws(raw: RawBars, facts: LintFacts, wanted: readonly string[]): void {
  const before = columns.map((name) => raw[name].slice());
  const once = repairMarket(raw, facts, { rules: wanted });
  for (const [k, name] of columns.entries())
    expect(bytes(raw[name]).equals(bytes(before[k] as Float64Array))).toBe(true);
  expect(validateBars(once.bars)).toEqual([]);
  expect(JSON.parse(JSON.stringify(once.repairs))).toEqual(once.repairs);
  const twice = repairMarket(rawOfBars(once.bars), facts, { rules: wanted });
  expect(twice.repairs).toEqual([]);
  expectSameBits(twice.bars, once.bars);
  if (wanted === safeRepairs) expect(once.remaining.filter(({ repairable }) => repairable)).toEqual([]);
}

describe("repair", () => {
  test("of any file, with any rules, is valid, done once for good, JSON, and leaves the file alone", () => {
    fc.assert(fc.property(wildFile, wildFacts, rules, checkLaws), { numRuns: 300 });
  });

  test("of any file mends all that is safe: no finding that repair mends remains", () => {
    fc.assert(
      fc.property(wildFile, wildFacts, (raw, facts) => checkLaws(raw, facts, safeRepairs)),
      { numRuns: 300 },
    );
  });

  test("of a spoilt market keeps the laws", () => {
    fc.assert(
      fc.property(spoiltMarket, rules, ({ raw, facts }, wanted) => {
        checkLaws(raw, facts, wanted);
        checkLaws(raw, facts, safeRepairs);
      }),
      { numRuns: 60 },
    );
  });

  test.each(presetIds)("changes no bit of %s", (id) => {
    const { raw, facts } = soundMarket(id, 2000);
    const { bars, repairs } = repairMarket(raw, facts);
    expect(repairs).toEqual([]);
    expectSameBits(bars, raw);
  });

  test.skipIf(!haveMarkets)("changes no price of a clean real market, and of no real file a price by itself", () => {
    for (const entry of manifest()) {
      const facts = knownFacts[entry.file] as LintFacts;
      const raw = rawOf(entry);
      const { bars } = repairMarket(raw, facts);
      const closes = new Set(raw.close);
      expect(
        bars.close.every((close) => closes.has(close)),
        entry.file,
      ).toBe(true);
      if (entry.file.startsWith("markets/")) {
        for (const name of ["time", "open", "high", "low", "close"] as const) {
          expect(bytes(bars[name]).equals(bytes(raw[name])), `${entry.file} ${name}`).toBe(true);
        }
      }
    }
  });
});

describe("lint", () => {
  const known = new Map(rulesOfLint.map((rule) => [rule.id, rule]));

  test("of any file finds known rules, on rows that are there, in order of gravity, and JSON carries it", () => {
    const gravity = { error: 0, warning: 1, note: 2 };
    fc.assert(
      fc.property(wildFile, wildFacts, (raw, facts) => {
        const findings = lintMarket(raw, facts);
        expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
        for (const found of findings) {
          const rule = known.get(found.rule);
          expect(rule).toBeDefined();
          expect(gravity[found.level]).toBeGreaterThanOrEqual(gravity[rule?.level ?? "note"]);
          expect(found.count).toBeGreaterThanOrEqual(1);
          expect(found.rows).toEqual([...found.rows].sort((a, b) => a - b));
          expect(found.rows.every((row) => row >= 0 && row < raw.length)).toBe(true);
          expect(found.row).toBe(found.rows[0] ?? null);
          expect(found.line).toBe(found.row === null ? null : raw.line[found.row]);
          expect(found.found).not.toMatch(/NaN|Infinity|undefined/);
        }
        const levels = findings.map(({ level }) => gravity[level]);
        expect(levels).toEqual([...levels].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test("a market has an error whenever its bars would not load", () => {
    fc.assert(
      fc.property(wildFile, wildFacts, (raw, facts) => {
        const sorted = repairMarket(raw, facts, { rules: ["unsorted"] });
        const lost = sorted.bars.length < raw.length;
        expect(lost && !sorted.remaining.some(({ level }) => level === "error")).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("multiplying every price by 1024 changes no finding but that of points", () => {
    fc.assert(
      fc.property(spoiltMarket, ({ raw, facts }) => {
        const ids = (of: RawBars): readonly string[] =>
          lintMarket(of, { ...facts, tickSize: of === raw ? 0.01 : 10.24 }).map(({ rule, row }) => `${rule} ${row}`);
        const times = (column: Float64Array): Float64Array => column.map((value) => value * 1024);
        const larger = {
          ...raw,
          open: times(raw.open),
          high: times(raw.high),
          low: times(raw.low),
          close: times(raw.close),
        };
        const unpointed = (rule: string): boolean => !rule.startsWith("points");
        expect(ids(larger).filter(unpointed)).toEqual(ids(raw).filter(unpointed));
      }),
      { numRuns: 40 },
    );
  });
});
