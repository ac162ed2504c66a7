import type { Layout, Vendor } from "../vendor.ts";
import { areBars, cellsOf, inFileName, isHeadless } from "./signs.ts";

/**
 * Kraken's downloadable OHLCVT: no header; time in seconds, open, high, low, close, volume, trades. The name states pair and
 * minutes: `XBTUSD_60.csv`. The API's answers have the volume-weighted price before the volume. Bars without trades are left out.
 */
export const kraken: Vendor = {
  id: "kraken",
  title: "Kraken OHLCVT",
  docs: "https://support.kraken.com/articles/360047124832",
  sniff(sample) {
    if (!isHeadless(sample, [7, 8], /^\d{10}$/) || !areBars(sample, [1, 2, 3, 4])) return 0;
    const trades = (sample.rows[0]?.cells.length ?? 0) - 1;
    return cellsOf(sample, trades).every((cell) => /^\d+$/.test(cell)) ? 0.9 : 0;
  },
  layout(sample): Layout {
    const ofApi = sample.rows[0]?.cells.length === 8;
    const [, symbol, minutes] = inFileName(sample, /^([A-Z0-9]{5,12})_(\d+)\.csv$/) ?? [];
    return {
      columns: [
        "time",
        "open",
        "high",
        "low",
        "close",
        ...(ofApi ? ([null, "volume"] as const) : (["volume"] as const)),
      ],
      adjustment: "none",
      volumeUnit: "units of the base currency",
      ...(symbol === undefined ? {} : { symbol, interval: intervalOfMinutes(Number(minutes)) }),
      notes: ["Kraken leaves out bars without trades"],
    };
  },
};

function intervalOfMinutes(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
