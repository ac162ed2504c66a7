import type { Vendor } from "../vendor.ts";
import { cellsOf, isHeadless } from "./signs.ts";

/** Coinbase Exchange's candles as the API orders them, newest first: time in seconds, low, high, open, close, volume. */
export const coinbase: Vendor = {
  id: "coinbase",
  title: "Coinbase candles",
  docs: "https://docs.cdp.coinbase.com/exchange/reference/exchangerestapi_getproductcandles",
  sniff(sample) {
    if (!isHeadless(sample, [6], /^\d{10}$/)) return 0;
    const [low, high, open, close] = [1, 2, 3, 4].map((i) => cellsOf(sample, i).map(Number)) as [
      number[],
      number[],
      number[],
      number[],
    ];
    const holds = low.every((value, t) => value <= Math.min(open[t] ?? 0, close[t] ?? 0, high[t] ?? 0));
    const above = high.every((value, t) => value >= Math.max(open[t] ?? 0, close[t] ?? 0));
    return holds && above && low.some((value, t) => value < (open[t] ?? 0)) ? 0.9 : 0;
  },
  layout: () => ({
    columns: ["time", "low", "high", "open", "close", "volume"],
    adjustment: "none",
    volumeUnit: "units of the base currency",
  }),
};
