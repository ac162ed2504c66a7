import type { Vendor } from "../vendor.ts";
import { hasNames, inFileName, optional } from "./signs.ts";

/**
 * Quandl, now Nasdaq Data Link: the WIKI end-of-day table (raw and `Adj.` columns side by side, newest first) and continuous
 * futures (`Settle`, `Previous Day Open Interest`).
 */
export const quandl: Vendor = {
  id: "quandl",
  title: "Quandl (Nasdaq Data Link)",
  docs: "https://data.nasdaq.com/databases/WIKIP",
  sniff(sample) {
    if (hasNames(sample, "ex dividend", "split ratio", "adj close")) return 0.97;
    return hasNames(sample, "settle", "previous day open interest") ? 0.9 : 0;
  },
  layout: (sample) => ({
    adjustment: "none",
    ...(hasNames(sample, "ex dividend") ? { exchangeZone: "America/New_York" } : {}),
    volumeUnit: "shares",
    ...optional("symbol", inFileName(sample, /^WIKI-([A-Z]+)/)?.[1]),
  }),
};
