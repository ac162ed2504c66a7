import { formatTime, isDaily } from "../../core/market/format-csv.ts";
import { countLevels } from "../../core/market/group-findings.ts";
import { powerLines } from "../../core/market/power/power-lines.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import type { CheckedDataset, CheckedInstrument } from "./check-market.ts";
import type { BaselineSeparation } from "./power-baselines.ts";
import { printTable } from "./print-table.ts";
import { backtestOf, type ShownMarket } from "./summary.ts";
import { verdict } from "./summary-verdict.ts";

/** What was mended, by dataset and symbol. */
export type DoneRepairs = ReadonlyMap<string, ReadonlyMap<string, readonly Repair[]>>;

/** One instrument as the summary and the page show it. */
export function shownInstrument(
  { id, data, ok }: CheckedDataset,
  instrument: CheckedInstrument,
  repairs: DoneRepairs,
  separation: BaselineSeparation | null,
): ShownMarket {
  const { bars, findings, power, symbol, errors } = instrument;
  const { class: name, interval, timezone = "–", timezoneAssumed } = data?.walkforward ?? { class: "–", interval: "–" };
  const unusable = `cannot be used: ${errors.length === 1 ? errors[0] : `${errors.length} errors in its files`}`;
  return {
    facts: [
      ["class", name],
      ["interval", interval],
      ["timezone", `${timezone}${timezoneAssumed === true ? " (assumed)" : ""}`],
      ["symbol", symbol],
      ["sha256", instrument.check.sha256 ?? "–"],
    ],
    understood: [],
    bars,
    findings,
    repairs: repairs.get(id)?.get(symbol) ?? [],
    power: power === null || !ok ? [] : powerLines(power, separation),
    verdict:
      errors.length > 0
        ? unusable
        : verdict({
            findings,
            repair: `walkforward data check ${id} --repair`,
            errorsAllowed: data?.walkforward.fitForScoring === false,
          }),
    next: ok ? backtestOf(id) : null,
  };
}

/** What `--json` prints of a dataset: all but the bars. */
export function checkedFacts(
  { id, ok, error, data, instruments }: CheckedDataset,
  repairs: DoneRepairs,
  separation: BaselineSeparation | null,
): object {
  return {
    id,
    ok,
    error,
    fitForScoring: data?.walkforward.fitForScoring ?? null,
    // Of a dataset that was asked for alone, and has one instrument.
    ...(separation === null ? {} : { baselines: separation }),
    instruments: instruments.map(({ symbol, summary: found, errors, findings, power, bars, check }) => ({
      symbol,
      sha256: check.sha256,
      bars: found?.bars ?? null,
      first: timeOf(bars, 0),
      last: timeOf(bars, (bars?.length ?? 0) - 1),
      flatBars: found?.flatBars ?? 0,
      unknownVolume: found?.unknownVolume ?? 0,
      largestMove: found?.largestMove?.value ?? null,
      volatilityPerYear: found?.volatilityPerYear ?? null,
      error: errors[0] ?? null,
      errors,
      findings,
      repairs: repairs.get(id)?.get(symbol) ?? [],
      power,
    })),
  };
}

function timeOf(bars: CheckedInstrument["bars"], bar: number): string | null {
  return bars === null ? null : formatTime(bars.time[bar] as number, isDaily(bars.time));
}

/** A table with one line an instrument. */
export async function checkOverview(datasets: readonly CheckedDataset[]): Promise<string> {
  const rows = datasets.flatMap(({ id, error, instruments }) => [
    ...(error === null ? [] : [[id, "–", "error", "–", "–", "–", "–", "–", "–"]]),
    ...instruments.map((instrument) => overviewRow(id, instrument)),
  ]);
  const head = ["id", "symbol", "check", "bars", "first", "last", "largest move", "tells Sharpe", "findings"];
  return printTable(head, rows);
}

function overviewRow(
  id: string,
  { symbol, bars, summary: found, errors, findings, power }: CheckedInstrument,
): string[] {
  const failed = errors.length > 0 || findings.some(({ level }) => level === "error");
  const told = power?.detectable.find(({ correlation }) => correlation === 0.5)?.difference ?? null;
  const move = found?.largestMove?.value ?? null;
  return [
    id,
    symbol,
    failed ? "error" : "ok",
    found === null ? "–" : String(found.bars),
    timeOf(bars, 0)?.slice(0, 10) ?? "–",
    timeOf(bars, (bars?.length ?? 0) - 1)?.slice(0, 10) ?? "–",
    move === null ? "–" : `${(move * 100).toFixed(1)} %`,
    told === null ? "–" : told.toFixed(2),
    findings.length === 0 ? "" : countLevels(findings),
  ];
}
