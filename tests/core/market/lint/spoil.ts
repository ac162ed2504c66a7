import { generateMarket } from "../../../../src/core/market/generate-market.ts";
import type { LintFacts } from "../../../../src/core/market/lint/lint-facts.ts";
import { lintMarket } from "../../../../src/core/market/lint.ts";
import type { MarketFinding } from "../../../../src/core/market/market-finding.ts";
import { marketPresets, type PresetId } from "../../../../src/core/market/market-presets.ts";
import type { RawBars } from "../../../../src/core/market/raw-bars.ts";
import { rawOfBars } from "../../../../src/core/market/raw-of-bars.ts";

const dayMs = 86_400_000;

/** A sound market of a preset and what is said of it. */
export function soundMarket(id: PresetId, bars = 1500): { readonly raw: RawBars; readonly facts: LintFacts } {
  const spec = { ...marketPresets[id], bars };
  const facts = { class: spec.class, interval: spec.interval, timezone: "UTC", synthetic: true };
  return { raw: rawOfBars(generateMarket(spec)), facts };
}

/** Rows of a file, to be changed one by one. */
export interface Row {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

/** The rows of raw bars. */
export function rowsOf(raw: RawBars): Row[] {
  return Array.from(raw.time, (time, i) => ({
    time,
    open: raw.open[i] as number,
    high: raw.high[i] as number,
    low: raw.low[i] as number,
    close: raw.close[i] as number,
    volume: raw.volume[i] as number,
  }));
}

/** Rows as raw bars, the first on line 2. */
export function rawOfRows(rows: readonly Row[]): RawBars {
  const column = (name: keyof Row): Float64Array => Float64Array.from(rows, (row) => row[name]);
  return {
    length: rows.length,
    time: column("time"),
    open: column("open"),
    high: column("high"),
    low: column("low"),
    close: column("close"),
    volume: column("volume"),
    line: Int32Array.from(rows, (_, i) => i + 2),
  };
}

/** Raw bars with some rows changed. */
export function edit(raw: RawBars, change: (rows: Row[]) => void): RawBars {
  const rows = rowsOf(raw);
  change(rows);
  return rawOfRows(rows);
}

/** Multiplies the prices of rows [from, to). */
export function rescale(rows: Row[], from: number, to: number, factor: number): void {
  for (const row of rows.slice(from, to)) {
    row.open *= factor;
    row.high *= factor;
    row.low *= factor;
    row.close *= factor;
  }
}

/** A calm daily market: weekdays from 3 January 2000, closes that waver by 1 %, ranges of 1.5 %, volumes around 1,000,000. */
export function calmRows(count: number, stepMs: number = dayMs): Row[] {
  const rows: Row[] = [];
  let before = 100;
  for (let time = Date.UTC(2000, 0, 3); rows.length < count; time += stepMs) {
    const t = rows.length;
    if (stepMs === dayMs && new Date(time).getUTCDay() % 6 === 0) continue;
    const close = Number((100 * Math.exp(0.02 * Math.sin(t * 1.7) + 0.01 * Math.cos(t * 0.31))).toFixed(2));
    const [low, high] = [Math.min(before, close), Math.max(before, close)];
    const wick = Number((0.3 + 0.1 * Math.sin(t)).toFixed(2));
    const volume = Math.round(1e6 * (1 + 0.3 * Math.sin(t * 0.7)));
    rows.push({ time, open: before, high: high + wick, low: low - wick, close, volume });
    before = close;
  }
  return rows;
}

/** Facts of a daily share in New York, with some of them changed. */
export function shareFacts(changes: Partial<LintFacts> = {}): LintFacts {
  return { class: "equity", interval: "1d", timezone: "UTC", ...changes };
}

/** The findings of one rule in rows. */
export function findingsOf(
  rule: string,
  rows: readonly Row[],
  facts: LintFacts = shareFacts(),
): readonly MarketFinding[] {
  return lintMarket(rawOfRows(rows), facts).filter((found) => found.rule === rule);
}

/** Ids of all rules that find something in rows, each once, sorted. */
export function rulesFound(rows: readonly Row[], facts: LintFacts = shareFacts()): readonly string[] {
  return [...new Set(lintMarket(rawOfRows(rows), facts).map(({ rule }) => rule))].sort();
}
