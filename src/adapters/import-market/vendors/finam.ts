import type { Vendor } from "../vendor.ts";
import { cellsOf, hasNames, headerNames } from "./signs.ts";

/**
 * Finam's export: `<TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>`, days first in dates with separators, Moscow
 * time of the open unless the form was told otherwise. `<PER>` is minutes, or D, W, M.
 */
export const finam: Vendor = {
  id: "finam",
  title: "Finam",
  docs: "https://www.finam.ru/quote/moex/gazp/export/",
  sniff: (sample) => {
    const isFinam = hasNames(sample, "ticker", "per", "date", "open", "close") && !hasNames(sample, "openint");
    return isFinam || (hasNames(sample, "date", "time", "open", "high", "low", "close", "vol") && isBracketed(sample))
      ? 0.9
      : 0;
  },
  layout(sample) {
    const per = cellsOf(sample, headerNames(sample).indexOf("per"))[0] ?? "";
    const interval = per === "60" ? "1h" : `${per}m`;
    return {
      zone: "Europe/Moscow",
      exchangeZone: "Europe/Moscow",
      dateOrder: "day-first",
      adjustment: "unknown",
      ...(/^\d+$/.test(per) ? { interval } : {}),
    };
  },
};

const isBracketed = ({ header }: { readonly header: { readonly cells: readonly string[] } | null }): boolean =>
  header?.cells[0]?.startsWith("<") ?? false;
