import { UserError } from "../../core/failure.ts";
import type { OpenedBytes } from "./bytes/open-bytes.ts";
import type { ImportOptions } from "./import-options.ts";
import type { Plan } from "./plan-rows.ts";
import type { AssembledBars } from "./rows/assemble-market.ts";
import type { RowContent } from "./rows/row-reader.ts";
import type { Encoding } from "./text/encoding.ts";
import type { Sample } from "./text/sample.ts";
import type { ResolvedTimes } from "./time/resolve-times.ts";
import { describeFormat } from "./time/time-format.ts";
import type { Known, Understanding } from "./understanding.ts";
import type { Layout, Vendor } from "./vendor.ts";

/** All that the steps of an import found out. */
export interface ImportFacts {
  readonly bytes: OpenedBytes;
  readonly encoding: Encoding;
  readonly sample: Sample;
  readonly vendor: Vendor;
  readonly vendorKnown: Known;
  readonly layout: Layout;
  readonly plan: Plan;
  readonly rows: RowContent;
  readonly times: ResolvedTimes;
  readonly assembled: AssembledBars;
  readonly options: ImportOptions;
}

/** The facts of an import as a person wants them. */
export function describeImport(facts: ImportFacts): Understanding {
  const { bytes, encoding, sample, vendor, layout, plan, rows, times, options } = facts;
  const { columns } = plan.rows;
  return {
    vendor: { id: vendor.id, title: vendor.title, docs: vendor.docs, known: facts.vendorKnown },
    file: { name: options.name, bytes: bytes.size, compression: bytes.compression, entry: bytes.entry },
    encoding,
    delimiter: sample.delimiter === "\t" ? "tab" : sample.delimiter === " " ? "space" : sample.delimiter,
    header: { line: sample.header?.line ?? null, preamble: sample.preamble.slice(0, 10) },
    columns: columns.sources.map((source, i) => ({ source, role: columns.roles[i] ?? null })),
    columnsKnown: columns.known,
    numbers: { decimal: plan.rows.numbers.decimal, group: plan.rows.numbers.group, known: plan.numbersKnown },
    time: {
      format: describeFormat(plan.rows.time, times.dateOrder?.value, rows.firstTime),
      example: { text: rows.firstTime, utc: timeText(times.time[0] as number, times.daily) },
      dateOrder: times.dateOrder,
    },
    zone: times.zone,
    barTime: times.barTime,
    order: times.order,
    interval: times.interval,
    prices: pricesOf(facts),
    volume: volumeOf(facts),
    symbol: symbolOf(facts),
    bars: rows.length,
    skipped: rows.skipped,
    unreadable: rows.unreadable,
    notes: [
      ...(bytes.note === undefined ? [] : [bytes.note]),
      ...columns.notes,
      ...(layout.notes ?? []),
      ...times.notes,
      ...closeNote(facts),
    ],
  };
}

function timeText(time: number, daily: boolean): string {
  const text = new Date(time).toISOString();
  return daily ? text.slice(0, 10) : text.replace(".000Z", "Z");
}

function pricesOf({ layout, plan }: ImportFacts): Understanding["prices"] {
  const divisor = layout.priceDivisor ?? 1;
  if (plan.adjusted === "columns" || plan.adjusted === "ratio") {
    return { divisor, adjustment: "splits-and-dividends", known: "given" };
  }
  if (plan.adjusted === "quoted" && layout.adjustment === undefined) {
    return { divisor, adjustment: "none", known: "observed" };
  }
  return {
    divisor,
    adjustment: layout.adjustment ?? "unknown",
    known: layout.adjustment === undefined ? "assumed" : "usual",
  };
}

function volumeOf({ layout, plan, assembled }: ImportFacts): Understanding["volume"] {
  const { bars, volumeRole } = assembled;
  const { roles, sources } = plan.rows.columns;
  const source = volumeRole === null ? null : (sources[roles.indexOf(volumeRole)] ?? null);
  const unit = volumeRole === "tickVolume" ? "ticks" : (layout.volumeUnit ?? "unknown unit");
  const { volume } = bars;
  const zeros = volume.filter((value) => value === 0).length;
  return { source, unit: source === null ? "none" : unit, zeros, missing: volume.filter(Number.isNaN).length };
}

/** The instrument of the column of symbols, else as the file's name tells. Throws `UserError` for a column of several. */
function symbolOf({ rows, layout, options }: ImportFacts): string | null {
  const { symbols } = rows;
  if (options.symbol !== undefined) return options.symbol;
  if (symbols.length <= 1) return symbols[0] || (layout.symbol ?? null);
  throw new UserError(
    `${options.name}: ${symbols.length >= 50 ? "50 or more" : symbols.length} instruments (${symbols.slice(0, 8).join(", ")}` +
      `${symbols.length > 8 ? ", …" : ""}), wanted one: name it with --symbol`,
  );
}

const closeNote = ({ assembled }: ImportFacts): readonly string[] =>
  assembled.closeOnly ? ["the file has closes only: open, high and low are set to the close"] : [];
