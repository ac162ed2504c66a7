import type { Vendor } from "../vendor.ts";
import { hasNames } from "./signs.ts";

/** Nasdaq.com's historical quotes: `Date,Close/Last,Volume,Open,High,Low`, prices with `$`, month first, newest first. */
export const nasdaq: Vendor = {
  id: "nasdaq",
  title: "Nasdaq.com",
  docs: "https://www.nasdaq.com/market-activity/quotes/historical",
  sniff: (sample) => (hasNames(sample, "date", "close last", "open", "high", "low") ? 0.95 : 0),
  layout: () => ({
    dateOrder: "month-first",
    exchangeZone: "America/New_York",
    adjustment: "splits",
    volumeUnit: "shares",
  }),
};
