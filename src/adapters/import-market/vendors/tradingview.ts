import type { Vendor } from "../vendor.ts";
import { cellsOf, inFileName, optional } from "./signs.ts";

/**
 * TradingView's export of chart data: `time,open,high,low,close` in small letters, perhaps `Volume` and a column a study. Times
 * are seconds since 1970 or ISO 8601 with offset, of the open; days carry the opening time of their session.
 */
export const tradingview: Vendor = {
  id: "tradingview",
  title: "TradingView",
  docs: "https://www.tradingview.com/support/solutions/43000537255",
  sniff(sample) {
    if (!(sample.header?.cells.join(",") ?? "").startsWith("time,open,high,low,close")) return 0;
    // It writes Volume with a capital; tables of others, our own among them, do not.
    if (sample.header?.cells.includes("volume") === true) return 0;
    const times = cellsOf(sample, 0);
    const stated = times.every((cell) =>
      /^\d{9,10}$|^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(cell),
    );
    return stated || times.every((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell)) ? 0.85 : 0;
  },
  layout: (sample) => ({ ...optional("symbol", inFileName(sample, /^[A-Z_]+_([A-Z0-9.!]+)(?:, | )/)?.[1]) }),
};
