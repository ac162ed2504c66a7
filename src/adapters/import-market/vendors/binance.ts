import type { Layout, Vendor } from "../vendor.ts";
import { cellsOf, hasNames, inFileName, isHeadless } from "./signs.ts";

/**
 * Binance's public klines: twelve columns from open time to an unused one, open times in milliseconds (microseconds from 2025
 * on in spot archives), with or without header. The archive's name states symbol and interval: `BTCUSDT-1h-2024-01.zip`.
 */
export const binance: Vendor = {
  id: "binance",
  title: "Binance klines",
  docs: "https://github.com/binance/binance-public-data#klines",
  sniff(sample) {
    if (hasNames(sample, "open time", "open", "close", "close time")) return 0.95;
    if (!isHeadless(sample, [11, 12], /^\d{13}(\d{3})?$/)) return 0;
    return cellsOf(sample, 6).every((cell) => /^\d{13}(\d{3})?$/.test(cell)) ? 0.97 : 0;
  },
  layout(sample): Layout {
    const [, symbol, interval] = inFileName(sample, /^([A-Z0-9]{4,20})-(\d+[mhdw])-\d{4}/) ?? [];
    return {
      columns: ["time", "open", "high", "low", "close", "volume"],
      adjustment: "none",
      volumeUnit: "units of the base currency",
      ...(symbol === undefined ? {} : { symbol }),
      ...(interval === undefined ? {} : { interval }),
    };
  },
};
