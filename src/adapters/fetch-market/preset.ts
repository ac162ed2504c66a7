import type { Costs } from "../../core/costs.ts";

/** What is wanted of a vendor. Days are midnights UTC in milliseconds. */
export interface FetchRequest {
  /** The vendor's own spelling, as `symbolOf` of the preset gives it. */
  readonly symbol: string;
  /** One of the preset's intervals. */
  readonly interval: string;
  /** First day wanted; null = the earliest there is. */
  readonly from: number | null;
  /** Last day wanted, inclusive; null = the latest there is. */
  readonly to: number | null;
  /** The day it is: later bars are not asked for. */
  readonly today: number;
}

/** What a file of a vendor's must look like. */
export type FileContent = "csv" | "json" | "zip";

/** One file to be downloaded. */
export interface RemoteFile {
  /** Address relative to the base URL, with its query. */
  readonly path: string;
  /** Name in the folder of downloads; one name, one path. */
  readonly name: string;
  readonly content: FileContent;
  /** Address of the vendor's own sha256 of it: 64 hexadecimal digits, then anything. */
  readonly checksumPath?: string;
  /** Files that hold the same bars, asked for where the vendor has not this one. */
  readonly instead?: readonly RemoteFile[];
  /** True where the vendor may have no such file: it is left out. */
  readonly mayBeMissing: boolean;
}

/** One bar of a vendor's file: the time of its open, milliseconds UTC, and its line as it goes into the joined file. */
export interface BarLine {
  readonly time: number;
  readonly line: string;
}

/** A downloaded file, taken apart. */
export interface BarLines {
  /** Line of column names; null where the layout has none. */
  readonly header: string | null;
  readonly bars: readonly BarLine[];
  /** Lines that hold no bar yet or never will (no value on a holiday, the bar that is not over), by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What is known of a market without looking at its bars. */
export interface FetchedFacts {
  readonly title: string;
  /** Class of market, as in `classFacts`. */
  readonly class: string;
  /** Name of the IANA time zone of the exchange. */
  readonly timezone: string;
  readonly costs: Costs;
  /** `none`, `splits`, `splits-and-dividends`, or in words. */
  readonly adjustment: string;
}

/** A place where free history can be had, and how. */
export interface FetchPreset {
  readonly id: string;
  readonly title: string;
  /** Name of the layout for the importer, as `data add --vendor` takes it. */
  readonly vendor: string;
  /** Where the vendor, or someone who knows it, describes addresses and layout. */
  readonly docs: string;
  /** What its users may do with the data, as far as the vendor says; to be read at `url` before use. */
  readonly terms: { readonly text: string; readonly url: string };
  readonly baseUrl: string;
  /** The key that its server wants, if any: the variable that holds it, its place in the query, and where it is to be had. */
  readonly key: { readonly variable: string; readonly parameter: string; readonly url: string } | null;
  /** Symbol taken where none is given. */
  readonly symbol: string;
  /** Symbols in words, with examples. */
  readonly symbols: string;
  /** The intervals it has; the first is taken where none is given. */
  readonly intervals: readonly string[];
  /** The vendor's spelling of a symbol; null for one that cannot be any. */
  readonly symbolOf: (typed: string) => string | null;
  /** The files to ask for, oldest bars first. */
  readonly files: (request: FetchRequest) => readonly RemoteFile[];
  /** What else the user should know of this request. */
  readonly notes: (request: FetchRequest) => readonly string[];
  /** The vendor's words where an answer of status 200 holds no data but a refusal; null where it is data. */
  readonly refusal: (text: string) => Refusal | null;
  /** Takes a file (out of its archive) apart. */
  readonly read: (text: string, request: FetchRequest) => BarLines;
  readonly facts: (request: FetchRequest) => FetchedFacts;
}

/** A refusal in an answer of status 200. */
export interface Refusal {
  /** What the vendor says, one line. */
  readonly words: string;
  /** `unknown`: there is no such symbol; `busy`: too many calls, another try may help; `refused`: anything else. */
  readonly kind: "unknown" | "busy" | "refused";
}
