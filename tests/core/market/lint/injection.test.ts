import { describe, expect, test } from "vitest";
import { lintMarket } from "../../../../src/core/market/lint.ts";
import type { MarketFinding } from "../../../../src/core/market/market-finding.ts";
import { presetIds } from "../../../../src/core/market/market-presets.ts";
import type { RawBars } from "../../../../src/core/market/raw-bars.ts";
import { createRandom } from "../../../../src/core/random.ts";
import { haveMarkets, knownFacts, manifest, rawOf } from "./known-markets.ts";
import { edit, type Row, rescale, soundMarket } from "./spoil.ts";

// Each defect is put into sound markets at places drawn from a seed. Found is a finding of its rule that lists the place; false is a
// finding of any other rule that the sound market does not have and the defect does not imply.

interface Market extends ReturnType<typeof soundMarket> {
  readonly id: string;
  readonly sound: ReadonlySet<string>;
}

interface Defect {
  readonly name: string;
  readonly rules: readonly string[];
  /** Rules that the defect breaks as well: a bar out of the market has its consequences. */
  readonly implied?: readonly string[];
  readonly fits?: (market: Market) => boolean;
  /** Spoils the rows at `i`; the place that must be found. */
  readonly spoil: (rows: Row[], i: number) => number;
}

const dayMs = 86_400_000;
const isShare = ({ facts }: Market): boolean => /^equity(-basket)?$/.test(facts.class) && facts.interval === "1d";
const isDaily = ({ facts }: Market): boolean => facts.interval === "1d";
const hasVolume = ({ raw }: Market): boolean => (raw.volume.at(-1) as number) > 0;

function splitInto(ratio: number): Defect["spoil"] {
  return (rows, i) => {
    rescale(rows, i, rows.length, 1 / ratio);
    for (const row of rows.slice(i)) row.volume *= ratio;
    return i;
  };
}

function setRow(rows: Row[], i: number, changes: Partial<Row>): number {
  Object.assign(rows[i] as Row, changes);
  return i;
}

function copyBars(rows: Row[], i: number, lag: number, count: number): number {
  for (let k = i; k < i + count; k++) setRow(rows, k, { ...(rows[k - lag] as Row), time: (rows[k] as Row).time });
  return i;
}

const defects: readonly Defect[] = [
  ...[2, 3, 5, 10, 1.5, 0.1].map((ratio) => ({
    name: `a split of ${ratio}`,
    rules: ["split"],
    fits: isShare,
    spoil: splitInto(ratio),
  })),
  {
    name: "a stretch of 30 bars in cents",
    rules: ["scale-change"],
    spoil: (rows, i) => {
      rescale(rows, i, i + 30, 100);
      return i;
    },
  },
  { name: "three stale bars", rules: ["stale-price"], spoil: (rows, i) => copyBars(rows, i, 1, 3) },
  { name: "three copied bars", rules: ["copied-bars"], fits: hasVolume, spoil: (rows, i) => copyBars(rows, i, 5, 3) },
  {
    name: "a bar there twice",
    rules: ["duplicate-time"],
    spoil: (rows, i) => {
      rows.splice(i, 0, { ...(rows[i] as Row) });
      return i + 1;
    },
  },
  {
    name: "a time there twice",
    rules: ["duplicate-conflict"],
    spoil: (rows, i) => {
      const row = rows[i] as Row;
      rows.splice(i, 0, { ...row, high: row.high * 1.001 });
      return i + 1;
    },
  },
  {
    name: "two rows swapped",
    rules: ["unsorted"],
    spoil: (rows, i) => {
      [rows[i], rows[i + 1]] = [rows[i + 1] as Row, rows[i] as Row];
      return i + 1;
    },
  },
  {
    name: "a missing close",
    rules: ["missing-price"],
    implied: ["missing-bars"],
    spoil: (rows, i) => setRow(rows, i, { close: Number.NaN }),
  },
  {
    name: "a low of 0",
    rules: ["non-positive-price"],
    implied: ["missing-bars"],
    spoil: (rows, i) => setRow(rows, i, { low: 0 }),
  },
  {
    name: "a high 2 % below the close",
    rules: ["high-low"],
    spoil: (rows, i) => setRow(rows, i, { high: (rows[i] as Row).close * 0.98 }),
  },
  {
    name: "30 days removed",
    rules: ["hole"],
    fits: ({ raw }) => (raw.time.at(-1) as number) - (raw.time[0] as number) > 200 * dayMs,
    spoil: (rows, i) => {
      const from = (rows[i] as Row).time;
      let count = 0;
      while (((rows[i + count] as Row | undefined)?.time ?? Number.POSITIVE_INFINITY) < from + 30 * dayMs) count += 1;
      rows.splice(i, count);
      return i;
    },
  },
  {
    name: "volume 0 for 30 bars",
    rules: ["zero-volume"],
    fits: hasVolume,
    spoil: (rows, i) => {
      for (const row of rows.slice(i, i + 30)) row.volume = 0;
      return i;
    },
  },
  {
    name: "closes only for 60 days",
    rules: ["close-only"],
    fits: isDaily,
    spoil: (rows, i) => {
      for (const row of rows.slice(i, i + 60)) Object.assign(row, { open: row.close, high: row.close, low: row.close });
      return i;
    },
  },
];

function marketOf(id: string, raw: RawBars, facts: Market["facts"]): Market {
  return { id, raw, facts, sound: new Set(lintMarket(raw, facts).map(({ rule }) => rule)) };
}

const synthetic = presetIds.map((id) => {
  const { raw, facts } = soundMarket(id, 1500);
  return marketOf(id, raw, facts);
});

const real = manifest()
  .filter(({ file }) => file.startsWith("markets/") && !file.includes("hourly"))
  .map((entry) => marketOf(entry.file, rawOf(entry), knownFacts[entry.file] as Market["facts"]));

/** Times a defect was put in, found at its place, and something else found beside it. */
function study(
  markets: readonly Market[],
  defect: Defect,
  places: number,
): { put: number; found: number; others: string[] } {
  const others: string[] = [];
  let put = 0;
  let found = 0;
  for (const market of markets.filter((each) => defect.fits?.(each) ?? true)) {
    const random = createRandom(`${defect.name}|${market.id}`);
    for (let k = 0; k < places; k++) {
      const i = 80 + random.int(market.raw.length - 250);
      let place = i;
      const raw = edit(market.raw, (rows) => {
        place = defect.spoil(rows, i);
      });
      const findings = lintMarket(raw, market.facts);
      put += 1;
      if (findings.some((each) => defect.rules.includes(each.rule) && each.rows.includes(place))) found += 1;
      others.push(
        ...findings.filter((each) => isFalse(each, market, defect)).map((each) => `${market.id} ${each.rule}`),
      );
    }
  }
  return { put, found, others };
}

function isFalse({ rule }: MarketFinding, market: Market, { rules, implied = [] }: Defect): boolean {
  return !market.sound.has(rule) && !rules.includes(rule) && !implied.includes(rule);
}

describe("in synthetic markets, five places each", () => {
  test.each(defects)("$name is found each time, and nothing else", (defect) => {
    const { put, found, others } = study(synthetic, defect, 5);
    expect(put).toBeGreaterThanOrEqual(5);
    expect(found).toBe(put);
    expect(others).toEqual([]);
  });
});

describe.skipIf(!haveMarkets)("in the seven clean real daily markets", () => {
  test.each(defects)("$name is missed once at most, and nothing else is found more than once", (defect) => {
    const { put, found, others } = study(real, defect, 1);
    expect(found).toBeGreaterThanOrEqual(put - 1);
    expect(others.length).toBeLessThanOrEqual(1);
  });
});

test("a fall by half with eight times the volume, a wide range and wild weeks is perhaps a split once in ten at most, and never for sure", () => {
  const crash: Defect["spoil"] = (rows, i) => {
    rescale(rows, i, rows.length, 0.5);
    const day = rows[i] as Row;
    day.volume *= 8;
    day.high = Math.max(day.open, day.close) * 1.06;
    day.low = Math.min(day.open, day.close) * 0.88;
    for (const row of rows.slice(i + 1, i + 15)) {
      const middle = (row.open + row.close) / 2;
      row.volume *= 3;
      row.high = middle + (row.high - middle) * 2.2;
      row.low = middle + (row.low - middle) * 2.2;
    }
    return i;
  };
  const shares = [...synthetic, ...real].filter(isShare);
  let called = 0;
  let put = 0;
  for (const { id, raw, facts } of shares) {
    const random = createRandom(`crash|${id}`);
    for (let k = 0; k < 15; k++) {
      const i = 80 + random.int(raw.length - 200);
      const found = lintMarket(
        edit(raw, (rows) => crash(rows, i)),
        facts,
      ).filter(({ rule }) => rule === "split");
      put += 1;
      called += found.length > 0 ? 1 : 0;
      expect(found.filter(({ level }) => level === "error")).toEqual([]);
    }
  }
  expect(called).toBeLessThanOrEqual(put / 10);
});
