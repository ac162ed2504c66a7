import type { Vendor } from "../vendor.ts";
import { inFileName, isHeadless, optional } from "./signs.ts";

/**
 * NinjaTrader's text export: no header, semicolons, `20110103 090100;open;high;low;close;volume`, days `20110103;…`. Times are
 * UTC and of the end of the bar.
 */
export const ninjatrader: Vendor = {
  id: "ninjatrader",
  title: "NinjaTrader",
  docs: "https://ninjatrader.com/support/helpGuides/nt8/exporting.htm",
  sniff: (sample) => (sample.delimiter === ";" && isHeadless(sample, [6], /^\d{8}( \d{4}(\d{2})?)?$/) ? 0.9 : 0),
  layout: (sample) => ({
    columns: ["time", "open", "high", "low", "close", "volume"],
    zone: "UTC",
    barTime: "end",
    decimal: ".",
    volumeUnit: "shares or contracts",
    ...optional("symbol", inFileName(sample, /^(.+?)\.(?:Last|Bid|Ask)\.txt$/)?.[1]),
  }),
};
