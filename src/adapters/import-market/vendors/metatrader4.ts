import type { Vendor } from "../vendor.ts";
import { serverClock } from "./server-clock.ts";
import { inFileName, isHeadless, optional } from "./signs.ts";

/** MetaTrader 4's history centre: `2020.01.02,00:00,open,high,low,close,volume`, no header, tick volume, times of the open. */
export const metatrader4: Vendor = {
  id: "metatrader4",
  title: "MetaTrader 4",
  docs: "https://www.metatrader4.com/en/trading-platform/help/service/history_center",
  sniff: (sample) => (isHeadless(sample, [7], /^\d{4}\.\d{2}\.\d{2}$/) ? 0.9 : 0),
  layout: (sample) => ({
    columns: ["time", "clock", "open", "high", "low", "close", "volume"],
    decimal: ".",
    volumeUnit: "ticks",
    notes: [serverClock],
    ...optional("symbol", inFileName(sample, /^([A-Za-z.#]{3,10}?)(?:M?\d+)?\.csv$/)?.[1]),
  }),
};
