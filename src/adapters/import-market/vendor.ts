import type { Sample } from "./text/sample.ts";
import type { TimeFormat } from "./time/time-format.ts";
import type { DateOrder, Role } from "./understanding.ts";

/** How a vendor lays out a file: what its header and its values do not say. All that is left out is asked of them. */
export interface Layout {
  /** Roles of the columns from the left, for files without header or where the header's words mislead; null = not read. */
  readonly columns?: readonly (Role | null)[];
  /** Notation of the times where the values do not say. */
  readonly time?: TimeFormat;
  /** Clock of times without offset: an IANA name or `+02:00`. Default: UTC is assumed, with a note. */
  readonly zone?: string;
  /** Clock of the exchange whose days the dates are, where the vendor has but one. */
  readonly exchangeZone?: string;
  /** True where the file itself states `zone`. */
  readonly zoneStated?: boolean;
  /** Order of day and month where the whole file does not decide it. */
  readonly dateOrder?: DateOrder;
  /** Whether times stand for the open or the end of a bar. Default: the open. */
  readonly barTime?: "open" | "end";
  /** Distance of bars where the file's name or the vendor states it, e.g. `1m`. */
  readonly interval?: string;
  /** Decimal sign where the file's numbers leave a choice. */
  readonly decimal?: "." | ",";
  /** Stated prices are divided by this. Default 1. */
  readonly priceDivisor?: number;
  /** Stated volumes are multiplied by this. Default 1. */
  readonly volumeFactor?: number;
  /** What the volume counts, e.g. `shares`. */
  readonly volumeUnit?: string;
  /** `none`, `splits`, `splits-and-dividends`, `unknown`, or in words. */
  readonly adjustment?: string;
  /** The instrument where the file states it outside of its columns, or its name does. */
  readonly symbol?: string;
  /** What else is to be known of this vendor's files, one sentence each. */
  readonly notes?: readonly string[];
}

/** One vendor's file format. */
export interface Vendor {
  /** Lower-case name, as `--vendor` takes it. */
  readonly id: string;
  readonly title: string;
  /** Public address where the layout is described; null where the vendor describes none. */
  readonly docs: string | null;
  /** How surely the sample is this vendor's: 0 = it cannot be, 1 = it is nobody else's. */
  sniff(sample: Sample): number;
  /** The layout of a file that looks like the sample. */
  layout(sample: Sample): Layout;
}
