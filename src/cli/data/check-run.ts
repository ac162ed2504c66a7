import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { listPackages, unknownDataset } from "../../adapters/market-data/read-package.ts";
import { UserError } from "../../core/failure.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import type { Io } from "../io.ts";
import { checkRules, rulesOf } from "./add-request.ts";
import type { CheckOptions } from "./check-command.ts";
import { type CheckedDataset, type CheckedInstrument, checkMarket } from "./check-market.ts";
import { repairDataset } from "./check-repair.ts";
import { checkedFacts, checkOverview, type DoneRepairs, shownInstrument } from "./check-show.ts";
import { dataFolder } from "./data-folder.ts";
import type { BaselineSeparation } from "./power-baselines.ts";
import { slowProgress } from "./slow-progress.ts";
import { summary } from "./summary.ts";
import { terminalSize } from "./terminal-size.ts";

/** Does what `data check` was asked for; exit 3 on an error. */
export async function runCheck(targets: readonly string[], options: CheckOptions, io: Io): Promise<void> {
  checkRules(options.repairAlso);
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
  const also = rulesOf(options.repairAlso);
  const repair = options.repair === true || also.length > 0;
  const progress = slowProgress(io);
  const datasets: CheckedDataset[] = [];
  const repairs = new Map<string, ReadonlyMap<string, readonly Repair[]>>();
  try {
    for (const id of ids) {
      progress.stage(`checking ${id}`);
      const checked = await checkMarket(folder, id);
      const done = repair ? await repairDataset(folder, checked, also) : new Map<string, readonly Repair[]>();
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

async function print(
  datasets: readonly CheckedDataset[],
  repairs: DoneRepairs,
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const one = onlyInstrument(datasets);
  const separation = one === null ? null : await separationOf(one, io);
  if (options.html !== undefined) await writePage(datasets, repairs, separation, options.html, io);
  if (options.json) {
    const facts = datasets.map((each) => checkedFacts(each, repairs, separation));
    return io.out(`${JSON.stringify({ datasets: facts }, null, 2)}\n`);
  }
  if (one === null) io.out(await checkOverview(datasets));
  else {
    const heading = `${one.dataset.id}: ${one.dataset.data?.title}`;
    const shown = shownInstrument(one.dataset, one.instrument, repairs, separation);
    io.out(summary({ ...shown, heading }, terminalSize(io)));
  }
  const errors = datasets.flatMap(({ error, instruments }) => [error, ...instruments.flatMap((item) => item.errors)]);
  for (const error of errors) if (error !== null) io.err(`error: ${error}\n`);
}

interface OneInstrument {
  readonly dataset: CheckedDataset;
  readonly instrument: CheckedInstrument;
}

/** The instrument, where one dataset of one instrument was asked for; null elsewhere. */
function onlyInstrument(datasets: readonly CheckedDataset[]): OneInstrument | null {
  const [dataset] = datasets;
  const [instrument] = dataset?.instruments ?? [];
  const one = datasets.length === 1 && dataset?.instruments.length === 1;
  return one && instrument !== undefined ? { dataset, instrument } : null;
}

/** Bars beyond which running seven strategies takes longer than a look is worth. */
const mostBars = 200_000;

async function separationOf({ dataset, instrument }: OneInstrument, io: Io): Promise<BaselineSeparation | null> {
  const { data, ok } = dataset;
  const { bars } = instrument;
  if (!ok || data === null || bars === null || bars.length > mostBars) return null;
  const { baselineSeparation } = await import("./power-baselines.ts");
  const progress = slowProgress(io);
  progress.stage("running the baselines");
  return baselineSeparation(io.root, bars, data.walkforward.costs).finally(progress.end);
}

/** The page of the first instrument. */
async function writePage(
  datasets: readonly CheckedDataset[],
  repairs: DoneRepairs,
  separation: BaselineSeparation | null,
  file: string,
  io: Io,
): Promise<void> {
  const [dataset] = datasets;
  const [instrument] = dataset?.instruments ?? [];
  if (dataset === undefined || instrument === undefined) return;
  const { writeMarketPage } = await import("./market-page.ts");
  const shown = shownInstrument(dataset, instrument, repairs, separation);
  await writeMarketPage(io, file, { ...shown, name: dataset.id, usable: dataset.ok });
}
