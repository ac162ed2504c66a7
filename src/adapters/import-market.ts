import { basename } from "node:path";
import { UserError } from "../core/failure.ts";
import type { RawBars } from "../core/market/raw-bars.ts";
import { openBytes } from "./import-market/bytes/open-bytes.ts";
import { describeImport } from "./import-market/describe-import.ts";
import type { ImportOptions } from "./import-market/import-options.ts";
import { openJson } from "./import-market/json/open-json.ts";
import { planRows, settleNumbers } from "./import-market/plan-rows.ts";
import { checkVendor, chooseVendor, vendors } from "./import-market/registry.ts";
import { assembleBars } from "./import-market/rows/assemble-market.ts";
import { readRows } from "./import-market/rows/read-rows.ts";
import type { RowContent } from "./import-market/rows/row-reader.ts";
import { lineEndsOf } from "./import-market/text/parse-records.ts";
import { readHead } from "./import-market/text/read-head.ts";
import { readSample } from "./import-market/text/sample.ts";
import { resolveTimes } from "./import-market/time/resolve-times.ts";
import { statedZone } from "./import-market/time/stated-zone.ts";
import type { Understanding } from "./import-market/understanding.ts";

/** What the caller knows of a file. */
export type { ImportOptions } from "./import-market/import-options.ts";
/** What was understood of a file. */
export type { Known, Oddity, Role, Understanding } from "./import-market/understanding.ts";

/** A vendor's file as bars, and what was understood of it. */
export interface ImportedMarket {
  /** In the order of the file, nothing sorted, dropped or mended: what the lint judges. */
  readonly bars: RawBars;
  readonly understood: Understanding;
}

/** A vendor whose files are understood, for `--help` and documents. */
export interface VendorInfo {
  readonly id: string;
  readonly title: string;
  /** Public address of the description of the layout; null where there is none. */
  readonly docs: string | null;
}

/** Every vendor that `--vendor` takes, by id. */
export function listVendors(): readonly VendorInfo[] {
  return vendors.map(({ id, title, docs }) => ({ id, title, docs }));
}

/**
 * Reads a vendor's file of bars, a CSV or the JSON of an API: packing, encoding, delimiter, vendor, columns, numbers, times and zone are told from the first
 * 256 KiB, the order of ambiguous dates from the whole file. Streams it: memory holds the columns only. Throws `UserError` that
 * says what was found, what was wanted, and which option settles it.
 */
export async function importMarket(file: string, options: ImportOptions): Promise<ImportedMarket> {
  const { name } = options;
  const bytes = await openJson(await openBytes(file, name, options.entry), name);
  const { text, encoding, whole } = await readHead(bytes, options.encoding, name);
  const fileNames = [file, bytes.entry ?? ""].map((path) => basename(path)).filter((path) => path !== "");
  const sample = readSample(text, whole, { name, fileNames });
  const { vendor, known } = chooseVendor(sample, options.vendor);
  const layout = vendor.layout(sample);
  if (known === "given") checkVendor(sample, vendor, layout);
  const first = planRows(sample, layout, options);
  const cut = { encoding: encoding.name, delimiter: sample.delimiter, quote: sample.quote, lineEnds: lineEndsOf(text) };
  const read = await readRows(bytes, cut, first.rows);
  const plan = settleNumbers(first, read, sample, layout, options);
  const rows = plan === first ? read : await readRows(bytes, cut, plan.rows);
  if (rows.length === 0) throw noBars(rows, options);
  const { columns, time } = plan.rows;
  const zone = statedZone(sample, columns.sources[columns.roles.indexOf("time")] ?? "");
  const times = resolveTimes(rows, time, layout, zone, options);
  const assembled = assembleBars(rows, times.time, {
    divisor: layout.priceDivisor ?? 1,
    volumeFactor: layout.volumeFactor ?? 1,
    byRatio: plan.adjusted === "ratio",
  });
  const facts = { bytes, encoding, sample, vendor, vendorKnown: known, layout, plan, rows, times, assembled, options };
  return { bars: assembled.bars, understood: describeImport(facts) };
}

function noBars({ symbols, skipped }: RowContent, { name, symbol }: ImportOptions): UserError {
  if (symbol !== undefined) {
    const some = symbols.slice(0, 8).join(", ") + (symbols.length > 8 ? ", …" : "");
    return new UserError(`${name}: no rows of ${symbol}; the file has ${some}`);
  }
  const [first] = skipped;
  const why =
    first === undefined
      ? ""
      : `: ${first.count} rows skipped, ${first.what} (line ${first.lines[0]}: "${first.example}")`;
  return new UserError(`${name}: no row with a date${why}`);
}
