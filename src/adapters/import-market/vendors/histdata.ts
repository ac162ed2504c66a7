import type { Vendor } from "../vendor.ts";
import { cellsOf, inFileName, isHeadless, optional } from "./signs.ts";

/**
 * HistData.com's minutes: `20120201 000000;1.306600;…;0` (Generic ASCII, NinjaTrader) or `2012.02.01,00:00,…` (MetaTrader),
 * by the names `DAT_ASCII_…`, `DAT_NT_…`, `DAT_MT_…`. Times are Eastern Standard Time without daylight saving, of the open;
 * the volume is always 0.
 */
export const histdata: Vendor = {
  id: "histdata",
  title: "HistData.com",
  docs: "https://www.histdata.com/f-a-q/data-files-detailed-specification/",
  sniff(sample) {
    const dotted = isHeadless(sample, [7], /^\d{4}\.\d{2}\.\d{2}$/);
    const spaced = sample.delimiter === ";" && isHeadless(sample, [6], /^\d{8} \d{6}$/);
    if (!dotted && !spaced) return 0;
    if (inFileName(sample, /DAT_(ASCII|NT|MT|MS)_|HISTDATA/i) !== null) return 0.98;
    return spaced && cellsOf(sample, 5).every((cell) => cell === "0") ? 0.95 : 0;
  },
  layout: (sample) => ({
    columns:
      sample.delimiter === ";"
        ? ["time", "open", "high", "low", "close", "volume"]
        : ["time", "clock", "open", "high", "low", "close", "volume"],
    zone: "-05:00",
    barTime: "open",
    interval: "1m",
    adjustment: "none",
    decimal: ".",
    volumeUnit: "none (always 0)",
    ...optional("symbol", inFileName(sample, /DAT_\w+?_([A-Z]{6})_/)?.[1]),
  }),
};
