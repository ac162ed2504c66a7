/** What the caller knows of a file. All but `name` may be left out: the file is then asked. */
export interface ImportOptions {
  /** The file as messages name it. */
  readonly name: string;
  /** Id of a vendor of `listVendors()`. */
  readonly vendor?: string;
  /** Distance of bars, e.g. `1d`, `1h`, `5m`. Needed only for bar ends and files of too few bars. */
  readonly interval?: string;
  /** Clock of times without offset: an IANA name (`America/New_York`) or `+02:00`. */
  readonly timezone?: string;
  /** Dates like 03/04/2020: true = 3 April, false = March 4. Default: the whole file is asked, and refused where it does not say. */
  readonly dayFirst?: boolean;
  /** true: prices adjusted for dividends too, where the file has such columns. Default: the prices as they were quoted. */
  readonly adjusted?: boolean;
  /** Whether a time stands for the open or the end of its bar. */
  readonly barTime?: "open" | "end";
  /** Name of the file inside a zip archive of several. */
  readonly entry?: string;
  /** Name of the character encoding, as TextDecoder knows it. */
  readonly encoding?: string;
  /** Decimal sign of the numbers. */
  readonly decimal?: "." | ",";
  /** The instrument to take from a file of several. */
  readonly symbol?: string;
}
