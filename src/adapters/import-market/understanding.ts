/**
 * How a choice is known: `given` by an option, `stated` in the file, `usual` for the vendor by its documents, `observed` in the
 * values of the whole file, `assumed` for want of anything better.
 */
export type Known = "given" | "stated" | "usual" | "observed" | "assumed";

/** What a column of the file holds; null in a column map = not read. The month and the day of a date in three columns stand beside its year, the time; a further volume is added to the volume. */
export type Role =
  | "time"
  | "month"
  | "day"
  | "clock"
  | "open"
  | "high"
  | "low"
  | "close"
  | "volume"
  | "furtherVolume"
  | "tickVolume"
  | "adjustedOpen"
  | "adjustedHigh"
  | "adjustedLow"
  | "adjustedClose"
  | "adjustedVolume"
  | "symbol";

/** Order of day, month and year in dates written in digits. */
export type DateOrder = "year-first" | "day-first" | "month-first";

/** Rows of one kind that did not become bars, or cells that hold no number. */
export interface Oddity {
  /** What is odd, in words: `no date`, `footer or remark`, `the header again`, `another symbol`. */
  readonly what: string;
  readonly count: number;
  /** Lines of the file, from 1; the first ten. */
  readonly lines: readonly number[];
  /** The first of them as it stands there, cut to 80 characters. */
  readonly example: string;
}

/** All that was understood of a vendor's file, every choice with how it is known. Holds JSON values only. */
export interface Understanding {
  readonly vendor: {
    readonly id: string;
    readonly title: string;
    /** Public address of the description of the layout; null where there is none. */
    readonly docs: string | null;
    readonly known: Known;
  };
  readonly file: {
    /** The file as the user named it. */
    readonly name: string;
    readonly bytes: number;
    readonly compression: "none" | "gzip" | "zip" | "zstd";
    /** Name of the file inside a zip archive; null elsewhere. */
    readonly entry: string | null;
  };
  readonly encoding: { readonly name: string; readonly known: Known };
  /** `,` `;` `tab` `|` `~` `^` `:` or `space` (runs of blanks). */
  readonly delimiter: string;
  /** Line of the header, from 1, null for a file without; and the lines before it. */
  readonly header: { readonly line: number | null; readonly preamble: readonly string[] };
  /** Every column of the file, from the left, with what it became; `known` is of the map as a whole. */
  readonly columns: readonly { readonly source: string; readonly role: Role | null }[];
  /** `stated` by the header, `usual` for a vendor without header, `observed` from the values. */
  readonly columnsKnown: Known;
  /** `decimal` is `.` or `,`; `group` the thousands separator, null = none seen. */
  readonly numbers: { readonly decimal: string; readonly group: string | null; readonly known: Known };
  readonly time: {
    /** e.g. `YYYY-MM-DD`, `DD.MM.YYYY hh:mm:ss`, `epoch milliseconds`. */
    readonly format: string;
    /** First time of the file as it stands there, and the open of that bar in UTC (ISO 8601; a plain date for days). */
    readonly example: { readonly text: string; readonly utc: string };
    /** Order of the dates written in digits; null for formats that leave no choice. */
    readonly dateOrder: { readonly value: DateOrder; readonly known: Known } | null;
  };
  /**
   * The clock of the times: an IANA name or `+02:00`; UTC for epochs and for times that state their offsets. For bars of a day
   * the clock of the exchange whose dates they are; `exchange` = plain dates, and nothing says of which exchange.
   */
  readonly zone: { readonly name: string; readonly known: Known };
  /** Whether the times stand for the open or the end of a bar, and by how much they were shifted to the open, in ms (≤ 0). */
  readonly barTime: { readonly value: "open" | "end"; readonly known: Known; readonly shiftMs: number };
  /** `steps` back against that order, 0 unless unsorted. */
  readonly order: { readonly value: "oldest first" | "newest first" | "unsorted"; readonly inversions: number };
  /** Distance of bars, e.g. `1d`, `5m`; null = under a minute or too few bars to tell. `observed` is the commonest step. */
  readonly interval: { readonly value: string | null; readonly known: Known; readonly observed: string | null };
  readonly prices: {
    /** Stated prices are divided by this. */
    readonly divisor: number;
    /** `none`, `splits`, `splits-and-dividends`, `unknown`, or in words. */
    readonly adjustment: string;
    readonly known: Known;
  };
  readonly volume: {
    /** Name of the column; null = the file has none. */
    readonly source: string | null;
    /** e.g. `shares`, `lots of 100, multiplied by 100`, `ticks`, `unknown unit`. */
    readonly unit: string;
    readonly zeros: number;
    readonly missing: number;
  };
  /** The instrument, where file or file name tell it. */
  readonly symbol: string | null;
  readonly bars: number;
  /** Rows that became no bar. */
  readonly skipped: readonly Oddity[];
  /** Cells of prices and volume that hold something other than a number or a word for "missing"; they count as missing. */
  readonly unreadable: readonly Oddity[];
  /** What else is to be known, one sentence each. */
  readonly notes: readonly string[];
}
