import { z } from "zod";
import type { Costs } from "../costs.ts";
import type { DatasetInfo } from "./dataset.ts";
import type { FindingLevel } from "./market-finding.ts";
import type { Repair } from "./repair/repair-record.ts";
import { type TwinFacts, twinFactsSchema } from "./twins/twin-facts.ts";

/** One CSV of a data package. */
export interface DataResource {
  /** Lower-case name, unique in the package. */
  readonly name: string;
  /** File name, relative to the package's folder. */
  readonly path: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly bytes: number;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
  /** What Frictionless has no word for. */
  readonly walkforward: InstrumentFacts;
}

/** The facts of an instrument that Frictionless has no word for. */
export interface InstrumentFacts {
  readonly symbol: string;
  readonly bars: number;
  /** The file that the bars were taken from; left out where they were generated. */
  readonly original?: OriginalFile | undefined;
  /** What was done to the bars of the file, in order; left out where nothing was. */
  readonly repairs?: readonly Repair[] | undefined;
  /** What the lint found in the bars as they were stored; left out where it was not asked. */
  readonly findings?: readonly FindingCount[] | undefined;
}

/** The file that an instrument's bars were taken from, kept beside them. */
export interface OriginalFile {
  /** The file's own name. */
  readonly name: string;
  /** Its copy, compressed with gzip, relative to the package's folder. */
  readonly path: string;
  /** Size of the file itself, not of its copy. */
  readonly bytes: number;
  /** 64 hexadecimal digits; of the file itself. */
  readonly sha256: string;
  /** Id of the vendor as whose layout it was read. */
  readonly vendor: string;
}

/** How many bars one rule of the lint was broken by. */
export interface FindingCount {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly count: number;
}

/** The facts of a market that Frictionless has no word for. */
export interface MarketFacts {
  readonly class: string;
  readonly interval: string;
  readonly timezone: string;
  /** True where nothing told the zone, and UTC was taken; left out elsewhere. */
  readonly timezoneAssumed?: boolean | undefined;
  readonly barsPerYear: number;
  /** `none`, `splits`, `splits-and-dividends`, or in words. */
  readonly adjustment: string;
  readonly costs: Costs;
  /** Smallest price step; null = not known. */
  readonly tickSize: number | null;
  readonly synthetic: boolean;
  readonly fitForScoring: boolean;
  readonly tags: readonly string[];
  /** Of what the dataset is a twin; left out where it is none. */
  readonly twin?: TwinFacts | undefined;
}

/** A datapackage.json: a Frictionless data package, our own facts under `walkforward`. */
export interface DataPackage {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly licenses: readonly { readonly name: string; readonly title?: string | undefined }[];
  readonly sources: readonly { readonly title: string; readonly path?: string | undefined }[];
  readonly resources: readonly DataResource[];
  readonly walkforward: MarketFacts;
}

const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/);
const bps = z.number().min(0);

/** A least fee goes by an account, of which a dataset knows nothing. */
const costs = z.strictObject({
  feeBps: bps,
  slippageBps: bps,
  borrowBps: bps.optional(),
  fundingBps: z.number().gt(-10_000).lt(10_000).optional(),
});

const cell = z.number().nullable();

const repair = z.strictObject({
  rule: z.string(),
  done: z.string(),
  count: z.int().min(1),
  lines: z.array(z.int()),
  changes: z.array(
    z.strictObject({
      line: z.int(),
      column: z.enum(["open", "high", "low", "close", "volume"]),
      before: cell,
      after: cell,
    }),
  ),
});

const instrumentFacts = z.strictObject({
  symbol: z.string().regex(/^[^/\s]+$/),
  bars: z.int().min(1),
  original: z
    .strictObject({
      name: z.string(),
      path: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.gz$/),
      bytes: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      vendor: z.string(),
    })
    .optional(),
  repairs: z.array(repair).optional(),
  findings: z
    .array(z.strictObject({ rule: z.string(), level: z.enum(["error", "warning", "note"]), count: z.int().min(1) }))
    .optional(),
});

const resourceSchema = z.object({
  name: slug,
  path: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.csv$/),
  format: z.literal("csv"),
  mediatype: z.literal("text/csv"),
  bytes: z.int().min(1),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: z.object({ fields: z.array(z.object({ name: z.string(), type: z.string() })) }),
  walkforward: instrumentFacts,
});

/** Checks a datapackage.json; other fields of Frictionless are let through unread. */
export const dataPackageSchema: z.ZodType<DataPackage> = z.object({
  name: slug,
  title: z.string().min(1),
  description: z.string().optional(),
  licenses: z.array(z.object({ name: z.string(), title: z.string().optional() })).min(1),
  sources: z.array(z.object({ title: z.string(), path: z.string().optional() })).min(1),
  resources: z.array(resourceSchema).min(1),
  walkforward: z.strictObject({
    class: slug,
    interval: z.string().regex(/^[1-9]\d*[mhdw]$/),
    timezone: z.string().min(1),
    timezoneAssumed: z.boolean().optional(),
    barsPerYear: z.number().positive(),
    adjustment: z.string(),
    costs,
    tickSize: z.number().positive().nullable(),
    synthetic: z.boolean(),
    fitForScoring: z.boolean(),
    tags: z.array(z.string()),
    twin: twinFactsSchema.optional(),
  }),
});

/** The part of a data package that a run reads. */
export function datasetInfo(data: DataPackage): DatasetInfo {
  const facts = data.walkforward;
  return {
    id: data.name,
    title: data.title,
    class: facts.class,
    interval: facts.interval,
    timezone: facts.timezone,
    barsPerYear: facts.barsPerYear,
    costs: facts.costs,
    synthetic: facts.synthetic,
    fitForScoring: facts.fitForScoring,
    instruments: data.resources.map((resource) => ({
      symbol: resource.walkforward.symbol,
      sha256: resource.hash.slice("sha256:".length),
      bars: resource.walkforward.bars,
    })),
  };
}

/** The resource of a canonical CSV with these facts. */
export function csvResource(file: {
  readonly name: string;
  readonly symbol: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly bars: number;
  /** True where times are plain dates. */
  readonly daily: boolean;
}): DataResource {
  const number = (name: string): { name: string; type: string } => ({ name, type: "number" });
  return {
    name: file.name,
    path: `${file.name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: {
      fields: [
        { name: "time", type: file.daily ? "date" : "datetime" },
        ...["open", "high", "low", "close", "volume"].map(number),
      ],
    },
    walkforward: { symbol: file.symbol, bars: file.bars },
  };
}
