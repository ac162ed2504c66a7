import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Understanding } from "../../adapters/import-market/understanding.ts";
import type { PackedOriginal } from "../../adapters/market-data/pack-original.ts";
import type { ResourceContent } from "../../adapters/market-data/resource-files.ts";
import type { Bars } from "../../core/bars.ts";
import { classFacts } from "../../core/market/class-facts.ts";
import { csvResource, type DataPackage, type DataResource } from "../../core/market/data-package.ts";
import { formatCsv, isDaily } from "../../core/market/format-csv.ts";
import { groupFindings } from "../../core/market/group-findings.ts";
import { inferBarsPerYear } from "../../core/market/infer-bars-per-year.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import type { AddNumbers, AddOptions } from "./add-request.ts";

/** An instrument that is to be packed. */
export interface InstrumentToPack {
  readonly symbol: string;
  readonly bars: Bars;
  readonly understood: Understanding;
  readonly original: PackedOriginal;
  readonly repairs: readonly Repair[];
  /** What the lint finds in the bars as they are stored. */
  readonly findings: readonly MarketFinding[];
}

/** The facts that lint and package share. */
export interface AddFacts {
  readonly class: string;
  readonly interval: string;
  readonly timezone: string;
  /** Left out where the zone is known. */
  readonly timezoneAssumed?: true;
}

/** A file's bars as a resource with its content. */
export function packInstrument(input: InstrumentToPack): {
  readonly resource: DataResource;
  readonly content: ResourceContent;
} {
  const { symbol, bars, understood, original, repairs, findings } = input;
  const csv = formatCsv(bars);
  const name = slugOf(symbol);
  const resource = csvResource({
    name,
    symbol,
    sha256: createHash("sha256").update(csv).digest("hex"),
    bytes: Buffer.byteLength(csv),
    bars: bars.length,
    daily: isDaily(bars.time),
  });
  const counts = groupFindings(findings).map(({ rule, level, bars: count }) => ({ rule, level, count }));
  const facts = {
    ...resource.walkforward,
    original: {
      name: basename(understood.file.name),
      path: `${name}.original.gz`,
      bytes: original.bytes,
      sha256: original.sha256,
      vendor: understood.vendor.id,
    },
    ...(repairs.length === 0 ? {} : { repairs }),
    findings: counts,
  };
  return { resource: { ...resource, walkforward: facts }, content: { csv, original: original.packed } };
}

/** The symbol as the name of a file: `BRK.B` is `brk.b`; `series` where nothing of it can stand there. */
function slugOf(symbol: string): string {
  const name = symbol
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  return name === "" ? "series" : name;
}

/** The package of a dataset of one instrument. */
export function newPackage(
  options: AddOptions & { readonly numbers: AddNumbers },
  facts: AddFacts,
  instrument: InstrumentToPack & { readonly resource: DataResource },
): DataPackage {
  const { numbers } = options;
  const { understood, symbol, bars, findings } = instrument;
  const usual = classFacts[facts.class]?.costs ?? { feeBps: 0, slippageBps: 0 };
  const vendor = understood.vendor.title;
  return {
    name: options.id,
    title: options.title ?? `${symbol}, ${facts.interval}${understood.vendor.id === "plain" ? "" : `, ${vendor}`}`,
    licenses: [
      options.licence === undefined ? { name: "unknown", title: "not stated when added" } : { name: options.licence },
    ],
    sources: [{ title: options.source ?? `${vendor}: ${basename(understood.file.name)}` }],
    resources: [instrument.resource],
    walkforward: {
      ...facts,
      barsPerYear: numbers.barsPerYear ?? inferBarsPerYear(bars.time),
      adjustment: options.adjustment ?? adjustmentAfter(understood.prices.adjustment, instrument.repairs),
      costs: {
        feeBps: numbers.feeBps ?? usual.feeBps,
        slippageBps: numbers.slippageBps ?? usual.slippageBps,
      },
      tickSize: numbers.tickSize ?? null,
      synthetic: false,
      fitForScoring: findings.every(({ level }) => level !== "error"),
      tags: [],
    },
  };
}

/** How prices are adjusted once they were mended: dividing by the ratio of a split is an adjustment. */
export function adjustmentAfter(before: string, repairs: readonly Repair[]): string {
  const divided = repairs.some(({ rule }) => rule === "split");
  return divided && (before === "none" || before === "unknown") ? "splits" : before;
}
