import type { Vendor } from "../vendor.ts";
import { areBars, cellsOf, isHeadless } from "./signs.ts";

/** Coinbase Exchange's candles as the API orders them, newest first: time in seconds, low, high, open, close, volume. */
export const coinbase: Vendor = {
  id: "coinbase",
  title: "Coinbase candles",
  docs: "https://docs.cdp.coinbase.com/exchange/reference/exchangerestapi_getproductcandles",
  sniff(sample) {
    if (!isHeadless(sample, [6], /^\d{10}$/)) return 0;
    const low = cellsOf(sample, 1).map(Number);
    const open = cellsOf(sample, 3).map(Number);
    return areBars(sample, [3, 2, 1, 4]) && low.some((value, t) => value < (open[t] ?? 0)) ? 0.9 : 0;
  },
  layout: () => ({
    columns: ["time", "low", "high", "open", "close", "volume"],
    adjustment: "none",
    volumeUnit: "units of the base currency",
  }),
};
