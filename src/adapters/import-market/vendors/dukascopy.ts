import type { Layout, Vendor } from "../vendor.ts";
import { cellsOf, inFileName, optional } from "./signs.ts";

/**
 * Dukascopy's historical data feed: `01.01.2017 22:00:00.000`, day first, with `GMT+0100` behind under `Local time`; one side
 * (bid or ask) a file. Times are GMT unless they say otherwise.
 */
export const dukascopy: Vendor = {
  id: "dukascopy",
  title: "Dukascopy",
  docs: "https://www.dukascopy.com/swiss/english/marketwatch/historical/",
  sniff(sample) {
    const time = sample.header?.cells[0] ?? "";
    const dotted = cellsOf(sample, 0).filter((cell) => /^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}:\d{2}\.\d{3}/.test(cell));
    if (dotted.length < 0.9 * sample.rows.length || sample.rows.length === 0) return 0;
    return /^(gmt time|local time|time\b)/i.test(time) ? 0.9 : 0;
  },
  layout(sample): Layout {
    const time = sample.header?.cells[0] ?? "";
    const east = /\bEET\b/.test(time);
    return {
      zone: east ? "EET" : "UTC",
      zoneStated: east || /gmt|utc/i.test(time),
      dateOrder: "day-first",
      decimal: ".",
      volumeUnit: "millions of units quoted",
      ...optional("symbol", inFileName(sample, /^([A-Z.]{6,12})[-_]/)?.[1]),
    };
  },
};
