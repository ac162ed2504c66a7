import type { Vendor } from "../vendor.ts";
import { hasNames, inFileName, isHeader, optional } from "./signs.ts";

/**
 * Alpha Vantage's CSVs, newest first: `timestamp,open,high,low,close,volume`, the adjusted ones with `adjusted close`,
 * `dividend amount`, `split coefficient`. Intraday times are New York's. The short header is everybody's: it is taken for Alpha
 * Vantage's only under its file names (`intraday_5min_IBM.csv`).
 */
export const alphavantage: Vendor = {
  id: "alphavantage",
  title: "Alpha Vantage",
  docs: "https://www.alphavantage.co/documentation/",
  sniff(sample) {
    if (hasNames(sample, "adjusted close", "dividend amount")) return 0.95;
    const named = inFileName(sample, /^(intraday_\d+min|daily|weekly|monthly)(_adjusted)?_\w+\.csv$|alpha.?vantage/i);
    return isHeader(sample, "timestamp,open,high,low,close,volume") && named !== null ? 0.7 : 0;
  },
  layout: (sample) => ({
    zone: "America/New_York",
    adjustment: "none",
    volumeUnit: "shares",
    ...optional(
      "symbol",
      inFileName(sample, /^(?:intraday_\d+min|daily|weekly|monthly)(?:_adjusted)?_(\w+)\.csv$/)?.[1],
    ),
  }),
};
