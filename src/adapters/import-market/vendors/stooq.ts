import type { Layout, Vendor } from "../vendor.ts";
import { hasNames, headerNames, inFileName, isHeader, optional } from "./signs.ts";

/**
 * Stooq: `Date,Open,High,Low,Close,Volume` on stooq.com, the same in Polish on stooq.pl, and the archives by market with
 * `<TICKER>,<PER>,<DATE>,<TIME>,…,<OPENINT>`, whose times are Warsaw's.
 */
export const stooq: Vendor = {
  id: "stooq",
  title: "Stooq",
  docs: "https://stooq.com/db/h/",
  sniff(sample) {
    if (hasNames(sample, "data", "otwarcie", "najwyzszy", "najnizszy", "zamkniecie")) return 0.95;
    if (hasNames(sample, "ticker", "per", "date", "time", "openint")) return 0.95;
    return isHeader(sample, "date,open,high,low,close,volume") && inFileName(sample, /_[dwmqy]\.csv$/) ? 0.6 : 0;
  },
  layout(sample): Layout {
    const common = { adjustment: "unknown", zone: "Europe/Warsaw", volumeUnit: "shares" } as const;
    const note = "Stooq adjusts for splits and dividends unless the boxes of the download page say otherwise";
    const symbol = inFileName(sample, /^([\w.^-]+?)(?:_[dwmqy]\.csv|\.txt)$/)?.[1];
    return {
      ...common,
      notes: [note],
      ...optional("symbol", symbol),
      ...perOf(sample.rows[0]?.cells, headerNames(sample)),
    };
  },
};

/** `<PER>` states minutes, or D, W, M. */
function perOf(cells: readonly string[] | undefined, names: readonly string[]): { readonly interval?: string } {
  const per = cells?.[names.indexOf("per")] ?? "";
  return /^\d+$/.test(per) ? { interval: Number(per) % 60 === 0 ? `${Number(per) / 60}h` : `${per}m` } : {};
}
