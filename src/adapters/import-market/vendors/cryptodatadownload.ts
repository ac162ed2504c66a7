import type { Role } from "../understanding.ts";
import type { Layout, Vendor } from "../vendor.ts";
import { hasNames, headerNames } from "./signs.ts";

/**
 * CryptoDataDownload: a line of text, then `Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USD`, later with `Unix` before,
 * newest first. Dates are UTC; they are read rather than `Unix`, which changes from seconds to milliseconds inside files. The
 * first volume is in the coin, the second in money.
 */
export const cryptodatadownload: Vendor = {
  id: "cryptodatadownload",
  title: "CryptoDataDownload",
  docs: "https://www.cryptodatadownload.com/data/",
  sniff(sample) {
    if (!hasNames(sample, "date", "symbol", "open", "high", "low", "close")) return 0;
    if (sample.preamble.some((line) => /cryptodatadownload/i.test(line))) return 0.98;
    const volumes = headerNames(sample).filter((name) => /^volume /.test(name));
    return volumes.length >= 2 || (hasNames(sample, "unix") && volumes.length > 0) ? 0.85 : 0;
  },
  layout(sample): Layout {
    const names = headerNames(sample);
    const volume = names.findIndex((name) => /^volume /.test(name));
    const roles: Readonly<Record<string, Role>> = {
      date: "time",
      symbol: "symbol",
      open: "open",
      high: "high",
      low: "low",
      close: "close",
    };
    return {
      columns: names.map((name, i) => (i === volume ? "volume" : (roles[name] ?? null))),
      zone: "UTC",
      exchangeZone: "UTC",
      zoneStated: sample.preamble.some((line) => /\bUTC\b/.test(line)),
      adjustment: "none",
      volumeUnit: "units of the base currency",
    };
  },
};
