import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { listPackages, unknownDataset } from "../../adapters/market-data/read-package.ts";
import { UserError } from "../../core/failure.ts";
import { formatTime, isDaily } from "../../core/market/format-csv.ts";
import { countLevels } from "../../core/market/group-findings.ts";
import { powerLines } from "../../core/market/power/power-lines.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import type { Io } from "../io.ts";
import type { CheckOptions } from "./check-command.ts";
import { type CheckedDataset, type CheckedInstrument, checkMarket } from "./check-market.ts";
import { repairDataset } from "./check-repair.ts";
import { dataFolder } from "./data-folder.ts";
import { printTable } from "./print-table.ts";
import { slowProgress } from "./slow-progress.ts";
import { backtestOf, type ShownMarket, summary } from "./summary.ts";
import { verdict } from "./summary-verdict.ts";
import { terminalSize } from "./terminal-size.ts";

/** Does what `data check` was asked for; exit 3 on an error. */
export async function runCheck(targets: readonly string[], options: CheckOptions, io: Io): Promise<void> {
  const folder = dataFolder(io, options.dir);
  const all = await listPackages(folder);
  const [only] = targets;
  if (targets.length === 1 && only !== undefined && !all.includes(only) && (await isFile(resolve(io.cwd, only)))) {
    const { checkFile } = await import("./check-file.ts");
    return checkFile(only, options, io);
  }
  for (const id of targets) if (!all.includes(id)) throw unknownDataset(id, all);
  const ids = targets.length === 0 ? all : targets;
  if (options.html !== undefined && ids.length !== 1)
    throw new UserError("--html: wanted one dataset or file, a page shows one");
  const progress = slowProgress(io);
  const datasets: CheckedDataset[] = [];
  const repairs = new Map<string, ReadonlyMap<string, readonly Repair[]>>();
  try {
    for (const id of ids) {
      progress.stage(`checking ${id}`);
      const checked = await checkMarket(folder, id);
      const done = options.repair ? await repairDataset(folder, checked) : new Map<string, readonly Repair[]>();
      if (done.size > 0) repairs.set(id, done);
      datasets.push(done.size > 0 ? await checkMarket(folder, id) : checked);
    }
  } finally {
    progress.end();
  }
  if (datasets.some(({ ok }) => !ok)) io.exit(3);
  await print(datasets, repairs, options, io);
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() ?? false;
}

type Repairs = ReadonlyMap<string, ReadonlyMap<string, readonly Repair[]>>;

async function print(
  datasets: readonly CheckedDataset[],
  repairs: Repairs,
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const [dataset] = datasets;
  const [instrument] = dataset?.instruments ?? [];
  const one = datasets.length === 1 && dataset?.instruments.length === 1 && instrument !== undefined;
  if (options.html !== undefined && dataset !== undefined && instrument !== undefined) {
    const { writeMarketPage } = await import("./market-page.ts");
    const shown = shownInstrument(dataset, instrument, repairs);
    writeMarketPage(io, options.html, { ...shown, name: dataset.id, usable: dataset.ok });
  }
  if (options.json) io.out(`${JSON.stringify({ datasets: datasets.map((each) => facts(each, repairs)) }, null, 2)}\n`);
  else if (one) {
    const heading = `${dataset.id}: ${dataset.data?.title}`;
    io.out(summary({ ...shownInstrument(dataset, instrument, repairs), heading }, terminalSize(io)));
  } else io.out(await overview(datasets));
  if (options.json) return;
  const errors = datasets.flatMap(({ error, instruments }) => [error, ...instruments.flatMap((item) => item.errors)]);
  for (const error of errors) if (error !== null) io.err(`error: ${error}\n`);
}

function shownInstrument(
  { id, data, ok }: CheckedDataset,
  instrument: CheckedInstrument,
  repairs: Repairs,
): ShownMarket {
  const { bars, findings, power, symbol, errors } = instrument;
  const { class: name, interval, timezone } = data?.walkforward ?? { class: "–", interval: "–", timezone: "–" };
  const unusable = `cannot be used: ${errors.length === 1 ? errors[0] : `${errors.length} errors in its files`}`;
  return {
    facts: [
      ["class", name],
      ["interval", interval],
      ["timezone", timezone],
      ["symbol", symbol],
      ["sha256", instrument.check.sha256 ?? "–"],
    ],
    understood: [],
    bars,
    findings,
    repairs: repairs.get(id)?.get(symbol) ?? [],
    power: power === null || !ok ? [] : powerLines(power),
    verdict:
      errors.length > 0
        ? unusable
        : verdict({
            findings,
            repair: `walkforward data check ${id} --repair`,
            also: null,
            errorsAllowed: data?.walkforward.fitForScoring === false,
          }),
    next: ok ? backtestOf(id) : null,
  };
}

/** What `--json` prints of a dataset: all but the bars. */
function facts({ id, ok, error, data, instruments }: CheckedDataset, repairs: Repairs): object {
  return {
    id,
    ok,
    error,
    fitForScoring: data?.walkforward.fitForScoring ?? null,
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

/** One line an instrument. */
async function overview(datasets: readonly CheckedDataset[]): Promise<string> {
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
