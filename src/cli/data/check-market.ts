import { join } from "node:path";
import { checkDataset, type InstrumentCheck } from "../../adapters/market-data/check-dataset.ts";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { type BarsSummary, summariseBars } from "../../core/market/bars-summary.ts";
import type { DataPackage } from "../../core/market/data-package.ts";
import type { LintFacts } from "../../core/market/lint/lint-facts.ts";
import { lintMarket } from "../../core/market/lint.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { type MarketPower, marketPower } from "../../core/market/power/market-power.ts";
import { rawOfBars } from "../../core/market/raw-of-bars.ts";

/** One instrument of a dataset, checked. */
export interface CheckedInstrument {
  readonly symbol: string;
  /** null where the file cannot be read. */
  readonly bars: Bars | null;
  readonly summary: BarsSummary | null;
  /** What is wrong with its files. */
  readonly errors: readonly string[];
  /** What the lint finds in its bars. */
  readonly findings: readonly MarketFinding[];
  readonly power: MarketPower | null;
  readonly check: InstrumentCheck;
}

/** One dataset, checked. */
export interface CheckedDataset {
  readonly id: string;
  /** False where anything is an error. */
  readonly ok: boolean;
  /** What is wrong with datapackage.json; null = nothing. */
  readonly error: string | null;
  readonly data: DataPackage | null;
  readonly instruments: readonly CheckedInstrument[];
}

/** What the lint judges the bars of a dataset against. */
export function lintFactsOf({ walkforward }: DataPackage): LintFacts {
  const { class: name, interval, timezone, timezoneAssumed, synthetic, tickSize, adjustment } = walkforward;
  return { class: name, interval, timezone, timezoneAssumed, synthetic, tickSize, adjustment };
}

/** Checks a dataset's files, and its bars by the lint. */
export async function checkMarket(folder: string, id: string): Promise<CheckedDataset> {
  const { data, error, instruments } = await checkDataset(folder, id);
  const checked: CheckedInstrument[] = [];
  if (data !== null) for (const each of instruments) checked.push(await lintInstrument(join(folder, id), data, each));
  const sound = checked.every(
    ({ errors, findings }) => errors.length === 0 && findings.every(({ level }) => level !== "error"),
  );
  return { id, ok: error === null && sound, error, data, instruments: checked };
}

async function lintInstrument(folder: string, data: DataPackage, check: InstrumentCheck): Promise<CheckedInstrument> {
  const { bars, errors, resource } = check;
  const { symbol } = resource.walkforward;
  if (bars === null) {
    const findings = await lintUnloadable(join(folder, resource.path), data);
    return { symbol, bars, summary: null, errors, findings, power: null, check };
  }
  const findings = lintMarket(rawOfBars(bars), lintFactsOf(data));
  const power = bars.length < 3 ? null : marketPower(bars);
  return { symbol, bars, summary: summariseBars(bars), errors, findings, power, check };
}

/** What the lint finds in a file whose bars break a rule that all must keep: every row of it, as `data add` would read them. */
async function lintUnloadable(file: string, data: DataPackage): Promise<readonly MarketFinding[]> {
  const { importMarket } = await import("../../adapters/import-market.ts");
  try {
    const { bars } = await importMarket(file, { name: file, interval: data.walkforward.interval });
    return lintMarket(bars, lintFactsOf(data));
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
