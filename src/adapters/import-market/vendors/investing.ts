import { headerRank } from "../columns/header-words.ts";
import type { Vendor } from "../vendor.ts";
import { inFileName, optional } from "./signs.ts";

/**
 * Investing.com in any language of its pages: date, last, open, high, low, volume (`520.90M`, `-`), change in percent, in this
 * order, all quoted, newest first. Pages in other languages write the day first; of the English ones www writes the month first,
 * uk and in the day, so that the dates must tell.
 */
export const investing: Vendor = {
  id: "investing",
  title: "Investing.com",
  docs: "https://www.investing.com/indices/us-spx-500-historical-data",
  sniff({ header }) {
    const cells = header?.cells ?? [];
    const roles = ["time", "close", "open", "high", "low"] as const;
    const inOrder = roles.every((role, i) => headerRank(cells[i] ?? "", role) !== undefined);
    return inOrder && /%|涨跌幅|変化率/.test(cells.at(-1) ?? "") ? 0.9 : 0;
  },
  layout: (sample) => ({
    ...(sample.header?.cells[1] === "Price" ? {} : { dateOrder: "day-first" as const }),
    columns: [
      "time",
      "close",
      "open",
      "high",
      "low",
      ...((sample.header?.cells.length ?? 0) > 6 ? (["volume"] as const) : []),
    ],
    adjustment: "unknown",
    ...optional("symbol", inFileName(sample, /^(.+?) Historical (?:Results )?(?:Price )?Data/i)?.[1]),
  }),
};
