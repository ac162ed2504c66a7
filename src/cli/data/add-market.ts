import { readFile } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { ImportOptions } from "../../adapters/import-market/import-options.ts";
import type { Understanding } from "../../adapters/import-market/understanding.ts";
import { importMarket } from "../../adapters/import-market.ts";
import { addDataset } from "../../adapters/market-data/add-dataset.ts";
import { packOriginal } from "../../adapters/market-data/pack-original.ts";
import { listPackages, readPackage, unknownDataset } from "../../adapters/market-data/read-package.ts";
import { replaceDataset } from "../../adapters/market-data/replace-dataset.ts";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage } from "../../core/market/data-package.ts";
import { inferBarsPerYear } from "../../core/market/infer-bars-per-year.ts";
import { inferClass } from "../../core/market/infer-class.ts";
import type { LintFacts } from "../../core/market/lint/lint-facts.ts";
import { lintMarket } from "../../core/market/lint.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import type { RawBars } from "../../core/market/raw-bars.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import { repairMarket, safeRepairs } from "../../core/market/repair.ts";
import { type AddFacts, newPackage, packInstrument } from "./add-package.ts";
import { type AddNumbers, type AddOptions, checkAddOptions } from "./add-request.ts";
import { samePackage } from "./same-package.ts";
import type { KnownClass } from "./summary-understood.ts";

/** Where a market is added, and who is told how it goes on. */
export interface AddPlace {
  /** Folder that the file is relative to. */
  readonly cwd: string;
  /** Folder of datasets. */
  readonly folder: string;
  /** Told what begins: `reading aapl.csv`. */
  readonly onStage?: (stage: string) => void;
}

/** What became of a file. */
export interface AddedMarket {
  /** `refused`: an error was found, nothing was written. `unchanged`: it is there already, byte for byte. */
  readonly outcome: "added" | "replaced" | "appended" | "unchanged" | "refused";
  readonly id: string;
  /** The dataset's folder. */
  readonly folder: string;
  readonly symbol: string;
  readonly understood: Understanding;
  readonly market: KnownClass;
  readonly facts: AddFacts;
  /** Oldest first and valid; empty where nothing is left. */
  readonly bars: Bars;
  /** What the lint found and no repair has mended; rows and lines are the file's. */
  readonly findings: readonly MarketFinding[];
  readonly repairs: readonly Repair[];
  /** As stored; null where refused. */
  readonly data: DataPackage | null;
}

/**
 * Imports a vendor's file, lints it, and stores it as a dataset, whole or not at all. A file with errors is refused unless they are
 * mended or allowed.
 *
 * @throws UserError for a wrong option, a file that cannot be read, and an id that is taken; WorldError for a full disk
 */
export async function addMarket(file: string, options: AddOptions, place: AddPlace): Promise<AddedMarket> {
  const numbers = checkAddOptions(options);
  const before = await datasetBefore(options, place.folder);
  const stage = place.onStage ?? ((): void => undefined);
  stage(`reading ${basename(file)}`);
  const path = resolve(place.cwd, file);
  const { bars: raw, understood } = await importMarket(path, importOptions(file, options));
  stage("checking");
  const judged = judge(raw, understood, options, numbers);
  const refused =
    judged.bars.length === 0 || (!options.allowErrors && judged.findings.some(({ level }) => level === "error"));
  const found = { id: options.id, folder: join(place.folder, options.id), understood, ...judged };
  if (refused) return { ...found, outcome: "refused", data: null };
  stage("writing");
  const original = await packOriginal(path, file);
  const { resource, content } = packInstrument({ ...judged, understood, original });
  const fresh = newPackage({ ...options, numbers }, judged.facts, { ...judged, understood, original, resource });
  const contents = new Map([[resource.name, content]]);
  if (before === null) return { ...found, outcome: "added", data: addDataset(place.folder, { data: fresh, contents }) };
  const data = options.append ? appended(before.data, fresh) : fresh;
  if (samePackage(before.data, data)) return { ...found, outcome: "unchanged", data: before.data };
  const stored = replaceDataset(place.folder, { data, contents }, before.text);
  return { ...found, outcome: options.append ? "appended" : "replaced", data: stored };
}

/** The dataset that is to be replaced or added to; null where there is none and none is wanted. */
async function datasetBefore(
  { id, replace, append }: AddOptions,
  folder: string,
): Promise<{ readonly data: DataPackage; readonly text: string } | null> {
  const ids = await listPackages(folder).catch((): readonly string[] => []);
  if (!ids.includes(id)) {
    if (append) throw unknownDataset(id, ids);
    return null;
  }
  if (!replace && !append) {
    throw new UserError(
      `there is a dataset "${id}" already (${join(folder, id)}): give another --id, --replace it, or --append an instrument to it`,
    );
  }
  await readPackage(folder, id);
  const text = await readFile(join(folder, id, "datapackage.json"), "utf8");
  // As it stands there, with fields of Frictionless that we do not know.
  return { data: JSON.parse(text) as DataPackage, text };
}

function importOptions(file: string, options: AddOptions): ImportOptions {
  const { vendor, interval, timezone, entry, encoding, symbol, adjusted } = options;
  const wanted = {
    vendor,
    interval,
    timezone,
    entry,
    encoding,
    symbol,
    adjusted,
    dayFirst: options.dayFirst ? true : options.monthFirst ? false : undefined,
    barTime: options.barTime,
    decimal: options.decimal,
  };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return { name: file, ...given };
}

type Judged = Pick<AddedMarket, "symbol" | "market" | "facts" | "bars" | "findings" | "repairs">;

/** Class, facts, findings and sound bars of a file. */
function judge(raw: RawBars, understood: Understanding, options: AddOptions, numbers: AddNumbers): Judged {
  const symbol = options.symbol ?? symbolOf(understood);
  const inferred = inferClass({ time: raw.time, symbol: understood.symbol ?? symbol, vendor: understood.vendor.id });
  const market: KnownClass =
    options.class === undefined ? inferred : { class: options.class, known: "given", why: "by --class" };
  const interval = options.interval ?? understood.interval.value;
  if (interval === null) {
    throw new UserError(`${understood.file.name}: too few bars to tell their interval: give --interval, e.g. 1d or 5m`);
  }
  const zone = understood.zone.name;
  const facts = { class: market.class, interval, timezone: options.timezone ?? (zone === "exchange" ? "UTC" : zone) };
  const lintFacts: LintFacts = {
    ...facts,
    tickSize: numbers.tickSize,
    adjustment: options.adjustment ?? understood.prices.adjustment,
  };
  const { bars, findings, repairs } = mended(raw, lintFacts, options);
  const barsPerYear = numbers.barsPerYear ?? inferBarsPerYear(bars.time);
  return { symbol, market, facts, findings, repairs, bars: { ...bars, barsPerYear } };
}

/** The bars that can be loaded; without --repair they are sorted only, and with errors allowed what cannot be loaded is left out. */
function mended(raw: RawBars, facts: LintFacts, options: AddOptions): Pick<Judged, "bars" | "findings" | "repairs"> {
  const also = (options.repairAlso ?? "").split(",").filter((rule) => rule !== "");
  const rules = options.repair || also.length > 0 ? [...safeRepairs, ...also] : [];
  const { bars, repairs, remaining } = repairMarket(raw, facts, { rules });
  return { bars, repairs, findings: rules.length === 0 ? lintMarket(raw, facts) : remaining };
}

/** What the file states, or the file's own name; without what cannot stand in a symbol. */
function symbolOf({ symbol, file }: Understanding): string {
  const name = symbol ?? basename(file.name).replace(/(\.(csv|txt|gz|zip))+$/i, "");
  const clean = name.replace(/[/\s]+/g, "").slice(0, 64);
  return clean === "" ? basename(file.name, extname(file.name)).slice(0, 64) || "SERIES" : clean;
}

/** The dataset with one more instrument. Throws `UserError` where the two do not go together. */
function appended(before: DataPackage, fresh: DataPackage): DataPackage {
  const [resource] = fresh.resources;
  if (resource === undefined) return before;
  const { symbol } = resource.walkforward;
  for (const key of ["class", "interval"] as const) {
    const [there, here] = [before.walkforward[key], fresh.walkforward[key]];
    if (there !== here) {
      throw new UserError(
        `${before.name} is of ${key} ${there}, ${symbol} of ${key} ${here}: give --${key} ${there}, or another --id`,
      );
    }
  }
  if (before.resources.some(({ name, walkforward }) => name === resource.name || walkforward.symbol === symbol)) {
    throw new UserError(`${before.name} has an instrument ${symbol} already: give another --symbol`);
  }
  const fitForScoring = before.walkforward.fitForScoring && fresh.walkforward.fitForScoring;
  return {
    ...before,
    resources: [...before.resources, resource],
    walkforward: { ...before.walkforward, fitForScoring },
  };
}
