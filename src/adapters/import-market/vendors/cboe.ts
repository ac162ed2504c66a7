import type { Vendor } from "../vendor.ts";
import { inFileName, isHeader, optional } from "./signs.ts";

/** Cboe's index histories: `DATE,OPEN,HIGH,LOW,CLOSE` in capitals, month first, without volume; `DATE,<index>` where closes are all. */
export const cboe: Vendor = {
  id: "cboe",
  title: "Cboe",
  docs: "https://www.cboe.com/tradable_products/vix/vix_historical_data/",
  sniff(sample) {
    const named = inFileName(sample, /_History\.csv$/i) !== null;
    const capitals = sample.header?.cells.every((cell) => cell === cell.toUpperCase()) ?? false;
    if (isHeader(sample, "date,open,high,low,close") && capitals) return named ? 0.95 : 0.7;
    return named && sample.header?.cells.length === 2 && sample.header.cells[0] === "DATE" ? 0.8 : 0;
  },
  layout: (sample) => ({
    dateOrder: "month-first",
    adjustment: "none",
    ...optional("symbol", inFileName(sample, /^(\w+?)_History\.csv$/i)?.[1]),
  }),
};
