/** What is said of a market beside its bars: the lint judges the bars against it. */
export interface LintFacts {
  /** e.g. `equity-index`, `equity`, `fx`, `crypto`, `commodity`, `rates`: says when the market should be open. */
  readonly class: string;
  /** Stated interval, e.g. `1d`, `1h`, `5m`. */
  readonly interval: string;
  /** IANA name of the zone of the exchange's clock, e.g. `America/New_York`; times themselves are UTC, daily bars plain dates. */
  readonly timezone: string;
  /** True where nothing told the zone of the file's times, and UTC was taken. */
  readonly timezoneAssumed?: boolean | undefined;
  /** True if made by the project's generator: calendars of real exchanges do not bind it. */
  readonly synthetic?: boolean | undefined;
  /** Smallest price step; inferred from the digits of the prices where null or absent. */
  readonly tickSize?: number | null | undefined;
  /** `none`, `splits`, `splits-and-dividends`, or in words. */
  readonly adjustment?: string | undefined;
}
