import { basename, resolve } from "node:path";
import type { ImportOptions } from "../../adapters/import-market/import-options.ts";
import type { Understanding } from "../../adapters/import-market/understanding.ts";
import { type ImportedMarket, importMarket } from "../../adapters/import-market.ts";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { inferBarsPerYear } from "../../core/market/infer-bars-per-year.ts";
import { inferClass } from "../../core/market/infer-class.ts";
import type { LintFacts } from "../../core/market/lint/lint-facts.ts";
import { lintMarket } from "../../core/market/lint.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import type { RawBars } from "../../core/market/raw-bars.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import { repairMarket, safeRepairs } from "../../core/market/repair.ts";
import type { AddFacts } from "./add-package.ts";
import { type AddNumbers, type AddOptions, rulesOf } from "./add-request.ts";
import type { KnownClass } from "./summary-understood.ts";

/** What of the options of `data add` says how a file is to be read and judged. */
export type JudgeOptions = Omit<AddOptions, "id">;

/** A vendor's file as it was understood and found. */
export interface JudgedMarket {
  readonly understood: Understanding;
  readonly symbol: string;
  readonly market: KnownClass;
  readonly facts: AddFacts;
  /** Oldest first and valid; empty where nothing is left. */
  readonly bars: Bars;
  /** What the lint found and no repair has mended; rows and lines are the file's. */
  readonly findings: readonly MarketFinding[];
  readonly repairs: readonly Repair[];
}

/**
 * Reads a vendor's file, and finds out what it is and what is wrong with it.
 *
 * @param file as the user named it, relative to `cwd`
 * @throws UserError for a file that cannot be read or does not tell what it must
 */
export async function judgeFile(
  file: string,
  options: JudgeOptions & { readonly numbers: AddNumbers },
  { cwd, onStage }: { readonly cwd: string; readonly onStage?: ((stage: string) => void) | undefined },
): Promise<JudgedMarket> {
  onStage?.(`reading ${basename(file)}`);
  const { bars, understood } = await importOne(resolve(cwd, file), importOptions(file, options), options.symbol);
  onStage?.("checking");
  return judge(bars, understood, options, options.numbers);
}

/** `--symbol` names the instrument of a file of one, and chooses among those of a file of several, which is refused without it. */
async function importOne(path: string, options: ImportOptions, symbol: string | undefined): Promise<ImportedMarket> {
  try {
    return await importMarket(path, options);
  } catch (error) {
    if (symbol === undefined || !(error instanceof UserError)) throw error;
    return importMarket(path, { ...options, symbol }).catch(() => Promise.reject(error));
  }
}

function importOptions(file: string, options: JudgeOptions): ImportOptions {
  const { vendor, interval, timezone, entry, encoding, adjusted } = options;
  const wanted = {
    vendor,
    interval,
    timezone,
    entry,
    encoding,
    adjusted,
    dayFirst: options.dayFirst ? true : options.monthFirst ? false : undefined,
    barTime: options.barTime,
    decimal: options.decimal,
  };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return { name: file, ...given };
}

/** Class, facts, findings and sound bars of a file. */
function judge(raw: RawBars, understood: Understanding, options: JudgeOptions, numbers: AddNumbers): JudgedMarket {
  const symbol = options.symbol ?? symbolOf(understood);
  const inferred = inferClass({ time: raw.time, symbol: understood.symbol ?? symbol, vendor: understood.vendor.id });
  const market: KnownClass =
    options.class === undefined ? inferred : { class: options.class, known: "given", why: "by --class" };
  const interval = options.interval ?? understood.interval.value;
  if (interval === null) {
    throw new UserError(`${understood.file.name}: too few bars to tell their interval: give --interval, e.g. 1d or 5m`);
  }
  const facts: AddFacts = { class: market.class, interval, ...zoneFacts(understood.zone, options.timezone) };
  const lintFacts: LintFacts = {
    ...facts,
    tickSize: numbers.tickSize,
    adjustment: options.adjustment ?? understood.prices.adjustment,
  };
  const { bars, findings, repairs } = mended(raw, lintFacts, options);
  const barsPerYear = numbers.barsPerYear ?? inferBarsPerYear(bars.time);
  return { understood, symbol, market, facts, findings, repairs, bars: { ...bars, barsPerYear } };
}

function zoneFacts(
  { name, known }: Understanding["zone"],
  given: string | undefined,
): Pick<AddFacts, "timezone" | "timezoneAssumed"> {
  if (given !== undefined || known !== "assumed") return { timezone: given ?? name };
  return { timezone: name === "exchange" ? "UTC" : name, timezoneAssumed: true };
}

/** The bars that can be loaded; without --repair they are sorted only, and with errors allowed what cannot be loaded is left out. */
function mended(
  raw: RawBars,
  facts: LintFacts,
  options: JudgeOptions,
): Pick<JudgedMarket, "bars" | "findings" | "repairs"> {
  const also = rulesOf(options.repairAlso);
  const rules = options.repair || also.length > 0 ? [...safeRepairs, ...also] : [];
  const { bars, repairs, remaining } = repairMarket(raw, facts, { rules });
  return { bars, repairs, findings: rules.length === 0 ? lintMarket(raw, facts) : remaining };
}

const periodWords = /^(\d+(m|min|h|d|w)|[mhd]\d+|d|daily|day|hourly|hour|minute|min|weekly|intraday|\d{4,})$/i;

/** What the file states, or its own name up to a word for an interval or a date; without what cannot stand in a symbol. */
function symbolOf({ symbol, file }: Understanding): string {
  const name = basename(file.name).replace(/(\.(csv|tsv|txt|tab|dat|prn|jsonl?|ndjson|gz|zst|zip))+$/i, "");
  const words = name.split(/[\s_-]+/);
  const period = words.findIndex((word) => periodWords.test(word));
  const short = period > 0 ? words.slice(0, period).join("-") : name;
  return (symbol ?? short).replace(/[/\s]+/g, "").slice(0, 64) || "SERIES";
}
